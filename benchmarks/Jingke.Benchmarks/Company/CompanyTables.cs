using System.Globalization;
using System.Text;

namespace Jingke.Benchmarks.Company;

/// <summary>The generated company as tables of numbers, for databases that are compared with the ledger.</summary>
internal static class CompanyTables
{
    /// <summary>The tables with their columns; numbers throughout, which costs a database least.</summary>
    public static readonly (string Name, string[] Columns)[] Tables =
    [
        ("line", ["account", "day", "order_no", "product", "place", "quantity", "amount", "cost", "discount"]),
        ("account", ["id", "industry", "size", "ownership"]),
        ("product", ["id", "category"]),
        ("place", ["id", "province"]),
    ];

    /// <summary>The rows of a table; null is an unknown cost.</summary>
    public static IEnumerable<long?[]> Rows(GeneratedCompany company, string table) =>
        table switch
        {
            "line" => company
                .AllLines()
                .Select(line =>
                    new long?[]
                    {
                        line.Account,
                        line.Day,
                        line.Order,
                        line.Product,
                        line.Place,
                        line.Quantity,
                        line.Amount,
                        line.Cost,
                        line.Discount,
                    }
                ),
            "account" => company.Accounts.Select(
                (account, at) => new long?[] { at + 1, account.Industry, account.Size, account.Ownership }
            ),
            "product" => company.Products.Select((product, at) => new long?[] { at + 1, product.Category }),
            "place" => company.Places.Select(
                (place, at) => new long?[] { at + 1, long.Parse(place.Province.Code, CultureInfo.InvariantCulture) }
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(table), table, null),
        };

    /// <summary>Writes a table as csv without a header.</summary>
    public static async Task WriteCsvAsync(GeneratedCompany company, string table, string path)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        await using var text = new StreamWriter(file, new UTF8Encoding(false), 1 << 16);
        foreach (var row in Rows(company, table))
        {
            for (var at = 0; at < row.Length; at++)
            {
                if (at > 0)
                    text.Write(',');
                if (row[at] is { } value)
                    text.Write(value);
            }

            text.Write('\n');
        }
    }
}
