using Jingke.Analytics.Figures;

namespace Jingke.Analytics.Segments;

/// <summary>
/// R, F, M and V of the active accounts as scores 1 to 5 by mid-rank quantile: equal values get equal scores, 5 is best. An account
/// without an order in the period has the lowest recency there is.
/// </summary>
public sealed class RfmScores
{
    private readonly AccountFigures figures;

    private RfmScores(AccountFigures figures, int[] active)
    {
        this.figures = figures;
        var measures = new[]
        {
            Array.ConvertAll(figures.LastOrderDay, day => (long)day),
            Array.ConvertAll(figures.Orders, orders => (long)orders),
            figures.NetSales,
            Array.ConvertAll(figures.Variety, variety => (long)variety),
        };
        var ranks = new MidRanks[measures.Length];
        Parallel.For(0, measures.Length, i => ranks[i] = MidRanks.Of(active, measures[i]));
        (Recency, Frequency, Monetary) = (ranks[0], ranks[1], ranks[2]);
        Variety = figures.View.Ledger.HasProducts ? ranks[3] : null;
    }

    /// <summary>Quantiles of recency; a later last order is better.</summary>
    public MidRanks Recency { get; }

    /// <summary>Quantiles of the number of orders.</summary>
    public MidRanks Frequency { get; }

    /// <summary>Quantiles of net sales.</summary>
    public MidRanks Monetary { get; }

    /// <summary>Quantiles of the number of distinct products; null when the ledger knows no products.</summary>
    public MidRanks? Variety { get; }

    /// <summary>The four scores of a row; each 1 to 5, all 0 when not active, V 0 when no products are known.</summary>
    public (int R, int F, int M, int V) this[int row] =>
        (Recency.ScoreOf(row), Frequency.ScoreOf(row), Monetary.ScoreOf(row), Variety?.ScoreOf(row) ?? 0);

    /// <summary>Median days since the last order, among accounts with an order in the period; null when there is none.</summary>
    public double? MedianRecencyDays
    {
        get
        {
            var days = figures.LastOrderDay.Where(day => day > 0).Select(day => (long)figures.View.AsOf.DayNumber + 1 - day).ToArray();
            return Median(days);
        }
    }

    /// <summary>Median number of orders of the active accounts; null when there is none.</summary>
    public double? MedianFrequency => Median(Monetary.Ascending.Select(row => (long)figures.Orders[row]).ToArray());

    /// <summary>Median net sales of the active accounts, ten-thousandths; null when there is none.</summary>
    public double? MedianMonetary => Median(Monetary.Ascending.Select(row => figures.NetSales[row]).ToArray());

    /// <summary>Scores the active accounts of some figures.</summary>
    public static RfmScores Of(AccountFigures figures) => new(figures, SalesRanking.RowsWhere(figures.Active, figures.ActiveAccounts));

    /// <summary>The middle value, or the mean of the two middle ones; null of nothing. Sorts the array.</summary>
    internal static double? Median(long[] values)
    {
        if (values.Length == 0)
            return null;

        Array.Sort(values);
        return ((double)values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
