using System.Globalization;
using System.Text;
using Jingke.Web.Tabular;
using Xunit;

namespace Jingke.Tests.Tabular;

/// <summary>Bad rows are given back with number, column and reason; the good ones around them are read.</summary>
public class BadRowTests
{
    private const string Header = "date,order no,customer,product,amount,quantity,discount\n";
    private const string Good = "2024-01-05,1,A,P,10,1,0.1\n";

    [Theory]
    [InlineData("2024-02-30,2,B,P,10,1,0", "date.unreadable", "date")]
    [InlineData("2024-13-01,2,B,P,10,1,0", "date.unreadable", "date")]
    [InlineData(",2,B,P,10,1,0", "date.missing", "date")]
    [InlineData("tomorrow,2,B,P,10,1,0", "date.unreadable", "date")]
    [InlineData("0001-01-01,2,B,P,10,1,0", "date.out-of-range", "date")]
    [InlineData("2999-01-01,2,B,P,10,1,0", "date.out-of-range", "date")]
    [InlineData("2024-01-06,2,B,P,abc,1,0", "number.unreadable", "amount")]
    [InlineData("2024-01-06,2,B,P,,1,0", "amount.missing", "amount")]
    [InlineData("2024-01-06,2,B,P,#REF!,1,0", "number.unreadable", "amount")]
    [InlineData("2024-01-06,2,B,P,=1+1,1,0", "number.unreadable", "amount")]
    [InlineData("2024-01-06,2,B,P,9e99,1,0", "number.out-of-range", "amount")]
    [InlineData("2024-01-06,2,B,P,999999999999999999,1,0", "number.out-of-range", "amount")]
    [InlineData("2024-01-06,2,B,P,15%,1,0", "number.unreadable", "amount")]
    [InlineData("2024-01-06,2,B,P,10,many,0", "number.unreadable", "quantity")]
    [InlineData("2024-01-06,2,B,P,10,1,1.5", "discount.out-of-range", "discount")]
    [InlineData("2024-01-06,2,B,P,10,1,-0.5", "discount.out-of-range", "discount")]
    [InlineData("2024-01-06,2,B,P,10,1,0,more", "row.too-many-cells", "")]
    [InlineData("2024-01-06,2,Smith, Jones,P,10,1,0", "row.too-many-cells", "")]
    [InlineData("date,order no,customer,product,amount,quantity,discount", "row.header-repeated", "")]
    [InlineData(",,Total,,20,2,", "row.total", "date")]
    [InlineData("2024-01-06", "amount.missing", "amount")]
    public void A_row_that_cannot_be_taken_is_given_back(string row, string code, string column)
    {
        using var file = Sheet.Of(Header + Good + row + "\n" + string.Concat(Enumerable.Repeat(Good, 30)));

        var read = file.Read("""{"discount":"rate"}""");

        Assert.Equal(31, read.Lines.Count);
        var (number, problem) = Assert.Single(read.Rejected);
        Assert.Equal((3L, code, column), (number, problem.Code, problem.Column));
        foreach (var culture in new[] { "zh-Hans", "zh-Hant", "en" })
            Assert.NotEqual(code, TabularTexts.Say(problem, CultureInfo.GetCultureInfo(culture)));
    }

    [Theory]
    [InlineData(65, "", "text.too-long")]
    [InlineData(40_000, "", "text.too-long")]
    public void A_code_longer_than_its_limit_is_not_cut(int length, string rest, string code)
    {
        using var file = Sheet.Of(Header + Good + $"2024-01-06,{new string('9', length)}{rest},B,P,10,1,0\n");

        Assert.Equal([code], file.Read().Codes);
    }

    [Fact]
    public void A_name_longer_than_its_limit_is_shown_cut_and_rejected_whole()
    {
        using var file = Sheet.Of(Header + Good + $"2024-01-06,2,{new string('客', 30_000)},P,10,1,0\n");

        var (_, problem) = Assert.Single(file.Read().Rejected);

        Assert.Equal("text.too-long", problem.Code);
        Assert.InRange(problem.Value.Length, 90, 101);
    }

