using System.Globalization;
using Jingke.Analytics.Periods;
using Jingke.Domain;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Features.Analyze;

/// <summary>What was asked for.</summary>
internal sealed record AnalyzeArguments
{
    public required string Sales { get; init; }

    public string? Accounts { get; init; }

    public string? Mapping { get; init; }

    public DateOnly? AsOf { get; init; }

    public DayRange? Period { get; init; }

    public string? DateOrder { get; init; }

    public string? Decimal { get; init; }

    public bool Json { get; init; }

    public string? Rejects { get; init; }

    private static readonly string[] Known =
    [
        "--sales",
        "--accounts",
        "--mapping",
        "--as-of",
        "--from",
        "--to",
        "--date-order",
        "--decimal",
        "--format",
        "--rejects",
        "--lang",
    ];

    /// <summary>Reads the arguments; both <c>--name value</c> and <c>--name=value</c> are understood.</summary>
    /// <exception cref="RuleException">arguments.*</exception>
    public static AnalyzeArguments Parse(string[] args)
    {
        var given = Split(args);
        string? Value(string name) => given.GetValueOrDefault(name);
        DateOnly? Day(string name) => Value(name) is { } text ? DayOf(name, text) : null;

        var (from, to) = (Day("--from"), Day("--to"));
        if (from is null != to is null)
            throw new RuleException("arguments.half-period");
        if (from > to)
            throw new RuleException("arguments.period-backwards");
        return new()
        {
            Sales = Value("--sales") ?? throw new RuleException("arguments.no-sales"),
            Accounts = Value("--accounts"),
            Mapping = Value("--mapping"),
            AsOf = Day("--as-of"),
            Period = from is { } first && to is { } last ? new DayRange(first, last) : null,
            DateOrder = OneOf("--date-order", Value("--date-order"), "dmy", "mdy", "ymd"),
            Decimal = OneOf("--decimal", Value("--decimal"), "point", "comma"),
            Json = OneOf("--format", Value("--format"), "table", "json") == "json",
            Rejects = Value("--rejects"),
        };
    }

    private static Dictionary<string, string> Split(string[] args)
    {
        Dictionary<string, string> given = [];
        for (var i = 0; i < args.Length; i++)
        {
            var cut = args[i].StartsWith("--", StringComparison.Ordinal) ? args[i].IndexOf('=', StringComparison.Ordinal) : -1;
            var name = cut < 0 ? args[i] : args[i][..cut];
            if (!Known.Contains(name))
                throw new RuleException("arguments.unknown", args[i]);
            if (cut < 0 && i + 1 == args.Length)
                throw new RuleException("arguments.no-value", name);
            var value = cut < 0 ? args[++i] : args[i][(cut + 1)..];
            if (value.Length == 0 || cut < 0 && Known.Contains(value))
                throw new RuleException("arguments.no-value", name);
            if (!given.TryAdd(name, value))
                throw new RuleException("arguments.twice", name);
            if (name == "--lang" && CommandLanguage.Named(value) is null)
                throw new RuleException("arguments.value", name, value, "zh-Hans, zh-Hant, en");
        }
        return given;
    }

    private static DateOnly DayOf(string name, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.DayNumber >= DateText.Range.First
        && day.DayNumber <= DateText.Range.Last
            ? day
            : throw new RuleException("arguments.value", name, text, "2026-11-21");

    private static string? OneOf(string name, string? value, params string[] allowed) =>
        value is null || allowed.Contains(value)
            ? value
            : throw new RuleException("arguments.value", name, value, string.Join(", ", allowed));
}
