using System.Text;
using Jingke.Web.Tabular.Sales;
using Xunit;

namespace Jingke.Tests.Tabular;

public class SalesReaderTests
{
    [Fact]
    public void An_amount_that_is_missing_is_quantity_times_price()
    {
        using var file = Sheet.Of(
            "date,customer,quantity,price,amount\n2024-01-05,A,3,1.2345,\n2024-01-05,A,3,1.2345,5\n2024-01-05,A,-2,10,\n"
        );

        Assert.Equal([3.7035m, 5m, -20m], file.Read().Lines.Select(line => line.Amount / 10_000m));
    }

    [Theory]
    [InlineData("cost", "6", 6)]
    [InlineData("unit cost", "2", 6)]
    [InlineData("profit", "4", 6)]
    [InlineData("profit", "-4", 14)]
    public void Cost_is_given_or_worked_out(string header, string cell, int cost)
    {
        using var file = Sheet.Of($"date,customer,quantity,amount,{header}\n2024-01-05,A,3,10,{cell}\n");

        Assert.Equal(cost * 10_000L, file.Read().Lines[0].Cost);
    }

    [Theory]
    [InlineData("折扣", "0.2", 80, 20)]
    [InlineData("折扣", "8折", 80, 20)]
    [InlineData("折扣率", "20", 80, 20)]
    [InlineData("折扣率(%)", "20", 80, 20)]
    [InlineData("折扣", "20%", 80, 20)]
    [InlineData("折扣额", "0.5", 80, 0.5)]
    [InlineData("discount", "15", 80, 15)]
    [InlineData("discount", "0.2", -80, -20)]
    [InlineData("discount", "1", 80, 0)]
    [InlineData("discount rate", "1", 80, 0)]
    public void A_discount_is_a_rate_or_money_as_header_and_values_say(string header, string cell, int amount, double discount)
    {
        using var file = Sheet.Of($"date,customer,amount,{header}\n2024-01-05,A,{amount},{cell}\n");

        Assert.Equal((long)(discount * 10_000), file.Read().Lines[0].Discount);
    }

    [Fact]
    public void One_slip_does_not_turn_a_column_of_rates_into_money()
    {
        using var file = Sheet.Of(
            "date,customer,amount,discount\n" + string.Concat(Enumerable.Repeat("2024-01-05,A,80,0.2\n", 40)) + "2024-01-05,A,80,20\n"
        );

        var read = file.Read();

        Assert.All(read.Lines, line => Assert.Equal(200_000, line.Discount));
        Assert.Equal(["discount.out-of-range"], read.Codes);
    }

    [Theory]
    [InlineData("金额", 1)]
    [InlineData("金额(元)", 1)]
    [InlineData("金额(万元)", 10_000)]
    [InlineData("金额/万元", 10_000)]
    [InlineData("金额（千元）", 1_000)]
    [InlineData("Amount (thousands)", 1_000)]
    public void The_unit_of_a_header_multiplies_its_values(string header, int factor)
    {
        using var file = Sheet.Of($"日期,客户,{header}\n2024-01-05,甲,1.5\n");

        Assert.Equal(1.5m * factor, file.Read().Total);
    }

    [Theory]
    [InlineData("13085.0\n13086.0\n", "13085")]
    [InlineData("00042\n00043\n", "00042")]
    [InlineData("13085.0\nX-9\n", "13085.0")]
    [InlineData(" C-1 \nC-2\n", "C-1")]
    public void Codes_keep_their_zeros_and_lose_only_what_a_program_added(string codes, string first)
    {
        var rows = codes.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(code => $"2024-01-05,{code},1\n");
        using var file = Sheet.Of("date,customer id,amount\n" + string.Concat(rows));

        Assert.Equal(first, file.Read().Catalogue.Accounts[1].Code);
    }

    [Fact]
    public void Codes_in_a_workbook_keep_the_zeros_their_format_shows_and_no_point()
    {
        var parts = Workbooks.PartsOf(
            (
                "Sheet1",
                [
                    ["date", "customer id", "amount"],
                    ["2024-01-05", 13085.0, 1.0],
                    ["2024-01-05", null, 2.0],
                ]
            )
        );
        parts["xl/styles.xml"] = parts["xl/styles.xml"]
            .Replace(
                "<fonts",
                "<numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"00000\"/></numFmts><fonts",
                StringComparison.Ordinal
            )
            .Replace("numFmtId=\"22\"", "numFmtId=\"170\"", StringComparison.Ordinal);
        parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"]
            .Replace("<c r=\"C3\">", "<c r=\"B3\" s=\"1\"><v>42</v></c><c r=\"C3\">", StringComparison.Ordinal);
        using var file = Sheet.OfBytes(Workbooks.Zip(parts), "xlsx");

        Assert.Equal(["13085", "00042"], file.Read().Catalogue.Accounts.Skip(1).Select(account => account.Code));
    }