    [Fact]
    public void An_open_quotation_costs_its_own_row_and_no_other()
    {
        using var file = Sheet.Of(Header + Good + "2024-01-06,2,\"B,P,10,1,0\n2024-01-07,3,C,P,10,1,0\n2024-01-08,4,D,P,10,1,0\n");

        var read = file.Read();

        Assert.Equal(3, read.Lines.Count);
        Assert.Equal([2L, 4L, 5L], read.Lines.Select(line => line.Row));
        Assert.Equal((3L, "row.quote-not-closed"), (read.Rejected[0].Row, read.Rejected[0].Problem.Code));
    }

    [Fact]
    public void An_open_quotation_that_a_later_one_closes_costs_its_own_row_and_no_other()
    {
        using var file = Sheet.Of(
            Header + Good + "2024-01-06,2,\"B,P,10,1,0\n2024-01-07,3,C,P,10,1,0\n2024-01-08,4,\"D\",P,10,1,0\n2024-01-09,5,E,P,10,1,0\n"
        );

        var read = file.Read();

        Assert.Equal([2L, 4L, 5L, 6L], read.Lines.Select(line => line.Row));
        Assert.Equal("D", read.Account(2));
        Assert.Equal([3L], read.Rejected.Select(row => row.Row));
    }

    [Fact]
    public void A_row_of_megabytes_costs_itself_and_the_rows_behind_it_keep_their_numbers()
    {
        using var file = Sheet.Of(
            Header + Good + "2024-01-06,2,\"" + new string('x', 3_000_000) + "\n\n2024-01-07,3,C,P,10,1,0\n2024-01-08,4,D,P,10,1,0\n"
        );

        var read = file.Read();

        Assert.Equal([2L, 5L, 6L], read.Lines.Select(line => line.Row));
        Assert.Equal((3L, "row.too-long"), (read.Rejected[0].Row, read.Rejected[0].Problem.Code));
    }

    [Fact]
    public void A_row_in_another_encoding_is_given_back_when_it_matters()
    {
        var text = Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Repeat("2024-01-05,1,北京客户,商品,10,1,0\n", 40)));
        var gbk = Sheet.Named("GB18030").GetBytes("2024-01-06,2,上海客户,商品,10,1,0\n");
        using var file = Sheet.OfBytes([.. text, .. gbk]);

        var read = file.Read();

        Assert.Equal(40, read.Lines.Count);
        Assert.Equal(
            (42L, "text.unreadable", "customer"),
            (read.Rejected[0].Row, read.Rejected[0].Problem.Code, read.Rejected[0].Problem.Column)
        );
    }

    [Fact]
    public void Zero_bytes_and_control_characters_are_taken_out_of_text()
    {
        using var file = Sheet.Of(Header + Good + "2024-01-06,2,\"B\u0000 \u0007Ltd\u200B\",P,10,1,0\n");

        Assert.Equal("B Ltd", file.Read().Account(1));
    }

    [Fact]
    public void Cells_that_look_like_formulas_are_text()
    {
        using var file = Sheet.Of(
            Header
                + "2024-01-06,2,=cmd|'/c calc'!A1,@P,10,1,0\n2024-01-06,3,+B,-P,10,1,0\n2024-01-06,4,\"=\"\"00123\"\"\",P,10,1,0\n2024-01-06,5,'=A1,P,10,1,0\n"
        );

        var read = file.Read();

        Assert.Equal(["=cmd|'/c calc'!A1", "+B", "00123", "=A1"], Enumerable.Range(0, 4).Select(read.Account));
    }

    [Fact]
    public void Rejected_and_accepted_are_all_that_was_read()
    {
        var random = new Random(9);
        var text = new StringBuilder(Header);
        var kinds = new[]
        {
            "2024-01-05,1,A,P,10,1,0",
            "never,1,A,P,10,1,0",
            "2024-01-05,1,A,P,x,1,0",
            "",
            "2024-01-05,1,A,P,10,1,0,9",
            "2024-01-05,1,\"A\nB\",P,10,1,0",
        };
        var count = 0;
        for (var i = 0; i < 3_000; i++)
        {
            var kind = kinds[random.Next(kinds.Length)];
            count += kind.Length > 0 ? 1 : 0;
            text.Append(kind).Append('\n');
        }
        using var file = Sheet.Of(text.ToString());

        var read = file.Read();

        Assert.Equal(count, read.Lines.Count + read.Rejected.Count);
        Assert.Equal(
            read.Lines.Count + read.Rejected.Count,
            read.Lines.Select(line => line.Row).Concat(read.Rejected.Select(row => row.Row)).Distinct().Count()
        );
    }
}
