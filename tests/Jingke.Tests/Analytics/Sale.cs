namespace Jingke.Tests.Analytics;

/// <summary>A sales line as the tests write it down; amounts in ten-thousandths. Account is an index, place 0 and product 0 are unknown.</summary>
public sealed record Sale(
    int Account,
    DateOnly Day,
    long Amount,
    string? Order = null,
    int Product = 0,
    int Place = 0,
    long Quantity = 0,
    long? Cost = null,
    long Discount = 0
)
{
    /// <summary>What makes an order: its number within the account, else the day.</summary>
    public string OrderName => Order is null ? $"day {Day:O}" : $"number {Order}";

    public (int Year, int Month) Month => (Day.Year, Day.Month);
}
