using Jingke.Analytics.Figures;

namespace Jingke.Analytics.Segments;

/// <summary>An account among the extremes.</summary>
/// <param name="Row">Its row in the figures.</param>
/// <param name="Account">Its index in the ledger.</param>
/// <param name="NetSales">Net sales in the period, ten-thousandths.</param>
/// <param name="PreviousNetSales">Net sales in the comparison period, ten-thousandths.</param>
/// <param name="YearOnYear">The change.</param>
/// <param name="Rank">Rank in the period; null when not active.</param>
/// <param name="PreviousRank">Rank in the comparison period; null when not active then.</param>
/// <param name="RankChange">Places gained or lost; null when not active in both.</param>
public sealed record ExtremeAccount(
    int Row,
    int Account,
    long NetSales,
    long PreviousNetSales,
    YearOnYear YearOnYear,
    int? Rank,
    int? PreviousRank,
    int? RankChange
);

/// <summary>The accounts at the ends of the field.</summary>
/// <param name="Floor">Net sales of the comparison period from which growth and decline count, ten-thousandths; say it beside them.</param>
/// <param name="Top">Largest net sales first.</param>
/// <param name="Growth">Largest year-on-year growth first; only accounts at or above the floor, with a positive base, that grew.</param>
/// <param name="Decline">Steepest fall first; only accounts at or above the floor, with a positive base, that fell; lost ones are -100 %.</param>
public sealed record Extremes(
    long Floor,
    IReadOnlyList<ExtremeAccount> Top,
    IReadOnlyList<ExtremeAccount> Growth,
    IReadOnlyList<ExtremeAccount> Decline
)
{
    /// <summary>Finds the extremes.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="ranking">Their ranking.</param>
    /// <param name="count">How many of each.</param>
    /// <param name="floor">
    /// Net sales of the comparison period from which growth and decline count, ten-thousandths; null = the median of the accounts that
    /// were active then (of two middle ones the mean, rounded to even).
    /// </param>
    public static Extremes Of(AccountFigures figures, SalesRanking ranking, int count = 10, long? floor = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var previous = SalesRanking.RowsWhere(figures.WasActive, figures.PreviouslyActiveAccounts);
        var least = floor ?? (long)Math.Round(RfmScores.Median(Array.ConvertAll(previous, row => figures.PreviousNetSales[row])) ?? 0);
        var changes = new double[figures.Rows.Count];
        var (grown, fallen) = (new List<int>(), new List<int>());
        foreach (var row in previous)
        {
            if (figures.PreviousNetSales[row] < least || figures.YearOnYearOf(row).Change is not { } change)
                continue;

            changes[row] = change;
            if (change > 0)
                grown.Add(row);
            else if (change < 0)
                fallen.Add(row);
        }

        return new Extremes(
            least,
            Pick(ranking.Rows.Take(count)),
            Pick(First(grown, (left, right) => changes[right].CompareTo(changes[left]))),
            Pick(First(fallen, (left, right) => changes[left].CompareTo(changes[right])))
        );

        // Together with Take only as much is sorted as is taken.
        IEnumerable<int> First(List<int> rows, Comparison<int> by) =>
            rows.Order(
                    Comparer<int>.Create(
                        (left, right) =>
                        {
                            var order = by(left, right);
                            if (order == 0)
                                order = figures.PreviousNetSales[right].CompareTo(figures.PreviousNetSales[left]);

                            return order != 0 ? order : SalesRanking.CompareAccounts(figures, left, right);
                        }
                    )
                )
                .Take(count);

        ExtremeAccount[] Pick(IEnumerable<int> rows) => rows.Select(row => Describe(figures, ranking, row)).ToArray();
    }

    private static ExtremeAccount Describe(AccountFigures figures, SalesRanking ranking, int row) =>
        new(
            row,
            figures.Rows.AccountAt(row),
            figures.NetSales[row],
            figures.PreviousNetSales[row],
            figures.YearOnYearOf(row),
            ranking.RankOf(row),
            ranking.PreviousRankOf(row),
            ranking.RankChangeOf(row)
        );
}
