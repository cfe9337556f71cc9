using Jingke.Analytics.Figures;

namespace Jingke.Analytics.Segments;

/// <summary>Accounts by net sales, largest first, in the period and in the comparison period, with their shares.</summary>
public sealed class SalesRanking
{
    private readonly AccountFigures figures;
    private readonly int[] ranks;
    private readonly int[] previousRanks;

    private SalesRanking(AccountFigures figures, int[] rows, int[] ranks, int[] previousRanks)
    {
        (this.figures, Rows) = (figures, rows);
        (this.ranks, this.previousRanks) = (ranks, previousRanks);
    }

    /// <summary>Rows of the active accounts, largest net sales first; equal ones by account code, then id.</summary>
    public int[] Rows { get; }

    /// <summary>Rank of a row, 1 = largest; accounts with equal net sales share the better rank. Null when not active.</summary>
    public int? RankOf(int row) => ranks[row] > 0 ? ranks[row] : null;

    /// <summary>Rank of a row in the comparison period. Null when it was not active then.</summary>
    public int? PreviousRankOf(int row) => previousRanks[row] > 0 ? previousRanks[row] : null;

    /// <summary>Places gained (positive) or lost since the comparison period. Null when not active in both.</summary>
    public int? RankChangeOf(int row) => ranks[row] > 0 && previousRanks[row] > 0 ? previousRanks[row] - ranks[row] : null;

    /// <summary>Net sales of a row / net sales of all active accounts. Null when not active or when that total is not positive.</summary>
    public double? ShareOf(int row) =>
        ranks[row] > 0 && figures.TotalNetSales > 0 ? (double)figures.NetSales[row] / figures.TotalNetSales : null;

    /// <summary>Ranks the accounts of some figures.</summary>
    public static SalesRanking Of(AccountFigures figures)
    {
        var active = RowsWhere(figures.Active, figures.ActiveAccounts);
        var rows = RadixSort.Ascending(active, figures.NetSales);
        Array.Reverse(rows);
        OrderTies(figures, rows, figures.NetSales);

        var wasActive = RowsWhere(figures.WasActive, figures.PreviouslyActiveAccounts);
        var previousRows = RadixSort.Ascending(wasActive, figures.PreviousNetSales);
        Array.Reverse(previousRows);
        return new SalesRanking(figures, rows, Ranks(rows, figures.NetSales), Ranks(previousRows, figures.PreviousNetSales));
    }

    internal static int[] RowsWhere(bool[] flags, int count)
    {
        var rows = new int[count];
        var next = 0;
        for (var row = 0; row < flags.Length; row++)
        {
            if (flags[row])
                rows[next++] = row;
        }

        return rows;
    }

    /// <summary>Orders rows with equal values by account code, then id, so that no order of lines or accounts shows through.</summary>
    internal static void OrderTies(AccountFigures figures, int[] rows, long[] values)
    {
        for (int start = 0, end; start < rows.Length; start = end)
        {
            end = start + 1;
            while (end < rows.Length && values[rows[end]] == values[rows[start]])
                end++;

            if (end - start > 1)
                rows.AsSpan(start, end - start).Sort((left, right) => CompareAccounts(figures, left, right));
        }
    }

    internal static int CompareAccounts(AccountFigures figures, int left, int right) =>
        figures.View.Ledger.Accounts.Compare(figures.Rows.AccountAt(left), figures.Rows.AccountAt(right));

    private static int[] Ranks(int[] rows, long[] values)
    {
        var found = new int[values.Length];
        for (var i = 0; i < rows.Length; i++)
            found[rows[i]] = i > 0 && values[rows[i]] == values[rows[i - 1]] ? found[rows[i - 1]] : i + 1;

        return found;
    }
}
