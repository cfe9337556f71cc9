using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.Figures;

/// <summary>The loop behind <see cref="AccountFigures"/>; one per thread, with its scratch and its part of the totals.</summary>
internal sealed class FigureKernel(AccountFigures figures)
{
    private readonly LedgerView view = figures.View;
    private readonly SalesLedger ledger = figures.View.Ledger;
    private readonly LedgerColumns columns = figures.View.Ledger.Columns;
    private readonly OrderCounter orders = new(figures.View.Ledger);
    private readonly int[] seen = new int[figures.View.Ledger.HasProducts ? figures.View.Ledger.Products.Count : 0];

    public int ActiveAccounts { get; private set; }
    public int PreviouslyActiveAccounts { get; private set; }
    public long NetSales { get; private set; }
    public long PreviousNetSales { get; private set; }
    public long Orders { get; private set; }

    public void Run(int fromRow, int toRow)
    {
        var (from, to) = ledger.OffsetsOf(view.Period);
        var (previousFrom, previousTo) = ledger.OffsetsOf(view.Comparison);
        for (var row = fromRow; row < toRow; row++)
        {
            var account = figures.Rows.AccountAt(row);
            var (start, end) = ledger.LinesOf(account, from, to);
            if (start < end)
                Measure(row, account, start, end);

            var (previousStart, previousEnd) = ledger.LinesOf(account, previousFrom, previousTo);
            if (previousStart < previousEnd)
                MeasurePrevious(row, previousStart, previousEnd);
        }
    }

    private void Measure(int row, int account, int start, int end)
    {
        var (net, returns) = (0L, 0L);
        foreach (var amount in columns.Amount.AsSpan(start, end - start))
        {
            net += amount;
            returns += Math.Min(amount, 0);
        }

        var (count, lastOrderDay) = orders.Count(account, start, end, view.Period.From, view.Period.To);
        figures.Active[row] = true;
        figures.NetSales[row] = net;
        figures.Returns[row] = returns;
        figures.Orders[row] = count;
        figures.LastOrderDay[row] = lastOrderDay;
        figures.FirstDay[row] = FirstDay(account, start) + 1;
        figures.LastDay[row] = columns.BaseDay + columns.Day[end - 1] + 1;
        if (columns.Product is { } products)
            figures.Variety[row] = DistinctProducts(
                row + 1,
                products.AsSpan(start, end - start),
                columns.Amount.AsSpan(start, end - start)
            );
        if (columns.Quantity is { } quantity)
            figures.Quantity![row] = quantity.Sum(start, end);
        if (columns.Discount is { } discount)
            figures.Discount![row] = discount.Sum(start, end);
        if (columns.Cost is { } cost)
            MeasureCost(row, cost.AsSpan(start, end - start), columns.Amount.AsSpan(start, end - start));

        ActiveAccounts++;
        NetSales += net;
        Orders += count;
    }

    private void MeasurePrevious(int row, int start, int end)
    {
        var net = 0L;
        foreach (var amount in columns.Amount.AsSpan(start, end - start))
            net += amount;

        figures.PreviousNetSales[row] = net;
        figures.WasActive[row] = true;
        PreviouslyActiveAccounts++;
        PreviousNetSales += net;
    }

    /// <summary>First day with a line; at month grain a row knows only the last day of its group, so the month's own fact is asked.</summary>
    private int FirstDay(int account, int start)
    {
        if (columns.Months is not { } months)
            return columns.BaseDay + columns.Day[start];

        var day = DateOnly.FromDayNumber(columns.BaseDay + columns.Day[start]);
        var month = (day.Year * 12) + day.Month - 1;
        var first = months.Sum(account, month, month).FirstDay;
        return first >= 0 ? first : day.DayNumber;
    }

    private int DistinctProducts(int mark, ReadOnlySpan<int> products, ReadOnlySpan<long> amounts)
    {
        var distinct = 0;
        for (var i = 0; i < products.Length; i++)
        {
            ref var last = ref seen[products[i]];
            if (last == mark || amounts[i] <= 0 || products[i] == 0)
                continue;

            last = mark;
            distinct++;
        }

        return distinct;
    }

    private void MeasureCost(int row, ReadOnlySpan<long> costs, ReadOnlySpan<long> amounts)
    {
        var (cost, sales, known, all) = (0L, 0L, 0L, 0L);
        for (var i = 0; i < costs.Length; i++)
        {
            var absolute = Math.Abs(amounts[i]);
            all += absolute;
            if (costs[i] == SalesLine.NoCost)
                continue;

            cost += costs[i];
            sales += amounts[i];
            known += absolute;
        }

        figures.Cost![row] = cost;
        figures.SalesWithCost![row] = sales;
        figures.CostCoverage![row] = all > 0 ? (double)known / all : 0;
    }
}
