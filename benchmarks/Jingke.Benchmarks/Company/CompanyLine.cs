namespace Jingke.Benchmarks.Company;

/// <summary>One line of an order. Money and quantity are ten-thousandths; accounts, products and places count from 1.</summary>
internal readonly record struct CompanyLine(
    int Order,
    int Number,
    int Day,
    int Account,
    int Product,
    int Place,
    long Quantity,
    long Amount,
    long? Cost,
    long Discount
)
{
    /// <summary>The order number as it stands in a file.</summary>
    public string OrderNo => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"SO{Order:000000000}");

    /// <summary>The day of the sale.</summary>
    public DateOnly OrderedOn => DateOnly.FromDayNumber(Day);
}
