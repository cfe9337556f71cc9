using System.Globalization;
using Jingke.Analytics.Segments;

namespace Jingke.Benchmarks.Analysis;

/// <summary>What the ledger found, written as the answers of <see cref="SqlText.Answers"/> are.</summary>
internal static class LedgerAnswers
{
    public static Dictionary<string, string[]> Of(FullAnalysis found) =>
        new()
        {
            ["standing"] = Standing(found),
            ["breakdown"] = Breakdown(found).ToArray(),
            ["extreme"] = Extreme(found.Extremes).ToArray(),
            ["pareto"] =
            [
                Row(
                    found.Sales.Pareto.Accounts,
                    found.Sales.Pareto.AccountsFor80Percent,
                    found.Sales.Pareto.Top20PercentShare,
                    found.Sales.Concentration.Herfindahl,
                    found.Sales.Concentration.Gini
                ),
            ],
        };

    private static string[] Standing(FullAnalysis found)
    {
        var (figures, ranking, pareto) = (found.Sales.Figures, found.Sales.Ranking, Cumulative(found));
        var rows = new List<string>();
        for (var row = 0; row < figures.Rows.Count; row++)
        {
            var figure = figures[row];
            if (!figure.IsActive && !figure.WasActive)
                continue;

            var (active, scores) = (figure.IsActive, found.Sales.Scores[row]);
            rows.Add(
                Row(
                    figure.Account + 1,
                    figure.NetSales,
                    figure.PreviousNetSales,
                    figure.Returns,
                    figure.FirstOn?.DayNumber,
                    figure.LastOn?.DayNumber,
                    figure.Quantity,
                    figure.Discount,
                    figure.Cost,
                    figure.GrossProfit,
                    figure.YearOnYear.Change,
                    active ? figure.Orders : null,
                    figure.LastOrderOn?.DayNumber,
                    active ? figure.Variety : null,
                    active ? scores.R : null,
                    active ? scores.F : null,
                    active ? scores.M : null,
                    active ? scores.V : null,
                    ranking.RankOf(row),
                    ranking.PreviousRankOf(row),
                    active ? pareto[row] : null,
                    found.Tiers.Scores[row],
                    (int)found.Tiers[row]
                )
            );
        }

        return [.. rows];
    }

    private static long[] Cumulative(FullAnalysis found)
    {
        var (sums, sum) = (new long[found.Sales.Figures.Rows.Count], 0L);
        foreach (var row in found.Sales.Ranking.Rows)
            sums[row] = sum += found.Sales.Figures[row].NetSales;

        return sums;
    }

    private static IEnumerable<string> Breakdown(FullAnalysis found) =>
        found.Breakdowns.SelectMany(
            (breakdown, at) =>
                breakdown
                    .Rows.OrderBy(row => Group(at, row.Group.Key, row.Index))
                    .Select(row =>
                        Row(
                            at + 1,
                            Group(at, row.Group.Key, row.Index),
                            row.Accounts,
                            row.NetSales,
                            row.PreviousAccounts,
                            row.PreviousNetSales,
                            row.Share,
                            row.YearOnYear.Change
                        )
                    )
        );

    /// <summary>Provinces by their code, other groups by their position in the words of the company.</summary>
    private static int Group(int dimension, string key, int index) => dimension == 0 ? int.Parse(key, CultureInfo.InvariantCulture) : index;

    private static IEnumerable<string> Extreme(Extremes extremes) =>
        new[] { extremes.Top, extremes.Growth, extremes.Decline }.SelectMany(
            (accounts, kind) => accounts.Select((account, at) => Row(kind + 1, at + 1, account.Account + 1))
        );

    private static string Row(params object?[] cells) =>
        string.Join(',', cells.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)));
}
