using System.Text;
using Jingke.Domain.Reference;
using Xunit;

namespace Jingke.Tests.Duplicates;

/// <summary>Invented companies with branches, shops and near-names, and copies of them as people mistype them.</summary>
public sealed class GeneratedNamesTests
{
    private const string Brand =
        "宏达鑫源恒泰瑞丰华盛嘉诚博远卓越天润金辉海川云翔龙腾凯旋中正明德广信伟业新元佳和永兴安康春晖秋实雅轩景逸涵宇晨曦朗润沐梓睿哲昊铭煜祺";

    private static readonly string[] Trades =
    [
        "科技",
        "商贸",
        "贸易",
        "建筑工程",
        "机械设备",
        "电子商务",
        "物流",
        "餐饮管理",
        "文化传播",
        "新材料",
        "食品",
        "医疗器械",
        "环保科技",
        "服饰",
        "农业发展",
    ];

    [Fact]
    public void Mistyped_copies_are_found_and_branches_shops_and_near_names_stay_apart()
    {
        var random = new Random(7);
        var corruption = new Corruption(8);
        var cities = Divisions.All.Values.Where(division => division.Level == DivisionLevel.City && division.Code[4..] == "00").ToList();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (names.Count < 4_000)
            names.Add(Company());
        // Each fifth also has a branch, which is not its parent, and a shop has sisters.
        var all = names.ToList();
        foreach (var name in names.Where((_, at) => at % 5 == 0))
            all.Add(name + cities[random.Next(cities.Count)].ShortName + "分公司");
        for (var shop = 0; shop < 200; shop++)
            all.AddRange(((string[])["一店", "二店", "三店"]).Select(number => $"{Word(3)}火锅{shop + 10}{number}"));

        var (originals, truth) = (all.Count, new Dictionary<(int, int), string>());
        for (var at = 0; at < names.Count; at++)
        {
            var kind = Corruption.Kinds[at % Corruption.Kinds.Length];
            truth.Add((at, all.Count), kind);
            all.Add(corruption.Of(all[at], kind));
        }

        Assert.True(originals > names.Count);
        ScanQuality.Check(all, all.ConvertAll(name => ScanQuality.Named(name)), truth);

        string Company() =>
            random.Next(3) == 0
                ? $"{Word(3)}（{cities[random.Next(cities.Count)].ShortName}）{Trades[random.Next(Trades.Length)]}有限公司"
                : $"{cities[random.Next(cities.Count)].Name}{Word(2 + random.Next(2))}{Trades[random.Next(Trades.Length)]}有限公司";

        string Word(int length)
        {
            var word = new StringBuilder();
            for (var at = 0; at < length; at++)
                word.Append(Brand[random.Next(Brand.Length)]);
            return word.ToString();
        }
    }
}