    [Fact]
    public void A_workbook_that_counts_from_1904_gives_the_same_days()
    {
        var parts = Workbooks.PartsOf(
            (
                "Sheet1",
                [
                    ["date", "customer", "amount"],
                    [43894.0, "A", 1.0],
                ]
            )
        );
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"]
            .Replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>", StringComparison.Ordinal);
        using var file = Sheet.OfBytes(Workbooks.Zip(parts), "xlsx");

        Assert.Equal(new DateOnly(2024, 3, 5), DateOnly.FromDayNumber(file.Read().Lines[0].Day));
    }

    [Fact]
    public void Row_numbers_of_a_workbook_are_those_a_person_sees()
    {
        var parts = Workbooks.PartsOf(
            (
                "Sheet1",
                [
                    ["date", "customer", "amount"],
                    ["2024-01-05", "A", 1.0],
                    ["2024-01-06", "B", "x"],
                ]
            )
        );
        parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"]
            .Replace("r=\"3\"", "r=\"9\"", StringComparison.Ordinal)
            .Replace("3\"", "9\"", StringComparison.Ordinal);
        using var file = Sheet.OfBytes(Workbooks.Zip(parts), "xlsx");

        var read = file.Read();

        Assert.Equal(2, read.Lines[0].Row);
        Assert.Equal(9, read.Rejected[0].Row);
    }

    [Fact]
    public void Row_numbers_of_a_text_count_the_lines_of_quoted_cells()
    {
        using var file = Sheet.Of("date,customer,amount\r\n\r\n2024-01-05,\"A\r\nB\",1\r\n2024-01-06,C,2\r\n");

        Assert.Equal([3L, 5L], file.Read().Lines.Select(line => line.Row));
    }

    [Fact]
    public void A_line_has_the_same_identity_in_every_file_of_its_source()
    {
        using var first = Sheet.Of(
            "order no,line no,date,customer,amount\nA1,1,2024-01-05,X,10\nA1,2,2024-01-05,X,20\nA1,2,2024-01-05,X,20\nA2,,2024-01-05,Y,5\n"
        );
        using var corrected = Sheet.Of(
            "date,amount,customer,order no,line no\n2024-01-05,5,Y,A2,\n2024-01-05,10,X,A1,1\nnever,20,X,A1,2\n2024-01-05,21,X,A1,2\n"
        );

        var (before, after) = (first.Read().Lines, corrected.Read().Lines);

        Assert.Equal(before[0].Id, after[1].Id);
        Assert.Equal(before[0].Content, after[1].Content);
        Assert.Equal(before[3].Id, after[0].Id);
        Assert.Equal(before[2].Id, after[2].Id);
        Assert.NotEqual(before[2].Content, after[2].Content);
        Assert.Equal(4, before.Select(line => line.Id).Distinct().Count());
    }

    [Fact]
    public void Without_order_numbers_account_and_day_identify_a_line()
    {
        using var first = Sheet.Of("date,customer,amount\n2024-01-05,甲公司,10\n2024-01-05,甲公司,20\n2024-01-06,甲公司,30\n");
        using var second = Sheet.Of("date,customer,amount\n2024-01-06,甲公司 ,30\n2024-01-05,甲公司,10\n");

        var (before, after) = (first.Read().Lines, second.Read().Lines);

        Assert.Equal(before[2].Id, after[0].Id);
        Assert.Equal(before[0].Id, after[1].Id);
        Assert.Equal(3, before.Select(line => line.Id).Distinct().Count());
    }

    [Fact]
    public void Another_source_makes_other_identities()
    {
        using var file = Sheet.Of("order no,date,customer,amount\nA1,2024-01-05,X,10\n");

        Assert.NotEqual(file.Read("""{"source":"shop"}""").Lines[0].Id, file.Read("""{"source":"erp"}""").Lines[0].Id);
    }

