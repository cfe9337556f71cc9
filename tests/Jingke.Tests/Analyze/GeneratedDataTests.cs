using System.Globalization;
using System.Text;
using Jingke.Tests.Tabular;
using Xunit;

namespace Jingke.Tests.Analyze;

/// <summary>The command on generated files whose truth is worked out with LINQ over the rows that were written.</summary>
public class GeneratedDataTests
{
    private sealed record Row(string Invoice, string Code, int Quantity, DateTime At, decimal Price, string Customer, string Country)
    {
        public decimal Amount => Quantity * Price;
    }

    [Fact]
    public async Task An_online_retail_export_is_counted_to_the_penny()
    {
        var rows = OnlineRetail(6_000);
        using var file = Sheet.Of(OnlineRetailCsv(rows));

        var run = await Analyzed.JsonAsync(file.Path, "--from", "2009-12-01", "--to", "2011-12-31");

        CheckOnlineRetail(run, rows);
    }

    [Fact]
    public async Task A_workbook_with_a_sheet_per_year_is_read_as_one_table()
    {
        var rows = OnlineRetail(2_000);
        using var file = Workbooks.Of([
            ("Year 2009-2010", OnlineRetailCells(rows.Where(row => row.At.Year < 2011))),
            ("Year 2010-2011", OnlineRetailCells(rows.Where(row => row.At.Year >= 2011))),
            (
                "Notes",
                [
                    ["Prepared by", "somebody"],
                    ["on", "some day"],
                ]
            ),
        ]);

        var run = await Analyzed.JsonAsync(file.Path, "--from", "2009-12-01", "--to", "2011-12-31");

        CheckOnlineRetail(run, rows);
    }

    [Fact]
    public async Task An_erp_export_in_gbk_with_titles_and_totals_is_read()
    {
        var text = new StringBuilder("某某有限公司\n销售明细表,,,2024年度\n制表人:,张三\n\n");
        text.Append("序号,单据编号,日期,客户名称,省份,业务员,商品名称,数量,单价,金额(万元),税额\n");
        var (total, random) = (0m, new Random(3));
        for (var i = 1; i <= 400; i++)
        {
            var amount = random.Next(1, 99_999) / 10_000m;
            total += amount * 10_000;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{i},XS{i / 3:D5},2024年{i % 12 + 1}月{i % 28 + 1}日,客户{i % 25}有限公司,{(i % 2 == 0 ? "广东省" : "浙江")},李四,商品{i % 9},{i},\"1,{random.Next(100, 999)}.00\",{amount},0\n"
            );
        }
        text.Append(CultureInfo.InvariantCulture, $"合计,,,,,,,,,{total / 10_000},\n");
        using var file = Sheet.Of(text.ToString(), Sheet.Named("GB18030"));

        var run = await Analyzed.JsonAsync(file.Path);

