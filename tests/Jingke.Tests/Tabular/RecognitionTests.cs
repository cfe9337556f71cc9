using System.Text;
using Jingke.Domain;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sheets;
using Xunit;

namespace Jingke.Tests.Tabular;

public class RecognitionTests
{
    [Theory]
    [InlineData("订单编号,下单日期,客户名称,产品名称,数量,单价,金额", "OrderNo,Date,AccountName,ProductName,Quantity,UnitPrice,Amount")]
    [InlineData("訂單編號,訂單日期,客戶名稱,產品名稱,數量,單價,銷售額", "OrderNo,Date,AccountName,ProductName,Quantity,UnitPrice,Amount")]
    [InlineData(
        "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country",
        "OrderNo,ProductCode,ProductName,Quantity,Date,UnitPrice,AccountCode,Country"
    )]
    [InlineData(
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
        "OrderNo,ProductCode,ProductName,Quantity,Date,UnitPrice,AccountCode,Country"
    )]
    [InlineData(
        "Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,State,Postal Code,Region,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit",
        "LineNo,OrderNo,Date,-,-,AccountCode,AccountName,Segment,Country,City,Province,-,Zone,ProductCode,Category,Subcategory,ProductName,Amount,Quantity,Discount,Profit"
    )]
    [InlineData(
        "行 ID,订单 ID,订单日期,发货日期,客户 ID,客户名称,省/自治区,国家/地区,地区,销售额",
        "LineNo,OrderNo,Date,-,AccountCode,AccountName,Province,Country,Zone,Amount"
    )]
    [InlineData(
        "单据日期,单据编号,购货单位,物料编码,物料名称,实发数量,含税单价,价税合计,业务员",
        "Date,OrderNo,AccountName,ProductCode,ProductName,Quantity,UnitPrice,Amount,Salesperson"
    )]
    [InlineData("日期,客户,金额(元),金额（万元）", "Date,AccountName,Amount,-")]
    [InlineData(
        "ORDERNUMBER,QUANTITYORDERED,PRICEEACH,ORDERLINENUMBER,SALES,ORDERDATE,PRODUCTLINE,PRODUCTCODE,CUSTOMERNAME,TERRITORY",
        "OrderNo,Quantity,UnitPrice,LineNo,Amount,Date,ProductName,ProductCode,AccountName,Zone"
    )]
    [InlineData("Ｏｒｄｅｒ　Ｄａｔｅ,CUSTOMER_NAME,Net Sales (USD)", "Date,AccountName,Amount")]
    [InlineData("发货日期,客户名称,订单日期,销售额", "-,AccountName,Date,Amount")]
    [InlineData("日期,客户,客户名称,商品,商品名称,金额", "Date,AccountCode,AccountName,ProductCode,ProductName,Amount")]
    [InlineData("日期,客户名称,销售", "Date,AccountName,Amount")]
    [InlineData("日期,客户名称,折扣额,销售金额合计数,税额", "Date,AccountName,Discount,Amount,-")]
    public void Headers_are_recognised_in_both_languages(string headers, string fields)
    {
        var cells = string.Join(
            ',',
            headers
                .Split(',')
                .Select(header =>
                    header.Contains("日期", StringComparison.Ordinal)
                    || header.ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal).Contains("DATE", StringComparison.Ordinal)
                    || header.Contains('Ｄ', StringComparison.Ordinal)
                        ? "2024-01-05"
                        : "1"
                )
        );
        using var file = Sheet.Of($"{headers}\n{cells}\n");

        var layout = Recognition.Run(SheetFile.Open(file.Path), FileKind.Sales);