    [Fact]
    public void The_identity_of_a_line_never_changes_between_versions()
    {
        using var file = Sheet.Of("order no,line no,date,customer,amount\nSO-1,1,2024-01-05,X,10\n,,2024-01-05,X,10\n");

        // Stored as the key of every imported line: changing the formula would load all files twice.
        Assert.Equal([-7871803393281441891, 3753811697666664556], file.Read().Lines.Select(line => line.Id));
    }

    [Fact]
    public void Names_of_one_account_in_several_spellings_are_one_account()
    {
        using var file = Sheet.Of(
            "date,customer,amount\n2024-01-05,ABC（上海）有限公司,1\n2024-01-05,abc(上海) 有限公司,2\n2024-01-05,ＡＢＣ(上海)有限公司,3\n"
        );

        Assert.Single(file.Read().Catalogue.Accounts.Skip(1));
    }

    [Fact]
    public void Lines_without_a_customer_name_no_account()
    {
        using var file = Sheet.Of("date,customer id,amount\n2024-01-05,,1\n2024-01-05,NULL,2\n2024-01-05,nan,3\n2024-01-05,7,4\n");

        Assert.Equal([0, 0, 0, 1], file.Read().Lines.Select(line => line.Account));
    }

    [Fact]
    public void Rows_equal_in_every_cell_are_identical_and_kept()
    {
        using var file = Sheet.Of(
            "date,customer,amount,note\n2024-01-05,A,1,x\n2024-01-05,A,1,y\n2024-01-05,A,1,x\n\"2024-01-05\",A,1,x\n"
        );

        Assert.Equal([false, false, true, true], file.Read().Lines.Select(line => line.IsIdentical));
    }

    [Fact]
    public void The_row_that_tells_the_date_order_may_be_the_last_of_many()
    {
        var text = new StringBuilder("date,customer,amount\n");
        for (var i = 0; i < 60_000; i++)
            text.Append($"{(i % 12) + 1}/{(i % 11) + 1}/2024,A,1\n");
        using var file = Sheet.Of(text + "31/12/2024,A,1\n");

        var read = file.Read();

        Assert.Equal(new DateOnly(2024, 1, 1), DateOnly.FromDayNumber(read.Lines[0].Day));
        Assert.Equal(new DateOnly(2024, 2, 2), DateOnly.FromDayNumber(read.Lines[1].Day));
        Assert.Equal(new DateOnly(2024, 12, 31), DateOnly.FromDayNumber(read.Lines[^1].Day));
        Assert.Empty(read.Rejected);
    }

    [Fact]
    public void A_decimal_comma_is_recognised_by_its_column()
    {
        using var file = Sheet.Of("Datum;Kunde;date;customer;quantity;amount\n;;05.03.2024;A;1.000;1.234,50\n;;25.03.2024;B;2;99,9\n");

        var read = file.Read();

        Assert.Equal(1_334.4m, read.Total);
        Assert.Equal(1_000m, read.Lines[0].Quantity / 10_000m);
    }

    [Fact]
    public void Rows_take_memory_for_names_and_identities_only()
    {
        var path = Path.Combine(Path.GetTempPath(), $"jingke-{Guid.NewGuid():N}.csv");
        try
        {
            using (var writer = new StreamWriter(path))
            {
                writer.WriteLine("order no,line no,date,customer,product,amount");
                for (var i = 0; i < 300_000; i++)
                    writer.WriteLine($"SO{i / 3},{i % 3},2024-0{(i % 9) + 1}-1{i % 9},C{i % 500},P{i % 900},{i % 1000}.25");
            }
            var before = GC.GetAllocatedBytesForCurrentThread();
            var file = Web.Tabular.Sheets.SheetFile.Open(path);
            var layout = Web.Tabular.Columns.Recognition.Run(file, Web.Tabular.Columns.FileKind.Sales);
            using var reader = new SalesReader(file, layout, Web.Tabular.Columns.FormatScan.Run(file, layout));
            var (sum, count) = (0L, 0);
            while (reader.Read())
                (sum, count) = (sum + reader.Record.Amount, count + 1);
            var used = GC.GetAllocatedBytesForCurrentThread() - before;

            Assert.Equal(300_000, count);
            Assert.Equal((300L * 999 * 1_000 / 2 * 10_000) + (300_000L * 2_500), sum);
            Assert.InRange(used, 0, 300_000 * 120);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
