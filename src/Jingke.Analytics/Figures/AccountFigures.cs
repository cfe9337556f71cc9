using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.Figures;

/// <summary>
/// What every account of a view did in the period: one pass over the lines, on several threads where there are many.
/// One entry per row of <see cref="Rows"/>; read one account through the indexer, or whole columns.
/// </summary>
public sealed class AccountFigures
{
    /// <summary>The share of an account's sales whose cost must be known before a gross profit is stated.</summary>
    public const double ProfitCoverage = 0.9;

    private AccountFigures(LedgerView view)
    {
        View = view;
        Rows = new AccountRows(view.Ledger, view.Accounts);
        (Active, WasActive) = (new bool[Rows.Count], new bool[Rows.Count]);
        (NetSales, PreviousNetSales, Returns) = (new long[Rows.Count], new long[Rows.Count], new long[Rows.Count]);
        (Orders, Variety) = (new int[Rows.Count], new int[Rows.Count]);
        (FirstDay, LastDay, LastOrderDay) = (new int[Rows.Count], new int[Rows.Count], new int[Rows.Count]);
        Quantity = view.Ledger.HasQuantity ? new long[Rows.Count] : null;
        Discount = view.Ledger.HasDiscount ? new long[Rows.Count] : null;
        if (view.Ledger.HasCost)
            (Cost, SalesWithCost, CostCoverage) = (new long[Rows.Count], new long[Rows.Count], new double[Rows.Count]);
    }

    /// <summary>The question these figures answer.</summary>
    public LedgerView View { get; }

    /// <summary>Which account each row is.</summary>
    public AccountRows Rows { get; }

    /// <summary>Number of active accounts.</summary>
    public int ActiveAccounts { get; private set; }

    /// <summary>Net sales of all accounts of the view, ten-thousandths.</summary>
    public long TotalNetSales { get; private set; }

    /// <summary>Net sales of all accounts of the view in the comparison period, ten-thousandths.</summary>
    public long TotalPreviousNetSales { get; private set; }

    /// <summary>Number of accounts active in the comparison period.</summary>
    public int PreviouslyActiveAccounts { get; private set; }

    /// <summary>Orders of all accounts of the view.</summary>
    public long TotalOrders { get; private set; }

    /// <summary>Change of the total against the comparison period.</summary>
    public YearOnYear YearOnYear => YearOnYear.Of(TotalNetSales, TotalPreviousNetSales, ActiveAccounts > 0, PreviouslyActiveAccounts > 0);

    /// <summary>All figures of a row.</summary>
    public AccountFigure this[int row] =>
        new()
        {
            Account = Rows.AccountAt(row),
            IsActive = Active[row],
            NetSales = NetSales[row],
            Orders = Orders[row],
            Variety = Variety[row],
            FirstOn = DayOf(FirstDay[row]),
            LastOn = DayOf(LastDay[row]),
            LastOrderOn = DayOf(LastOrderDay[row]),
            RecencyDays = LastOrderDay[row] > 0 ? View.AsOf.DayNumber - (LastOrderDay[row] - 1) : null,
            Returns = Returns[row],
            Quantity = Quantity?[row] ?? 0,
            Discount = Discount?[row] ?? 0,
            DiscountShare =
                Discount is not null && NetSales[row] + Discount[row] > 0 ? (double)Discount[row] / (NetSales[row] + Discount[row]) : null,
            Cost = Cost?[row] ?? 0,
            SalesWithCost = SalesWithCost?[row] ?? 0,
            CostCoverage = Active[row] ? CostCoverage?[row] ?? 0 : null,
            GrossProfit = GrossProfitOf(row),
            PreviousNetSales = PreviousNetSales[row],
            WasActive = WasActive[row],
            YearOnYear = YearOnYearOf(row),
        };

    /// <summary>The figures of an account by its index in the ledger; null when the view does not have it.</summary>
    public AccountFigure? Of(int account) => Rows.RowOf(account) is var row and >= 0 ? this[row] : null;

    /// <summary>Gross profit of a row, ten-thousandths; null when too little of its cost is known.</summary>
    public long? GrossProfitOf(int row) =>
        Cost is not null && Active[row] && CostCoverage![row] >= ProfitCoverage ? SalesWithCost![row] - Cost[row] : null;

    /// <summary>Year on year of a row.</summary>
    public YearOnYear YearOnYearOf(int row) => YearOnYear.Of(NetSales[row], PreviousNetSales[row], Active[row], WasActive[row]);

    /// <summary>Works out the figures of a view.</summary>
    public static AccountFigures Of(LedgerView view)
    {
        var figures = new AccountFigures(view);
        var lines = (long)view.Ledger.LineCount * figures.Rows.Count / Math.Max(view.Ledger.AccountCount, 1);
        AccountChunks.Run(
            figures.Rows.Count,
            lines,
            () => new FigureKernel(figures),
            (from, to, kernel) => kernel.Run(from, to),
            kernel =>
            {
                figures.ActiveAccounts += kernel.ActiveAccounts;
                figures.PreviouslyActiveAccounts += kernel.PreviouslyActiveAccounts;
                figures.TotalNetSales += kernel.NetSales;
                figures.TotalPreviousNetSales += kernel.PreviousNetSales;
                figures.TotalOrders += kernel.Orders;
            }
        );
        return figures;
    }

    internal bool[] Active { get; }
    internal bool[] WasActive { get; }
    internal long[] NetSales { get; }
    internal long[] PreviousNetSales { get; }
    internal long[] Returns { get; }
    internal int[] Orders { get; }
    internal int[] Variety { get; }

    /// <summary>Day number + 1, so that 0 means none and a later day is a larger number.</summary>
    internal int[] FirstDay { get; }
    internal int[] LastDay { get; }
    internal int[] LastOrderDay { get; }
    internal long[]? Quantity { get; }
    internal long[]? Discount { get; }
    internal long[]? Cost { get; }
    internal long[]? SalesWithCost { get; }
    internal double[]? CostCoverage { get; }

    private static DateOnly? DayOf(int dayNumberPlusOne) => dayNumberPlusOne > 0 ? DateOnly.FromDayNumber(dayNumberPlusOne - 1) : null;
}
