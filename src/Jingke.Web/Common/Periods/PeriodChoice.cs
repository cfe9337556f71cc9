using System.Globalization;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Periods;
using Jingke.Web.Ledger;

namespace Jingke.Web.Common.Periods;

/// <summary>
/// The days that a page speaks of, read from its address. Whatever stands there, the result can be used; what was not understood is
/// told in <see cref="Problems"/>.
/// </summary>
public sealed record PeriodChoice
{
    /// <summary>Which preset, as a key of <see cref="PeriodQuery.Presets"/>.</summary>
    public required string Key { get; init; }

    /// <summary>The days looked at.</summary>
    public required DayRange Period { get; init; }

    /// <summary>The days they are compared with.</summary>
    public required DayRange Comparison { get; init; }

    /// <summary>Which days those are.</summary>
    public required Comparison ComparedWith { get; init; }

    /// <summary>
    /// The day to which recency is counted: the chosen as-of day, by default the newest line; the last day of a period that ended
    /// before, so that "days since the last order" speaks of that time too.
    /// </summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The as-of day that someone chose; null when it follows the newest line.</summary>
    public DateOnly? ChosenAsOf { get; init; }

    /// <summary>The days are whole months, because the ledger is kept by month.</summary>
    public bool IsByMonth { get; init; }

    /// <summary>What was not understood, a sentence each, in the language of the request.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Whether two dates were chosen.</summary>
    public bool IsCustom => Key == "custom";

    /// <summary>Whether these are the 12 months to the newest line, compared with a year earlier: what evaluations judge by.</summary>
    public bool IsStandard => Key == PeriodQuery.Presets[0].Key && ChosenAsOf is null && ComparedWith == Periods.Comparison.YearEarlier;

    /// <summary>The question for <see cref="Analyses"/>.</summary>
    public Analyses.Question Question => new(Period, Comparison, AsOf);

    /// <summary>The days in words: 2025-11-22 至 2026-11-21,对比 2024-11-22 至 2025-11-21.</summary>
    public string Words =>
        PeriodTexts.Get(
            IsByMonth ? "WordsWholeMonths" : "Words",
            Format.Date(Period.From),
            Format.Date(Period.To),
            Format.Date(Comparison.From),
            Format.Date(Comparison.To)
        );

    /// <summary>Name of the preset: 近 12 个月.</summary>
    public string Name => PeriodTexts.Get($"Preset.{Key}");

    /// <summary>What a change against <see cref="Comparison"/> is called: 同比 or 环比.</summary>
    public string ChangeName => PeriodTexts.Get(ComparedWith == Periods.Comparison.YearEarlier ? "Change.year" : "Change.before");

    /// <summary>The pairs of the query that give this choice again; only what differs from the defaults.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query
    {
        get
        {
            var pairs = new List<KeyValuePair<string, string>>(5);
            if (Key != PeriodQuery.Presets[0].Key)
                pairs.Add(new("period", Key));
            if (IsCustom)
            {
                pairs.Add(new("from", Format.Date(Period.From)));
                pairs.Add(new("to", Format.Date(Period.To)));
            }
            if (ChosenAsOf is { } day)
                pairs.Add(new("asof", Format.Date(day)));
            if (ComparedWith == Periods.Comparison.JustBefore)
                pairs.Add(new("compare", "before"));
            return pairs;
        }
    }

    /// <summary>Reads a choice.</summary>
    /// <param name="query">What stands in the address.</param>
    /// <param name="ledger">Whose newest line and grain count.</param>
    /// <param name="today">Today in the organisation's time zone: lines dated later are slips and move nothing.</param>
    /// <param name="fiscalYearStartMonth">1 to 12.</param>
    internal static PeriodChoice Of(PeriodQuery query, SalesLedger ledger, DateOnly today, int fiscalYearStartMonth)
    {
        var problems = new List<string>();
        var newest = ledger.LastOn is { } last && last < today ? last : today;
        var asOf = Day(query.AsOf, problems);
        if (asOf > today)
        {
            problems.Add(PeriodTexts.Get("Problem.asof", Format.Date(asOf), Format.Date(newest)));
            asOf = null;
        }

        // A ledger by month can only answer for whole months: the month of the as-of day counts as a whole.
        var isByMonth = ledger.Grain == LedgerGrain.Month;
        var until = asOf ?? newest;
        if (isByMonth)
            until = new DayRange(until, until).WidenToMonths().To;
        var (key, preset) = Preset(query, problems);
        var period =
            preset == PeriodPreset.Custom
                ? Custom(query, until, problems)
                : Jingke.Analytics.Periods.Period.Of(preset, until, fiscalYearStartMonth);
        if (isByMonth)
            period = period.WidenToMonths();

        var comparedWith = ComparedWithOf(query, problems);
        return new PeriodChoice
        {
            Key = key,
            Period = period,
            Comparison = comparedWith == Periods.Comparison.YearEarlier ? period.YearEarlier() : JustBefore(period),
            ComparedWith = comparedWith,
            AsOf = period.To < until ? period.To : until,
            ChosenAsOf = asOf,
            IsByMonth = isByMonth,
            Problems = problems,
        };
    }

    private static (string Key, PeriodPreset Preset) Preset(PeriodQuery query, List<string> problems)
    {
        if (string.IsNullOrEmpty(query.Period))
            return PeriodQuery.Presets[0];
        foreach (var preset in PeriodQuery.Presets)
            if (preset.Key == query.Period)
                return preset;

        problems.Add(PeriodTexts.Get("Problem.preset", query.Period));
        return PeriodQuery.Presets[0];
    }

    private static Comparison ComparedWithOf(PeriodQuery query, List<string> problems)
    {
        if (query.Compare is not (null or "" or "year" or "before"))
            problems.Add(PeriodTexts.Get("Problem.compare", query.Compare));
        return query.Compare == "before" ? Periods.Comparison.JustBefore : Periods.Comparison.YearEarlier;
    }

    /// <summary>Two dates; a missing first one is a year before the last one, a missing last one is the as-of day.</summary>
    private static DayRange Custom(PeriodQuery query, DateOnly asOf, List<string> problems)
    {
        var (from, to) = (Day(query.From, problems), Day(query.To, problems));
        var last = to ?? (from > asOf ? from.Value : asOf);
        var first = from ?? Jingke.Analytics.Periods.Period.LastTwelveMonths(last).From;
        if (first <= last)
            return new DayRange(first, last);

        problems.Add(PeriodTexts.Get("Problem.order"));
        return new DayRange(last, first);
    }

    /// <summary>As many days just before; as many whole months where the period is whole months.</summary>
    private static DayRange JustBefore(DayRange period)
    {
        var to = period.From.AddDays(-1);
        if (!period.IsWholeMonths)
            return new DayRange(period.From.AddDays(-period.Days), to);

        var months = ((period.To.Year - period.From.Year) * 12) + period.To.Month - period.From.Month + 1;
        return new DayRange(period.From.AddMonths(-months), to);
    }

    private static DateOnly? Day(string? text, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        // Years far from trade would leave the calendar when compared with the period before.
        if (
            DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1900 and < 2200
        )
            return day;

        problems.Add(PeriodTexts.Get("Problem.date", text));
        return null;
    }
}
