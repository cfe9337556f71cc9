using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Jingke.Benchmarks.Company;

/// <summary>The generated company as the files a sales department would export.</summary>
internal static class CompanyFiles
{
    private static readonly string[] Header =
    [
        "订单编号",
        "行号",
        "订单日期",
        "客户编号",
        "客户名称",
        "省份",
        "城市",
        "行业",
        "客户规模",
        "企业性质",
        "产品编号",
        "产品名称",
        "产品类别",
        "数量",
        "销售额",
        "成本",
        "折扣金额",
    ];

    private static readonly bool[] IsNumber = Array.ConvertAll(Header, name => name is "数量" or "销售额" or "成本" or "折扣金额");

    /// <summary>UTF-8 with a byte order mark, commas, a header row.</summary>
    public static async Task WriteCsvAsync(GeneratedCompany company, string path)
    {
        await using var text = new StreamWriter(
            path,
            new UTF8Encoding(true),
            new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                BufferSize = 1 << 20,
            }
        );
        text.Write(string.Join(',', Header) + "\r\n");
        foreach (var line in company.AllLines())
            text.Write(string.Join(',', Cells(company, line)) + "\r\n");
    }

    /// <summary>A workbook with one sheet, texts inline, numbers as numbers, days as Excel's serial numbers with a date format.</summary>
    public static Task WriteXlsxAsync(GeneratedCompany company, string path)
    {
        using var book = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var workbook = book.AddWorkbookPart();
        var styles = workbook.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = new Stylesheet(
            new Fonts(new Font()),
            new Fills(new Fill()),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true })
        );
        var sheet = workbook.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(sheet))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteStartElement(new SheetData());
            WriteRow(writer, Header, header: true);
            foreach (var line in company.AllLines())
                WriteRow(writer, Cells(company, line, line.OrderedOn.ToDateTime(TimeOnly.MinValue).ToOADate()), header: false);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        workbook.Workbook = new Workbook(
            new Sheets(
                new Sheet
                {
                    Id = workbook.GetIdOfPart(sheet),
                    SheetId = 1,
                    Name = "订单明细",
                }
            )
        );
        return Task.CompletedTask;
    }

    private static void WriteRow(OpenXmlWriter writer, string[] cells, bool header)
    {
        writer.WriteStartElement(new Row());
        for (var at = 0; at < cells.Length; at++)
        {
            if (!header && (IsNumber[at] || at == 2))
                writer.WriteElement(new Cell { CellValue = new CellValue(cells[at]), StyleIndex = at == 2 ? 1u : 0u });
            else
                writer.WriteElement(new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(cells[at])) });
        }

        writer.WriteEndElement();
    }

    private static string[] Cells(GeneratedCompany company, in CompanyLine line, double? serial = null)
    {
        var (account, product, place) = (
            company.Accounts[line.Account - 1],
            company.Products[line.Product - 1],
            company.Places[line.Place - 1]
        );
        return
        [
            line.OrderNo,
            line.Number.ToString(CultureInfo.InvariantCulture),
            serial?.ToString(CultureInfo.InvariantCulture) ?? line.OrderedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            account.Code,
            account.Name,
            place.Province.Name,
            place.City.Name,
            CompanyWords.IndustryName(account.Industry),
            CompanyWords.Sizes[account.Size],
            CompanyWords.Ownerships[account.Ownership],
            product.Code,
            product.Name,
            CompanyWords.Categories[product.Category],
            Text(line.Quantity),
            Text(line.Amount),
            line.Cost is { } cost ? Text(cost) : "",
            Text(line.Discount),
        ];
    }

    private static string Text(long tenThousandths) => (tenThousandths / 10_000m).ToString("0.####", CultureInfo.InvariantCulture);
}
