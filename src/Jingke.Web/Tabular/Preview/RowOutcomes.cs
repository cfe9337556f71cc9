using System.Globalization;
using Jingke.Web.Tabular.Accounts;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Receivables;
using Jingke.Web.Tabular.Sales;
using Jingke.Web.Tabular.Sheets;

namespace Jingke.Web.Tabular.Preview;

/// <summary>Reads the first rows of a file as an import would and tells what became of them.</summary>
internal static class RowOutcomes
{
    public static List<RowPreview> Of(SheetFile file, Layout layout, Formats formats, int count) =>
        layout.Kind switch
        {
            FileKind.Sales => OfSales(file, layout, formats, count),
            FileKind.Receivables => OfReceivables(file, layout, formats, count),
            _ => OfAccounts(file, layout, formats, count),
        };

    private static List<RowPreview> OfReceivables(SheetFile file, Layout layout, Formats formats, int count)
    {
        using var reader = new ReceivableReader(file, layout, formats);
        List<RowPreview> rows = [];
        while (rows.Count < count && reader.Read())
            rows.Add(
                new(
                    reader.RowNumber,
                    reader.Cells(),
                    reader.Problem,
                    reader.Record is { } record ? ValuesOf(record) : new Dictionary<Field, string>()
                )
            );
        return rows;
    }

    private static Dictionary<Field, string> ValuesOf(ReceivableRecord record) =>
        Filled(
            new()
            {
                [Field.AccountCode] = record.AccountCode,
                [Field.AccountName] = record.AccountName,
                [Field.InvoiceNo] = record.InvoiceNo,
                [Field.InvoiceDate] = Day(record.InvoicedOn),
                [Field.DueDate] = Day(record.DueOn),
                [Field.InvoiceAmount] = Number(record.Amount),
                [Field.ReceiptDate] = record.Receipt is { } receipt ? Day(receipt.On) : "",
                [Field.ReceiptAmount] = Number(record.Receipt?.Amount),
            }
        );

    private static List<RowPreview> OfSales(SheetFile file, Layout layout, Formats formats, int count)
    {
        using var reader = new SalesReader(file, layout, formats);
        List<RowPreview> rows = [];
        while (rows.Count < count && reader.Read())
            rows.Add(
                new(
                    reader.RowNumber,
                    reader.Cells(),
                    reader.Problem,
                    reader.Problem is null ? ValuesOf(reader) : new Dictionary<Field, string>()
                )
            );
        return rows;
    }

    private static List<RowPreview> OfAccounts(SheetFile file, Layout layout, Formats formats, int count)
    {
        using var reader = new AccountReader(file, layout, formats);
        List<RowPreview> rows = [];
        while (rows.Count < count && reader.Read())
            rows.Add(
                new(
                    reader.RowNumber,
                    reader.Cells(),
                    reader.Problem,
                    reader.Problem is null ? ValuesOf(reader.Record, layout) : new Dictionary<Field, string>()
                )
                {
                    Facts = reader.Record.Facts,
                }
            );
        return rows;
    }

    private static Dictionary<Field, string> ValuesOf(SalesReader reader)
    {
        ref readonly var record = ref reader.Record;
        var (account, product) = (reader.Catalogue.Accounts[record.Account], reader.Catalogue.Products[record.Product]);
        var place = reader.Catalogue.Places[record.Place];
        Dictionary<Field, string> values = new()
        {
            [Field.Date] = Day(DateOnly.FromDayNumber(record.Day)),
            [Field.OrderNo] = reader.OrderNo,
            [Field.LineNo] = reader.LineNo,
            [Field.AccountCode] = account.Code,
            [Field.AccountName] = account.Name,
            [Field.ProductCode] = product.Code,
            [Field.ProductName] = product.Name,
            [Field.Category] = product.Category,
            [Field.Subcategory] = product.Subcategory,
            [Field.Amount] = Number(record.Amount),
            [Field.Quantity] = Number(record.Quantity),
            [Field.UnitPrice] = Number(record.UnitPrice),
            [Field.Cost] = Number(record.Cost),
            [Field.Discount] = Number(record.Discount),
            [Field.Country] = place.Country,
            [Field.Zone] = place.Zone,
            [Field.Province] = place.Province,
            [Field.City] = place.City,
            [Field.District] = place.District,
            [Field.Salesperson] = reader.Catalogue.Salespeople[record.Salesperson],
            [Field.Industry] = account.Industry,
            [Field.Size] = account.Size,
            [Field.Ownership] = account.Ownership,
            [Field.Segment] = account.Segment,
        };
        return Filled(values);
    }

    private static Dictionary<Field, string> ValuesOf(AccountRecord record, Layout layout)
    {
        var values = layout.Columns.Keys.ToDictionary(field => field, field => record[field]);
        if (record.Employees is { } staff)
            values[Field.Employees] = staff.ToString(CultureInfo.InvariantCulture);
        if (record.FirstTraded is { } day)
            values[Field.FirstTraded] = Day(day);
        if (record.Industry is { } industry)
            values[Field.Industry] = $"{industry.Code} {industry.Name}";
        return Filled(values);
    }

    private static Dictionary<Field, string> Filled(Dictionary<Field, string> values) =>
        values.Where(value => value.Value.Length > 0).ToDictionary(value => value.Key, value => value.Value);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(long? tenThousandths) =>
        (tenThousandths / 10_000m)?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
