using Xunit;

namespace Jingke.Tests.Tabular;

public class FillDownTests
{
    private const string Report =
        "单据编号,日期,客户,商品,金额\nXS1,2024-01-05,甲,A,10\n,,,B,20\n,,,小计,30\nXS2,2024-01-06,乙,A,40\n,,,C,50\n合计,,,,150\n";

    [Fact]
    public void Blank_cells_repeat_the_head_of_the_order_when_the_mapping_says_so()
    {
        using var file = Sheet.Of(Report);

        var read = file.Read("""{"fillDown":["orderNo","date","客户"]}""");

        Assert.Equal([10m, 20m, 40m, 50m], read.Lines.Select(line => line.Amount / 10_000m));
        Assert.Equal(["甲", "甲", "乙", "乙"], Enumerable.Range(0, 4).Select(read.Account));
        Assert.Equal(2, read.Lines.Select(line => line.OrderKey).Distinct().Count());
        Assert.Equal(["row.total", "row.total"], read.Codes);
    }

    [Fact]
    public void Nothing_is_repeated_unasked()
    {
        using var file = Sheet.Of(Report);

        var read = file.Read();

        Assert.Equal([10m, 40m], read.Lines.Select(line => line.Amount / 10_000m));
        Assert.Equal(["date.missing", "row.total", "date.missing", "row.total"], read.Codes);
    }
}
