using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Preview;
using Jingke.Web.Tabular.Sheets;
using Xunit;

namespace Jingke.Tests.Tabular;

public class TablePreviewTests
{
    [Fact]
    public void The_mapping_page_sees_samples_fields_and_the_fate_of_ten_rows()
    {
        using var file = Sheet.Of(
            "日期,客户,备注,金额\n"
                + string.Concat(
                    Enumerable
                        .Range(1, 30)
                        .Select(i => $"2024-01-{i:D2},客户{i % 3},{(i % 2 == 0 ? "急" : "")},{(i == 4 ? "无" : $"{i}.5")}\n")
                )
        );

        var preview = TablePreview.Of(SheetFile.Open(file.Path), FileKind.Sales);

        Assert.True(preview.IsReady);
        Assert.Equal([Field.Date, Field.AccountName, null, Field.Amount], preview.Columns.Select(column => column.Field));
        Assert.Equal(["客户1", "客户2", "客户0"], preview.Columns[1].Samples);
        Assert.Equal(10, preview.Rows.Count);
        Assert.Equal("1.5", preview.Rows[0].Values[Field.Amount]);
        Assert.Equal("2024-01-01", preview.Rows[0].Values[Field.Date]);
        Assert.Equal("number.unreadable", preview.Rows[3].Problem?.Code);
        Assert.Equal((5L, "无"), (preview.Rows[3].Number, preview.Rows[3].Cells[3]));
    }

    [Fact]
    public void A_preview_lists_what_is_missing_and_a_mapping_completes_it()
    {
        using var file = Sheet.Of("when,who,how much\n2024-01-05,A,10\n2024-01-06,B,20\n");
        var opened = SheetFile.Open(file.Path);

        var before = TablePreview.Of(opened, FileKind.Sales);
        var after = TablePreview.Of(
            opened,
            FileKind.Sales,
            Mapping.Parse("""{"columns":{"date":"when","accountName":"who","amount":3}}""")
        );

        Assert.False(before.IsReady);
        Assert.Equal(2, before.Layout.Missing.Count);
        Assert.True(after.IsReady);
        Assert.Equal(before.Layout.Key, after.Layout.Key);
        Assert.Equal("B", after.Rows[1].Values[Field.AccountName]);
    }

    [Fact]
    public void An_open_question_is_asked_before_rows_are_shown()
    {
        using var file = Sheet.Of("date,customer,amount\n1/2/2024,A,10\n");
        var opened = SheetFile.Open(file.Path);

        var asking = TablePreview.Of(opened, FileKind.Sales);
        var answered = TablePreview.Of(opened, FileKind.Sales, new Mapping { DateOrder = "dmy" });

        var question = Assert.Single(asking.Formats!.Questions);
        Assert.Equal(
            ("dates.ambiguous", Field.Date, "date", "1/2/2024"),
            (question.Code, question.Field, question.Column, question.Example)
        );
        Assert.Empty(asking.Rows);
        Assert.Equal("2024-02-01", answered.Rows[0].Values[Field.Date]);
    }

    [Fact]
    public void Accounts_are_previewed_too()
    {
        using var file = Sheet.Of("客户名称,行业,联系人\n甲公司,汽车制造业,李四\n");

        var preview = TablePreview.Of(SheetFile.Open(file.Path), FileKind.Accounts);

        Assert.Equal(
            ("甲公司", "36 汽车制造业", "李四"),
            (preview.Rows[0].Values[Field.AccountName], preview.Rows[0].Values[Field.Industry], preview.Rows[0].Values[Field.ContactName])
        );
    }
}
