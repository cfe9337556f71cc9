using System.Text.Json;
using Jingke.Analytics;
using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Performance;
using Jingke.Analytics.Series;

namespace Jingke.Tests.Analytics;

/// <summary>All results of all analyses of a view as text, so that two views can be compared in everything at once.</summary>
public static class Everything
{
    private static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>One line per result; accounts are named by code, so that indexes do not show.</summary>
    public static string Of(LedgerView view)
    {
        var (analysis, ledger) = (SalesAnalysis.Of(view), view.Ledger);
        var (tiers, codes) = (analysis.Tiers(), ledger.Accounts.Codes);
        var accounts = Enumerable
            .Range(0, analysis.Figures.Rows.Count)
            .OrderBy(row => codes[analysis.Figures.Rows.AccountAt(row)], StringComparer.Ordinal)
            .Select(row => new
            {
                Code = codes[analysis.Figures.Rows.AccountAt(row)],
                Figure = analysis.Figures[row] with
                {
                    Account = 0,
                },
                Rank = analysis.Ranking.RankOf(row),
                Previous = analysis.Ranking.PreviousRankOf(row),
                Share = analysis.Ranking.ShareOf(row),
                Scores = analysis.Scores[row].ToString(),
                Tier = tiers[row],
                Value = tiers.Scores[row],
                Parts = tiers.Scores.PartsOf(row),
                Reasons = tiers.ReasonsOf(row),
                Months = MonthlySeries.OfAccount(ledger, view.Period, analysis.Figures.Rows.AccountAt(row)).NetSales,
                Years = YearlyPerformance.OfAccount(view, analysis.Figures.Rows.AccountAt(row)).Select(year => year with { Account = 0 }),
            });
        var dimensions = Enum.GetValues<Dimension>().Select(dimension => Breakdown.Of(view, dimension)).ToArray();
        object[] results =
        [
            .. accounts,
            analysis.Ranking.Rows.Select(row => codes[analysis.Figures.Rows.AccountAt(row)]),
            analysis.Pareto.Points,
            analysis.Concentration,
            tiers.Summary,
            analysis.Loyalty(),
            new object?[] { analysis.Scores.MedianRecencyDays, analysis.Scores.MedianFrequency, analysis.Scores.MedianMonetary },
            Describe(analysis.Extremes(5), codes),
            dimensions.SelectMany(breakdown => breakdown.Rows.Select(row => row with { Index = 0 })),
            dimensions.SelectMany(breakdown => BreakdownYears.Of(view, breakdown.Grouping).Rows.Select(row => row with { Index = 0 })),
            CalendarYears.Of(view),
            CalendarYears.AllTime(view).ToString(),
            MonthlySeries.Of(ledger, view.Period, view.Accounts).NetSales,
            PerformancePage.Of(view, 2, 20).Rows.Select(row => new { Code = codes[row.Account], Row = row with { Account = 0 } }),
        ];
        return string.Join('\n', results.Select(result => JsonSerializer.Serialize(result, Options)));
    }

    private static object Describe(Jingke.Analytics.Segments.Extremes extremes, string[] codes) =>
        new[] { extremes.Top, extremes.Growth, extremes.Decline }.Select(list =>
            list.Select(account => new { Code = codes[account.Account], Account = account with { Account = 0, Row = 0 } })
        );
}
