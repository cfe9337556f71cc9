using Jingke.Analytics.Periods;

namespace Jingke.Web.Common.Periods;

/// <summary>The period as it stands in an address; every part may be absent or nonsense.</summary>
/// <param name="Period">A key of <see cref="Presets"/>.</param>
/// <param name="From">First day of a custom period.</param>
/// <param name="To">Last day of a custom period.</param>
/// <param name="AsOf">The day up to which data count.</param>
/// <param name="Compare">"year" (a year earlier) or "before" (the period just before).</param>
internal sealed record PeriodQuery(string? Period, string? From, string? To, string? AsOf, string? Compare)
{
    /// <summary>Names in the query; other forms of a page keep them.</summary>
    public static readonly IReadOnlyList<string> Names = ["period", "from", "to", "asof", "compare"];

    /// <summary>Words of the address for the presets, in the order in which they are offered; the first is the default.</summary>
    public static readonly IReadOnlyList<(string Key, PeriodPreset Preset)> Presets =
    [
        ("last12", PeriodPreset.LastTwelveMonths),
        ("year", PeriodPreset.ThisYear),
        ("lastyear", PeriodPreset.LastYear),
        ("quarter", PeriodPreset.ThisQuarter),
        ("lastquarter", PeriodPreset.LastQuarter),
        ("month", PeriodPreset.ThisMonth),
        ("lastmonth", PeriodPreset.LastMonth),
        ("custom", PeriodPreset.Custom),
    ];

    /// <summary>Reads the query of a request.</summary>
    public static PeriodQuery Of(IQueryCollection query) =>
        new(query[Names[0]], query[Names[1]], query[Names[2]], query[Names[3]], query[Names[4]]);

    /// <summary>Reads the query of an address.</summary>
    public static PeriodQuery Of(PageAddress address) =>
        new(address.Get(Names[0]), address.Get(Names[1]), address.Get(Names[2]), address.Get(Names[3]), address.Get(Names[4]));
}
