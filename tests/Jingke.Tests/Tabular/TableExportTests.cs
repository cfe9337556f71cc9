using System.Text;
using ExcelDataReader;
using Jingke.Web.Tabular.Writing;
using Xunit;

namespace Jingke.Tests.Tabular;

public class TableExportTests
{
    private static readonly ExportColumn[] Columns =
    [
        new("客户"),
        new("净销售额", ExportType.Money),
        new("数量", ExportType.Quantity),
        new("占比", ExportType.Percent),
        new("最近下单", ExportType.Date),
        new("订单数", ExportType.Integer),
    ];

    private static readonly ExportCell[][] Rows =
    [
        ["甲公司, \"A\"", 1_234_500L, 25_000L, 0.0625, new DateOnly(2024, 3, 5), 12],
        ["=HYPERLINK(\"http://x\")", -15L, default, default, default, default],
        ["+86 10", default, default, default, default, default],
        ["-", 0L, 0L, 0d, new DateOnly(1999, 12, 31), 0],
        ["@sum\tand\u0000control", default, default, default, default, default],
        [default, default, default, double.NaN, default, default],
    ];

    [Fact]
    public async Task Csv_is_utf8_with_a_mark_and_runs_no_formula()
    {
        var text = Encoding.UTF8.GetString(await WriteAsync(ExportFormat.Csv, Rows));

        Assert.Equal(
            "\uFEFF客户,净销售额,数量,占比,最近下单,订单数\r\n"
                + "\"甲公司, \"\"A\"\"\",123.45,2.5,6.25%,2024-03-05,12\r\n"
                + "\"'=HYPERLINK(\"\"http://x\"\")\",-0.0015,,,,\r\n"
                + "\"'+86 10\",,,,,\r\n"
                + "\"'-\",0.00,0,0.00%,1999-12-31,0\r\n"
                + "\"'@sum\tand\u0000control\",,,,,\r\n"
                + ",,,,,\r\n",
            text
        );
    }

    [Fact]
    public async Task Xlsx_holds_typed_cells_and_text_stays_text()
    {
        using var reader = Open(await WriteAsync(ExportFormat.Xlsx, Rows));

        Assert.Equal(["客户", "净销售额", "数量", "占比", "最近下单", "订单数"], Next(reader));
        Assert.Equal(["甲公司, \"A\"", 123.45, 2.5, 0.0625, new DateTime(2024, 3, 5), 12.0], Next(reader));
        Assert.Equal("=HYPERLINK(\"http://x\")", Next(reader)[0]);
        Assert.Equal("+86 10", Next(reader)[0]);
        Assert.Equal(["-", 0.0, 0.0, 0.0, new DateTime(1999, 12, 31), 0.0], Next(reader));
        Assert.Equal("@sum\tandcontrol", Next(reader)[0]);
        Assert.Equal([null, null, null, null, null, null], Next(reader));
        Assert.False(reader.Read());
    }

    [Fact]
    public async Task Text_longer_than_a_cell_is_cut_and_says_so()
    {
        using var reader = Open(
            await WriteAsync(
                ExportFormat.Xlsx,
                [
                    [new string('长', 40_000), default, default, default, default, default],
                ]
            )
        );
        reader.Read();

        var cell = (string)Next(reader)[0]!;

        Assert.Equal(32_767, cell.Length);
        Assert.EndsWith("…", cell, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a:b/c?*[d]", "abcd")]
    [InlineData("", "Sheet")]
    [InlineData("0123456789012345678901234567890123456789", "0123456789012345678901234567")]
    public void A_title_becomes_a_name_that_excel_allows(string title, string name)
    {
        Assert.Equal(name, XlsxStyles.SheetName(title));
    }

    [Fact]
    public async Task What_is_exported_reads_back_the_same()
    {
        ExportColumn[] columns = [new("日期", ExportType.Date), new("客户"), new("金额", ExportType.Money)];
        var random = new Random(2);
        ExportCell[][] rows =
        [
            .. Enumerable
                .Range(0, 500)
                .Select(i =>
                    new ExportCell[]
                    {
                        new DateOnly(2024, 1, 1).AddDays(i),
                        $"客户{i % 7}",
                        random.NextInt64(-1_000_000_000, 1_000_000_000),
                    }
                ),
        ];
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            using var stream = new MemoryStream();
            await TableExport.WriteAsync(format, stream, columns, "明细", ToAsync(rows), TestContext.Current.CancellationToken);
            using var file = Sheet.OfBytes(stream.ToArray(), format.ToString());

            var read = file.Read();

            Assert.Equal(
                rows.Select(row => (row[0].Whole, row[2].Whole)),
                read.Lines.Select(line => ((long?)line.Day, (long?)line.Amount))
            );
        }
    }

    private static async Task<byte[]> WriteAsync(ExportFormat format, ExportCell[][] rows)
    {
        using var stream = new MemoryStream();
        var count = await TableExport.WriteAsync(format, stream, Columns, "客户", ToAsync(rows), TestContext.Current.CancellationToken);
        Assert.Equal(rows.Length, count);
        return stream.ToArray();
    }

    private static async IAsyncEnumerable<ExportCell[]> ToAsync(ExportCell[][] rows)
    {
        foreach (var row in rows)
        {
            await Task.Yield();
            yield return row;
        }
    }

    private static IExcelDataReader Open(byte[] book)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return ExcelReaderFactory.CreateReader(new MemoryStream(book));
    }

    private static object?[] Next(IExcelDataReader reader)
    {
        Assert.True(reader.Read());
        return [.. Enumerable.Range(0, 6).Select(column => column < reader.FieldCount ? reader.GetValue(column) : null)];
    }
}
