using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Ledger;

namespace Jingke.Tests.Analytics;

/// <summary>The sales of a company with its directories, and the ledgers made of them.</summary>
public sealed class Company
{
    private const string Letters = "qwertyuiopasdfghjklzxcvbnm";

    public Company(int accounts, params Sale[] sales)
    {
        Sales = sales;
        Accounts = Directory(accounts);
    }

    public IReadOnlyList<Sale> Sales { get; init; }

    public AccountDirectory Accounts { get; init; }

    /// <summary>Products 1 to 9; the first five are of category "hard", the others "soft".</summary>
    public ProductDirectory Products { get; init; } =
        new(
            [.. Enumerable.Range(0, 10).Select(i => (long)i)],
            [.. Enumerable.Range(0, 10).Select(i => i == 0 ? "" : $"P{i}")],
            [.. Enumerable.Range(0, 10).Select(i => i == 0 ? "" : $"product {i}")],
            new CodedColumn([0, 1, 1, 1, 1, 1, 2, 2, 2, 2], ["", "hard", "soft"])
        );

    public PlaceDirectory Places { get; init; } =
        new([
            Place.Unknown,
            new Place("中国", "", "37", "山东", "济南"),
            new Place("中国", "", "37", "山东", "青岛"),
            new Place("中国", "", "44", "广东", "广州"),
            new Place("中国", "", "44", "广东", ""),
            new Place("中国", "", "21", "辽宁", "朝阳"),
            new Place("中国", "", "11", "北京", "朝阳"),
            new Place("美国", "", "", "Texas", "Austin"),
        ]);

    /// <summary>Accounts named by letters in an order unlike that of their indexes, spread over attributes and places.</summary>
    public static AccountDirectory Directory(int count) =>
        new(
            [.. Enumerable.Range(0, count).Select(i => 1000L + i)],
            [.. Enumerable.Range(0, count).Select(i => $"{Letters[i % 26]}{i}")],
            [.. Enumerable.Range(0, count).Select(i => $"account {i}")]
        )
        {
            Places = [.. Enumerable.Range(0, count).Select(i => (ushort)(i % 8))],
            Industry = new CodedColumn([.. Enumerable.Range(0, count).Select(i => i % 4)], ["", "steel", "paper", "food"]),
            Size = new CodedColumn([.. Enumerable.Range(0, count).Select(i => i % 3)], ["", "large", "small"]),
            Owner = new CodedColumn([.. Enumerable.Range(0, count).Select(i => i % 2)], ["", "Li"], ["", "u1"]),
        };

    /// <summary>The ledger at line grain.</summary>
    public SalesLedger Ledger()
    {
        var builder = new SalesLedgerBuilder();
        var segment = builder.NewSegment();
        foreach (var sale in Sales)
            segment.Append(Line(sale, sale.Order));

        return builder.Build(Accounts, Products, Places);
    }

    /// <summary>The ledger at month grain, aggregated as a database would.</summary>
    public SalesLedger MonthLedger()
    {
        var builder = new SalesLedgerBuilder(LedgerGrain.Month);
        var segment = builder.NewSegment();
        var spread = Sales
            .Where(sale => sale.Order is not null)
            .GroupBy(sale => (sale.Account, sale.Order))
            .Where(order => order.Select(sale => sale.Month).Distinct().Count() > 1)
            .Select(order => order.Key)
            .ToHashSet();
        var rows = Sales.GroupBy(sale =>
            (
                sale.Account,
                sale.Month,
                sale.Product,
                sale.Place,
                Negative: sale.Amount < 0,
                CostKnown: sale.Cost is not null,
                Order: spread.Contains((sale.Account, sale.Order)) ? sale.Order : null
            )
        );
        foreach (var row in rows)
        {
            var sum = new Sale(
                row.Key.Account,
                row.Max(sale => sale.Day),
                row.Sum(sale => sale.Amount),
                row.Key.Order,
                row.Key.Product,
                row.Key.Place,
                row.Sum(sale => sale.Quantity),
                row.Key.CostKnown ? row.Sum(sale => sale.Cost) : null,
                row.Sum(sale => sale.Discount)
            );
            segment.Append(Line(sum, sum.Order));
        }

        foreach (var month in Sales.GroupBy(sale => (sale.Account, sale.Month)))
        {
            var orders = month
                .Where(sale => !spread.Contains((sale.Account, sale.Order)))
                .GroupBy(sale => sale.OrderName)
                .Where(order => order.Sum(sale => sale.Amount) > 0)
                .ToArray();
            var positive = orders.SelectMany(order => order).Where(sale => sale.Amount > 0).ToArray();
            DateOnly? last = positive.Length > 0 ? positive.Max(sale => sale.Day) : null;
            var (year, number) = month.Key.Month;
            builder.Append(new AccountMonth(month.Key.Account, year, number, orders.Length, last, month.Min(sale => sale.Day)));
        }

        return builder.Build(Accounts, Products, Places);
    }

    public Company With(IEnumerable<Sale> sales) =>
        new(0)
        {
            Sales = [.. sales],
            Accounts = Accounts,
            Products = Products,
            Places = Places,
        };

    /// <summary>Key of the group of a sale, worked out from the directories alone.</summary>
    public string GroupOf(Sale sale, Dimension dimension)
    {
        var place = Places[sale.Place != 0 ? sale.Place : Accounts.Places[sale.Account]];
        var province = place.ProvinceCode.Length > 0 ? place.ProvinceCode : place.Province;
        return dimension switch
        {
            Dimension.Region or Dimension.Province => province,
            Dimension.City => place.City.Length > 0 ? $"{province}/{place.City}" : "",
            Dimension.Country => place.Country,
            Dimension.Zone => place.ProvinceCode switch
            {
                "37" => "east",
                "44" => "south",
                "21" => "northeast",
                "11" => "north",
                _ => "",
            },
            Dimension.Category => sale.Product == 0 ? ""
            : sale.Product <= 5 ? "hard"
            : "soft",
            Dimension.Product => sale.Product == 0 ? "" : $"{sale.Product}",
            Dimension.Industry => new[] { "", "steel", "paper", "food" }[sale.Account % 4],
            Dimension.Size => new[] { "", "large", "small" }[sale.Account % 3],
            Dimension.Owner => new[] { "", "u1" }[sale.Account % 2],
            _ => "",
        };
    }

    private static SalesLine Line(Sale sale, string? order) =>
        new()
        {
            Account = sale.Account,
            Day = sale.Day,
            Amount = sale.Amount,
            OrderKey = order is null ? 0 : KeyOf(order),
            Product = sale.Product,
            Place = (ushort)sale.Place,
            Quantity = sale.Quantity,
            Cost = sale.Cost,
            Discount = sale.Discount,
        };

    /// <summary>Any injective number but 0 will do: the orders of the tests have short names.</summary>
    private static ulong KeyOf(string order) => order.Aggregate(1UL, (key, letter) => (key * 131) + letter);
}
