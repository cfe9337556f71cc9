using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Ledger;
using Jingke.Domain.Reference;
using Jingke.Web.Ledger;

namespace Jingke.Web.Features.Analysis.Map;

/// <summary>Where customers are: zones, provinces and cities, what could not be placed, and which provinces are empty, thin or crowded.</summary>
internal sealed class CustomersByRegion(AnalysisScope scope)
{
    /// <summary>Everything on the page.</summary>
    /// <param name="Zones">By the company's zones.</param>
    /// <param name="Provinces">By province, recognised or as written.</param>
    /// <param name="Cities">By city.</param>
    /// <param name="Recognised">The provinces that were recognised, as rows of <paramref name="Provinces"/>.</param>
    /// <param name="Verdicts">Empty, thin, crowded.</param>
    /// <param name="Unplaced">Lines whose region is not a province of China.</param>
    /// <param name="Places">Number of recognised provinces and of cities with an active customer.</param>
    /// <param name="WithCities">Keys of provinces in which a city with an active customer is known.</param>
    public sealed record Answer(
        Breakdown Zones,
        Breakdown Provinces,
        Breakdown Cities,
        IReadOnlyList<BreakdownRow> Recognised,
        RegionVerdicts Verdicts,
        Unplaced Unplaced,
        (int Provinces, int Cities) Places,
        IReadOnlySet<string> WithCities
    );

    /// <summary>Lines that are on no tile.</summary>
    /// <param name="Lines">How many; monthly sums at month grain.</param>
    /// <param name="NetSales">Their net sales, ten-thousandths.</param>
    /// <param name="Rows">Without any region (key empty) and by the text that was not recognised, largest first.</param>
    public sealed record Unplaced(long Lines, long NetSales, IReadOnlyList<(BreakdownRow Row, long Lines)> Rows);

    /// <summary>Works it out.</summary>
    public async Task<Answer> RunAsync(Analyses.Question question)
    {
        var view = scope.ViewOf(question);
        var zones = await scope.BreakdownAsync(view, Dimension.Zone);
        var provinces = await scope.BreakdownAsync(view, Dimension.Province);
        var cities = await scope.BreakdownAsync(view, Dimension.City);
        return scope.Kept(
            view,
            $"regions:{(await scope.ZonesAsync()).Key}",
            () => Make(view, zones, provinces, cities),
            answer => answer.Recognised.Count + answer.Unplaced.Rows.Count
        );
    }

    private static Answer Make(LedgerView view, Breakdown zones, Breakdown provinces, Breakdown cities)
    {
        BreakdownRow[] recognised = [.. provinces.Rows.Where(row => CodeOf(row) is not null)];
        var lines = LineCounts.Of(view, provinces.Grouping);
        (BreakdownRow Row, long Lines)[] elsewhere =
        [
            .. provinces.Rows.Where(row => CodeOf(row) is null && row.Accounts > 0).Select(row => (row, lines[row.Index])),
        ];
        var served = cities.Rows.Where(row => row.Accounts > 0 && row.Group.Key.Length > 0).ToList();
        var verdicts = RegionVerdicts.Of(
            [.. Divisions.Provinces.Select(province => province.Code)],
            [.. recognised.Select(row => new RegionVerdicts.Province(CodeOf(row)!, row.Accounts, row.NetSales, row.PreviousAccounts))]
        );
        return new(
            zones,
            provinces,
            cities,
            recognised,
            verdicts,
            new(elsewhere.Sum(each => each.Lines), elsewhere.Sum(each => each.Row.NetSales), elsewhere),
            (recognised.Count(row => row.Accounts > 0), served.Count),
            served.Select(row => GroupWords.ProvinceOf(row.Group)).ToHashSet()
        );
    }

    /// <summary>The six-digit code of a province's row; null when its region was not recognised.</summary>
    public static string? CodeOf(BreakdownRow row) =>
        Divisions.Find(row.Group.Key) is { Level: DivisionLevel.Province } division ? division.Code : null;
}
