using Jingke.Analytics.Tiers;
using Jingke.Web.Common.Languages;
using Jingke.Web.Common.Periods;

namespace Jingke.Web.Common.Reasons;

/// <summary>
/// Why an account has its tier, in words: one line for lists and exports, and every part with its numbers for the account's own page.
/// Reasons come from an evaluation at hand or, stored, through <see cref="Ledger.Evaluation.ReasonJson"/>.
/// </summary>
internal static class ReasonWords
{
    // An order within these days is good news worth saying; a longer silence is said with its days.
    private static readonly int[] Recent = [30, 90];

    /// <summary>One line: 占销售额 6.2%，排名第 3，同比 +18.0%，近 30 天有订单. Empty when there is no reason.</summary>
    /// <param name="reasons">The reasons, in any order.</param>
    /// <param name="comparedWith">What changes are against; stored reasons compare with a year earlier.</param>
    public static string Short(IReadOnlyList<Reason> reasons, Comparison comparedWith = Comparison.YearEarlier)
    {
        var phrases = new List<string>(5);
        // The order of the codes is the order of the line: what is special about the account first.
        foreach (var code in InLine)
        foreach (var reason in reasons)
            if (reason.Code == code)
                phrases.Add(ShortOf(reason, comparedWith));
        return string.Join(Language.Current == Language.English ? ", " : "，", phrases);
    }

    /// <summary>Every part, a phrase each, in the order of the evaluation: the most telling first.</summary>
    /// <inheritdoc cref="Short"/>
    public static IReadOnlyList<string> Long(IReadOnlyList<Reason> reasons, Comparison comparedWith = Comparison.YearEarlier) =>
        [.. reasons.Select(reason => LongOf(reason, comparedWith)).OfType<string>()];

    /// <summary>Name of a part of the value score: 净销售额, 利润.</summary>
    public static string Of(ValuePart part) => ReasonTexts.Get($"Part.{part}");

    private static readonly string[] InLine =
    [
        ReasonCodes.BelowMinimum,
        ReasonCodes.Rising,
        ReasonCodes.LetGoByTrueProfit,
        ReasonCodes.LetGoByProfit,
        ReasonCodes.LetGoByNetSales,
        ReasonCodes.Share,
        ReasonCodes.Rank,
        ReasonCodes.YearOnYear,
        ReasonCodes.New,
        ReasonCodes.NegativeBase,
        ReasonCodes.Recency,
        ReasonCodes.NoOrder,
        ReasonCodes.Concentration,
    ];

    private static string ShortOf(Reason reason, Comparison comparedWith) =>
        reason.Code switch
        {
            ReasonCodes.Share => ReasonTexts.Get("Short.share", Share(reason)),
            ReasonCodes.Rank => ReasonTexts.Get("Short.rank", Count(reason, 0)),
            ReasonCodes.YearOnYear => ReasonTexts.Get("Short.change", Name(comparedWith), Format.Change(reason.Arguments[0])),
            ReasonCodes.Recency => RecencyOf(reason.Arguments[0]),
            ReasonCodes.LetGoByTrueProfit or ReasonCodes.LetGoByProfit => ReasonTexts.Get(
                $"Short.{reason.Code}",
                Format.MoneyShort((long)reason.Arguments[0])
            ),
            _ => ReasonTexts.Get($"Short.{reason.Code}"),
        };

    private static string RecencyOf(double days)
    {
        foreach (var within in Recent)
            if (days <= within)
                return ReasonTexts.Get("Short.recent", within);
        return ReasonTexts.Get("Short.silent", Format.Number(days, 0));
    }

    private static string? LongOf(Reason reason, Comparison comparedWith) =>
        reason.Code switch
        {
            ReasonCodes.Score when double.IsNaN(reason.Arguments[1]) => ReasonTexts.Get("Long.score-alone", Score(reason, 0)),
            ReasonCodes.Score => ReasonTexts.Get("Long.score", Score(reason, 0), Score(reason, 1)),
            ReasonCodes.Share or ReasonCodes.Concentration => ReasonTexts.Get($"Long.{reason.Code}", Share(reason)),
            ReasonCodes.Rank => ReasonTexts.Get("Long.rank", Count(reason, 0), Count(reason, 1)),
            ReasonCodes.RankChange => ReasonTexts.Get(
                reason.Arguments[0] > 0 ? "Long.rank-up" : "Long.rank-down",
                Format.Number(Math.Abs(reason.Arguments[0]), 0),
                Count(reason, 1)
            ),
            ReasonCodes.YearOnYear => ReasonTexts.Get("Long.change", Name(comparedWith), Format.Change(reason.Arguments[0])),
            ReasonCodes.Recency when reason.Arguments[0] <= 0 => ReasonTexts.Get("Long.recency-today"),
            ReasonCodes.Recency or ReasonCodes.Orders => ReasonTexts.Get($"Long.{reason.Code}", Count(reason, 0)),
            ReasonCodes.New or ReasonCodes.NoOrder => ReasonTexts.Get($"Long.{reason.Code}"),
            ReasonCodes.NegativeBase or ReasonCodes.LetGoByTrueProfit or ReasonCodes.LetGoByProfit or ReasonCodes.LetGoByNetSales =>
                ReasonTexts.Get($"Long.{reason.Code}", Format.Money((long)reason.Arguments[0])),
            ReasonCodes.BelowMinimum => ReasonTexts.Get("Long.below-minimum", Format.Money((long)reason.Arguments[0]), Count(reason, 1)),
            ReasonCodes.Rising => ReasonTexts.Get("Long.rising", Score(reason, 0), Format.Change(reason.Arguments[1] - 1)),
            ReasonCodes.MissingPart => ReasonTexts.Get(
                "Long.missing-part",
                Of((ValuePart)(int)reason.Arguments[0]),
                Format.Number(reason.Arguments[1], 1)
            ),
            // A reason that a later version stored: better left out than a page that fails.
            _ => null,
        };

    private static string Name(Comparison comparedWith) =>
        ReasonTexts.Get(comparedWith == Comparison.YearEarlier ? "Change.year" : "Change.before");

    private static string Share(Reason reason) =>
        // A share below a thousandth is not nothing.
        Format.Percent(reason.Arguments[0], Math.Abs(reason.Arguments[0]) < 0.001 ? 3 : 1);

    private static string Count(Reason reason, int argument) => Format.Number(reason.Arguments[argument], 0);

    private static string Score(Reason reason, int argument) => Format.Number(reason.Arguments[argument], 1);
}
