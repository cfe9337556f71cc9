using Jingke.Web.Common;
using Jingke.Web.Common.Reasons;
using Jingke.Web.Ledger.Opportunities;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>Where an account stands among accounts like it, as the file says it on the screen and on paper.</summary>
internal static class FileBenchmarkWords
{
    private const int MostMissing = 3;

    /// <summary>Where it stands, or why that is not said.</summary>
    /// <param name="texts">The words.</param>
    /// <param name="benchmark">What is said; null while it is being worked out.</param>
    /// <param name="currency">The unit of amounts.</param>
    public static string Of(IStringLocalizer<KeyFileTexts> texts, PeerBenchmark? benchmark, string currency)
    {
        if (benchmark is null)
            return texts["Benchmark.Working"];
        if (benchmark.Standing is not { } standing)
            return benchmark.Gap == BenchmarkGap.TooLittleKnown
                ? texts["Benchmark.TooLittleKnown", FileWords.List(benchmark.Missing.Take(MostMissing).Select(LikenessWords.Name))]
                : texts[$"Benchmark.{benchmark.Gap}", PeerFindings.Fewest];

        var (median, upper) = (Format.MoneyWithUnit(standing.Median, currency), Format.MoneyWithUnit(standing.UpperQuartile, currency));
        if (standing.NetSales <= 0)
            return texts["Benchmark.Nothing", median, upper];
        return standing.IsUpper
            ? texts["Benchmark.Upper", Format.MoneyWithUnit(standing.NetSales, currency), median, upper]
            : texts[
                "Benchmark.Below",
                Format.MoneyWithUnit(standing.NetSales, currency),
                median,
                upper,
                Format.MoneyWithUnit(standing.ToUpper, currency)
            ];
    }

    /// <summary>Who it is held against; empty where it is not.</summary>
    public static string BasisOf(IStringLocalizer<KeyFileTexts> texts, PeerBenchmark? benchmark) =>
        benchmark?.Standing is { } standing
            ? texts[
                benchmark.AreAlike ? "Benchmark.Basis" : "Benchmark.LooseBasis",
                Format.Count(standing.Peers),
                Range(benchmark.Likeness),
                Format.Count(standing.Exceeded)
            ]
            : "";

    /// <summary>The same in a few words, for paper: how many, and how like it they are.</summary>
    public static string BasisOnPaper(IStringLocalizer<KeyFileTexts> texts, PeerBenchmark? benchmark) =>
        benchmark?.Standing is { } standing ? texts["Benchmark.PaperBasis", Format.Count(standing.Peers), Range(benchmark.Likeness)] : "";

    private static string Range((double Least, double Greatest) likeness)
    {
        var (least, greatest) = (Format.Percent(likeness.Least, 0), Format.Percent(likeness.Greatest, 0));
        return least == greatest ? least : $"{least}–{greatest}";
    }
}
