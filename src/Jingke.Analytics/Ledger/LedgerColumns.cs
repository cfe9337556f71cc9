namespace Jingke.Analytics.Ledger;

/// <summary>The line arrays of a ledger, shared by every ledger that differs only in its directories. Absent columns are null.</summary>
internal sealed class LedgerColumns
{
    /// <summary>Day number of day offset 0: the oldest line.</summary>
    public required int BaseDay { get; init; }

    /// <summary>Day number of the newest line.</summary>
    public required int LastDay { get; init; }

    /// <summary>Most orders of any one account: how much room a count of orders needs.</summary>
    public int MostOrders { get; set; }

    public required ushort[] Day { get; init; }
    public required long[] Amount { get; init; }
    public required int[] Order { get; init; }
    public int[]? Product { get; init; }
    public ushort[]? Place { get; init; }
    public PackedColumn? Quantity { get; init; }
    public long[]? Cost { get; init; }
    public PackedColumn? Discount { get; init; }
    public MonthFacts? Months { get; init; }

    /// <summary>The same columns with other products.</summary>
    public LedgerColumns WithProducts(int[] products) =>
        new()
        {
            BaseDay = BaseDay,
            LastDay = LastDay,
            MostOrders = MostOrders,
            Day = Day,
            Amount = Amount,
            Order = Order,
            Product = products,
            Place = Place,
            Quantity = Quantity,
            Cost = Cost,
            Discount = Discount,
            Months = Months,
        };

    public long Bytes =>
        (Day.Length * 2L)
        + (Amount.Length * 8L)
        + (Order.Length * 4L)
        + ((Product?.Length ?? 0) * 4L)
        + ((Place?.Length ?? 0) * 2L)
        + (Quantity?.Bytes ?? 0)
        + ((Cost?.Length ?? 0) * 8L)
        + (Discount?.Bytes ?? 0);
}
