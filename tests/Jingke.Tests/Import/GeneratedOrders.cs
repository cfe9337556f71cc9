using System.Globalization;
using System.Text;

namespace Jingke.Tests.Import;

/// <summary>A large order file of a company that does not exist: messy as real ones are, the same for the same seed.</summary>
internal static class GeneratedOrders
{
    private static readonly string[] Cities = ["广东省,深圳市", "浙江,杭州", "江苏省,苏州", "上海,", "四川,成都市", "巴伐利亚,慕尼黑", ","];

    /// <summary>Writes a file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="lines">Lines besides the header. Among them are lines without a customer, unreadable ones and repeated ones.</param>
    /// <param name="seed">Decides the amounts; orders, customers and products are the same for every seed.</param>
    public static void Write(string path, int lines, int seed)
    {
        var (random, amounts) = (new Random(1), new Random(seed));
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        file.WriteLine("订单号,行号,订单日期,客户编号,客户名称,省份,城市,产品编号,产品名称,类别,数量,销售额,业务员");
        var text = new StringBuilder();
        for (var at = 0; at < lines; at++)
        {
            var (order, line) = (at / 4, at % 4 + 1);
            // Few buy often, many seldom.
            var customer = (int)(Math.Pow(random.NextDouble(), 3) * Math.Max(10, lines / 40));
            var product = random.Next(500);
            var day = random.Next(100) == 0 ? "2025-13-01" : new DateOnly(2023, 1, 1).AddDays(order * 7 % 1_000).ToString("yyyy-MM-dd");
            var who = random.Next(200) == 0 ? ",," : $"K{customer:D6},客户{customer:D6}有限公司,";
            // An order number that comes again names its lines a second time.
            if (random.Next(300) == 0)
                order = Math.Max(0, order - 50);
            text.Clear()
                .Append(CultureInfo.InvariantCulture, $"SO{order:D7},{line},{day},{who}{Cities[customer % Cities.Length]},")
                .Append(CultureInfo.InvariantCulture, $"P{product:D3},产品{product:D3},类别{product % 12},{random.Next(1, 30)},")
                .Append(CultureInfo.InvariantCulture, $"{amounts.Next(-500, 90_000) / 100m},业务员{customer % 20}");
            file.WriteLine(text);
        }
    }
}