        var found = Enumerable
            .Range(0, layout.Headers.Count)
            .Select(i =>
                layout.Columns.Where(column => column.Value.Index == i).Select(column => column.Key.ToString()).SingleOrDefault("-")
            );
        Assert.Equal(fields, string.Join(',', found));
    }

    [Theory]
    [InlineData("销售", "Amount")]
    [InlineData("業務員", "")]
    [InlineData("业务员", "")]
    public void Only_the_bare_word_sales_over_numbers_is_an_amount(string header, string field)
    {
        using var file = Sheet.Of($"日期,客户名称,{header}\n2024-01-05,甲,10023\n");

        var layout = Recognition.Run(SheetFile.Open(file.Path), FileKind.Sales);

        Assert.Equal(field.Length > 0, layout.Columns.ContainsKey(Field.Amount));
    }

    [Fact]
    public void A_mapping_speaks_of_the_sheet_that_has_its_columns()
    {
        using var file = Workbooks.Of(
            (
                "退货",
                [
                    ["订单号", "退回"],
                    ["SO1", "是"],
                ]
            ),
            (
                "订单",
                [
                    ["订单号", "订货日", "客户", "金额"],
                    ["SO1", "2024-01-05", "甲", 10.0],
                ]
            )
        );
        var mapping = Mapping.Parse("""{"columns":{"date":"订货日","amount":"金额"}}""");

        var layout = Recognition.Run(SheetFile.Open(file.Path), FileKind.Sales, mapping);
        var refusal = Assert.Throws<RuleException>(() =>
            Recognition.Run(SheetFile.Open(file.Path), FileKind.Sales, Mapping.Parse("""{"columns":{"date":"交货日"}}"""))
        );

        Assert.Equal([1], layout.Sheets);
        Assert.Equal(["sheet.not-read"], layout.Notes.Select(note => note.Code));
        Assert.Equal("mapping.column-not-found", refusal.Code);
    }

    [Theory]
    [InlineData("首要联系人", "是", "", "IsPrimary")]
    [InlineData("主要联系人", "√", "×", "IsPrimary")]
    [InlineData("首要联系人", "王强", "是", "-")]
    public void A_first_contact_is_a_name_or_a_yes(string header, string first, string second, string field)
    {
        using var file = Sheet.Of($"客户名称,联系人,{header}\n甲,王强,{first}\n乙,赵敏,{second}\n");

        var layout = Recognition.Run(SheetFile.Open(file.Path), FileKind.Accounts);

        Assert.Equal(1, layout.IndexOf(Field.ContactName));
        Assert.Equal(field == "IsPrimary" ? 2 : -1, layout.IndexOf(Field.IsPrimary));
    }

    [Fact]
    public void A_date_column_is_one_that_contains_dates()
    {
        using var file = Sheet.Of("订单日期,日期,客户,金额\n周一,2024-01-05,A,1\n周二,2024-01-06,B,2\n");

        Assert.Equal(1, Recognition.Run(SheetFile.Open(file.Path), FileKind.Sales).IndexOf(Field.Date));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("销售明细\n", 2)]
    [InlineData("某公司\n制表:张三,,日期:2024-01-31\n\n\n", 5)]
    public void The_header_may_stand_below_titles_and_blank_rows(string above, int row)
    {
        using var file = Sheet.Of(above + "日期,客户,金额\n2024-01-05,甲,1\n");

        var read = file.Read();

        Assert.Equal(row, read.Layout.HeaderRow);
        Assert.Equal(row + 1, Assert.Single(read.Lines).Row);
    }

    [Fact]
    public void Of_two_equal_headers_the_first_is_taken_and_the_other_named()
    {
        using var file = Sheet.Of("date,customer,amount,amount\n2024-01-05,A,1,2\n");

        var read = file.Read();

        Assert.Equal(1m, read.Total);
        Assert.Contains(read.Layout.Notes, note => note.Code == "columns.not-used");
    }

    [Fact]
    public void Sheets_with_equal_headers_are_read_together_and_others_are_named()
    {
        object?[] header = ["date", "customer", "amount"];
        using var file = Workbooks.Of(
            (
                "Read me",
                [
                    ["This workbook holds orders"],
                ]
            ),
            ("2023", [header, ["2023-05-01", "A", 1.0]]),
            ("2024", [header, ["2024-05-01", "A", 2.0]]),
            (
                "Returns",
                [
                    ["order", "returned"],
                    ["1", "yes"],
                ]
            )
        );

        var read = file.Read();

        Assert.Equal(3m, read.Total);
        Assert.Equal(["2023, 2024"], read.Layout.Notes.Where(note => note.Code == "sheet.together").Select(note => note.Args[0]));
        Assert.Equal(["Read me", "Returns"], read.Layout.Notes.Where(note => note.Code == "sheet.not-read").Select(note => note.Args[0]));
    }

    [Fact]
    public void The_layout_key_is_the_same_for_the_same_headers_only()
    {
        using var first = Sheet.Of("日期,客户,金额\n2024-01-05,甲,1\n");
        using var second = Sheet.Of("标题\n日 期;客户;金额(元)\n2024-02-06;乙;2\n");
        using var third = Sheet.Of("日期,金额,客户\n2024-01-05,1,甲\n");

        var keys = Array.ConvertAll(new[] { first, second, third }, file => Recognition.Run(SheetFile.Open(file.Path), FileKind.Sales).Key);

        Assert.Equal(keys[0], keys[1]);
        Assert.NotEqual(keys[0], keys[2]);
        Assert.Matches("^[0-9a-f]{16}$", keys[0]);
    }

    [Fact]
    public void A_mapping_leaves_alone_what_it_does_not_name()
    {
        using var file = Sheet.Of("date,customer,gross,net\n2024-01-05,A,5,4\n");

        var read = file.Read("""{"columns":{"amount":"net"}}""");

        Assert.Equal(4m, read.Total);
        Assert.Equal("A", read.Account(0));
    }

    [Fact]
    public void A_mapping_can_be_kept_as_text_and_read_again()
    {
        var mapping = Mapping.Parse("""{"delimiter":"blank","columns":{"date":3,"account":"客户 ID","city":null},"dateOrder":"ymd"}""");

        var again = Mapping.Parse(mapping.ToJson());

        Assert.Equal(mapping.ToJson(), again.ToJson());
        Assert.Contains("客户 ID", mapping.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_header_word_means_two_things_in_one_kind_of_file()
    {
        foreach (var kind in Enum.GetValues<FileKind>())
        foreach (var field in Fields.Of(kind))
            Assert.True(
                HeaderNames.Find(kind, HeaderText.Of(field.ToString()).Key) is not { } found
                    || found.Field == field
                    || kind != FileKind.Sales,
                $"{kind} {field}"
            );
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("GB18030", false)]
    [InlineData("Big5", false)]
    public void Every_usual_encoding_is_recognised(string name, bool mark)
    {
        const string Text = "訂單日期,客戶名稱,金額\r\n2024-01-05,臺灣電機股份有限公司,10\r\n2024-01-06,中華商店,20\r\n";
        var encoding = Sheet.Named(name);
        using var file = Sheet.OfBytes([.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)]);

        var read = file.Read();

        Assert.Equal(["臺灣電機股份有限公司", "中華商店"], [read.Account(0), read.Account(1)]);
    }

    [Fact]
    public void Simplified_text_in_gbk_is_not_taken_for_big5()
    {
        const string Text = "单据日期,客户名称,金额\n2024-01-05,鑫淼焱垚商贸,10\n2024-01-06,深圳市龙岗区某某电子有限公司,20\n";
        using var file = Sheet.Of(Text, Sheet.Named("GB18030"));

        Assert.Equal("鑫淼焱垚商贸", file.Read().Account(0));
    }

    [Fact]
    public void A_lone_pound_sign_makes_no_chinese()
    {
        using var file = Sheet.Of(
            "date,customer,amount\n2024-01-05,Café Zoé,£12.50\n2024-01-06,Smith & Sons,£7\n",
            Sheet.Named("windows-1252")
        );

        var read = file.Read();

        Assert.Equal("Café Zoé", read.Account(0));
        Assert.Equal(19.5m, read.Total);
    }

    [Fact]
    public void Chinese_that_begins_after_a_megabyte_of_ascii_is_read_right()
    {
        var text = new StringBuilder("date,customer,amount\n");
        for (var i = 0; i < 60_000; i++)
            text.Append("2024-01-05,Somebody & Co,1\n");
        text.Append("2024-01-06,深圳市龙岗区某某电子有限公司,1\n");
        using var file = Sheet.Of(text.ToString(), Sheet.Named("GB18030"));

        Assert.Equal("深圳市龙岗区某某电子有限公司", file.Read().Account(60_000));
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void The_delimiter_is_recognised(char sign)
    {
        using var file = Sheet.Of($"date{sign}customer{sign}amount\n2024-01-05{sign}\"A{sign} B\"{sign}1.5\n");

        var read = file.Read();

        Assert.Equal(sign, SheetFile.Open(file.Path).Delimiter);
        Assert.Equal($"A{sign} B".Replace('\t', ' '), read.Account(0));
    }

    [Fact]
    public void Inch_marks_do_not_hide_the_delimiter()
    {
        using var file = Sheet.Of("date;customer;product;amount\n2024-01-05;A, B;5\" pipe, black;1\n2024-01-06;C;7\" pipe, 3\" cap;2\n");

        var read = file.Read();

        Assert.Equal(3m, read.Total);
        Assert.Equal("5\" pipe, black", read.Catalogue.Products[1].Name);
    }

    [Fact]
    public void The_hint_that_excel_writes_names_the_delimiter()
    {
        using var file = Sheet.Of("sep=;\ndate;customer;amount\n2024-01-05;A, B, C;1\n");

        Assert.Equal("A, B, C", file.Read().Account(0));
    }

    [Fact]
    public void A_packed_file_is_unpacked_on_the_way()
    {
        using var file = Sheet.OfBytes(BadFiles.Packed(BadFiles.Text("date,customer,amount\n2024-01-05,A,1\n")), "csv.gz");

        Assert.Equal(1m, file.Read().Total);
    }
}