        Assert.Equal(401, run.Count("lines.read"));
        Assert.Equal(1, run.Count("lines.rejected"));
        Assert.Equal(25, run.Count("allTime.accounts"));
        Assert.Equal(total, run.Money("allTime.netSales"));
        Assert.Equal(2, run["by.province"].GetArrayLength());
        Assert.Equal(200, run.Named("by.province", "广东").GetProperty("accounts").GetInt32() * 8);
    }

    [Fact]
    public async Task Accounts_are_joined_by_code_and_by_name()
    {
        using var sales = Sheet.Of(
            "date,customer id,customer name,amount\n2024-01-05,007,Seven,10\n2024-01-06,,Eight,20\n2024-01-07,9,Nine,30\n"
        );
        using var accounts = Sheet.Of(
            "客户编号,客户名称,行业,规模,企业性质,省份,城市\n007,Seven Ltd,汽车制造业,大型,国企,广东,深圳\n,EIGHT,软件,小型,民营,浙江,杭州\n"
        );

        var run = await Analyzed.JsonAsync(sales.Path, "--accounts", accounts.Path);

        Assert.Equal(10m, run.Named("by.industry", "汽车制造业").GetProperty("netSales").GetDecimal());
        Assert.Equal(20m, run.Named("by.size", "小型").GetProperty("netSales").GetDecimal());
        Assert.Equal(30m, run.Named("by.ownership", "").GetProperty("netSales").GetDecimal());
        Assert.Equal(20m, run.Named("by.province", "浙江").GetProperty("netSales").GetDecimal());
        Assert.Equal(
            "Seven",
            run["top"].EnumerateArray().Single(account => account.GetProperty("code").GetString() == "007").GetProperty("name").GetString()
        );
    }

    [Fact]
    public async Task Lines_after_the_as_of_date_are_left_out()
    {
        using var file = Sheet.Of("date,customer,amount\n2024-01-05,A,10\n2024-02-05,A,20\n2024-03-05,,40\n2024-03-05,B,80\n");

        var run = await Analyzed.JsonAsync(file.Path, "--as-of", "2024-02-28");

        Assert.Equal(30m, run.Money("allTime.netSales"));
        Assert.Equal(0m, run.Money("allTime.unattributedSales"));
        Assert.Equal("2024-02-05", run["allTime.to"].GetString());
        Assert.Equal("2023-03-01", run["period.from"].GetString());
        Assert.Equal(1, run.Count("totals.accounts"));
    }

    private static void CheckOnlineRetail(Analyzed run, List<Row> rows)
    {
        var known = rows.Where(row => row.Customer.Length > 0).ToList();
        var byCustomer = known.GroupBy(row => row.Customer).ToDictionary(group => group.Key, group => group.Sum(row => row.Amount));
        Assert.Equal(rows.Count, run.Count("lines.accepted"));
        Assert.Equal(rows.Count - known.Count, run.Count("lines.unattributed"));
        Assert.Equal(rows.Count - rows.Distinct().Count(), run.Count("lines.identical"));
        Assert.Equal(known.Sum(row => row.Amount), run.Money("totals.netSales"));
        Assert.Equal(rows.Sum(row => row.Amount) - known.Sum(row => row.Amount), run.Money("totals.unattributedSales"));
        Assert.Equal(byCustomer.Count, run.Count("totals.accounts"));
        Assert.Equal(
            known.GroupBy(row => (row.Invoice, row.Customer)).Count(order => order.Sum(row => row.Amount) > 0),
            run.Count("totals.orders")
        );
        Assert.Equal(byCustomer.MaxBy(customer => customer.Value).Key, run["top.0.code"].GetString());
        Assert.Equal(byCustomer.Values.Max(), run.Money("top.0.netSales"));
        foreach (var country in known.GroupBy(row => row.Country))
        {
            var found = run.Named("by.region", country.Key);
            Assert.Equal(country.Sum(row => row.Amount), found.GetProperty("netSales").GetDecimal());
            Assert.Equal(country.Select(row => row.Customer).Distinct().Count(), found.GetProperty("accounts").GetInt32());
        }
        foreach (var year in known.GroupBy(row => row.At.Year))
        {
            var found = run["years"].EnumerateArray().Single(one => one.GetProperty("year").GetInt32() == year.Key);
            Assert.Equal(year.Sum(row => row.Amount), found.GetProperty("netSales").GetDecimal());
        }
    }

    private static List<Row> OnlineRetail(int count)
    {
        var random = new Random(11);
        List<Row> rows = [];
        while (rows.Count < count)
        {
            var at = new DateTime(2009, 12, 1, 8, 0, 0).AddHours(random.Next(0, 24 * 730));
            var cancelled = random.Next(12) == 0;
            var customer = random.Next(5) == 0 ? "" : (12_000 + random.Next(180)).ToString(CultureInfo.InvariantCulture);
            var country =
                random.Next(10) == 0 ? "EIRE"
                : random.Next(9) == 0 ? "Germany"
                : "United Kingdom";
            var invoice = (cancelled ? "C" : "") + (489_434 + rows.Count / 3).ToString(CultureInfo.InvariantCulture);
            for (var line = 0; line < 3; line++)
                rows.Add(
                    new(
                        invoice,
                        $"{random.Next(20_000, 20_400)}A",
                        random.Next(1, 40) * (cancelled ? -1 : 1),
                        at,
                        random.Next(1, 2_000) / 100m,
                        customer,
                        country
                    )
                );
            if (random.Next(50) == 0)
                rows.Add(rows[^1]);
        }
        return rows;
    }

    private static string OnlineRetailCsv(List<Row> rows)
    {
        var text = new StringBuilder("Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\r\n");
        foreach (var row in rows)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{row.Invoice},{row.Code},\"LIGHT, {row.Code} \"\"PINK\"\"\",{row.Quantity},{row.At:M/d/yyyy H:mm},{row.Price},{(row.Customer.Length > 0 ? row.Customer + ".0" : "")},{row.Country}\r\n"
            );
        return text.ToString();
    }

    private static object?[][] OnlineRetailCells(IEnumerable<Row> rows) =>
        [
            ["Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price", "Customer ID", "Country"],
            .. rows.Select(row =>
                new object?[]
                {
                    row.Invoice.StartsWith('C') ? row.Invoice : double.Parse(row.Invoice, CultureInfo.InvariantCulture),
                    row.Code,
                    $"LIGHT, {row.Code}",
                    (double)row.Quantity,
                    row.At,
                    (double)row.Price,
                    row.Customer.Length > 0 ? double.Parse(row.Customer, CultureInfo.InvariantCulture) : null,
                    row.Country,
                }
            ),
        ];
}
