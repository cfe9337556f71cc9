using System.Globalization;
using Jingke.Benchmarks.Company;
using Jingke.Benchmarks.Product;
using Jingke.Domain.Accounts;
using Jingke.Domain.Reference;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;

namespace Jingke.Benchmarks.Duplicates;

/// <summary>Invented companies with a region, a brand and a trade in their names; one in fifty is there twice, written in another way.</summary>
internal sealed class NamedCompanies(int count)
{
    private const int TwiceEach = 50;

    private const string Brand =
        "宏达鑫源恒泰瑞丰华盛嘉诚博远卓越天润金辉海川云翔龙腾凯旋中正明德广信伟业新元佳和永兴安康春晖秋实雅轩景逸涵宇晨曦朗润沐梓睿哲昊铭煜祺百福顺利万通汇聚合众力拓飞跃启航创世纪元方圆同舟共济";

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
        "网络科技",
        "企业管理",
        "汽车服务",
        "装饰工程",
        "物业管理",
    ];

    private static readonly DateTime Made = new(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Division[] cities =
    [
        .. Divisions.All.Values.Where(each => each.Level == DivisionLevel.City).OrderBy(each => each.Code, StringComparer.Ordinal),
    ];

    /// <summary>Name of an account.</summary>
    /// <param name="at">Its number, from 0.</param>
    public string NameOf(int at)
    {
        if (at % TwiceEach == TwiceEach - 1)
            return NameOf(at - 1).Replace("有限公司", "有限责任公司", StringComparison.Ordinal);
        var dice = Dice.Mix((ulong)at + 77);
        var brand = new char[2 + (int)(dice % 3)];
        for (var letter = 0; letter < brand.Length; letter++)
            brand[letter] = Brand[(int)((dice >> (8 + (8 * letter))) % (ulong)Brand.Length)];
        return $"{cities[(int)((dice >> 44) % (ulong)cities.Length)].Name}{new string(brand)}{Trades[(int)((dice >> 56) % (ulong)Trades.Length)]}有限公司";
    }

    /// <summary>Writes the accounts, each with a contact, inside the open transaction.</summary>
    /// <param name="db">The database.</param>
    /// <param name="reps">Who is responsible for them in turn; nobody when null.</param>
    public void Write(JingkeDbContext db, CompanyStaff.Rep[]? reps = null)
    {
        using (
            var rows = BulkWriter.Open(
                db,
                "account",
                "id",
                "kind",
                "name",
                "normalised_name",
                "owner_id",
                "team_id",
                "net_sales",
                "created_at",
                "updated_at",
                "version"
            )
        )
        {
            for (var at = 0; at < count; at++)
            {
                rows.Long(at + 1);
                rows.Text(nameof(AccountKind.Company));
                rows.Text(NameOf(at));
                rows.Text(AccountName.Normalise(NameOf(at)));
                CompanyStaff.Rep? rep = reps is null ? null : reps[at % reps.Length];
                rows.Guid(rep?.Id);
                rows.Long(rep?.TeamId);
                rows.Long(0);
                rows.Instant(Made);
                rows.Instant(Made);
                rows.Int(1);
                rows.EndRow();
            }
            rows.Complete();
        }

        using var contacts = BulkWriter.Open(db, "contact", "account_id", "name", "mobile", "is_primary", "version");
        for (var at = 0; at < count; at++)
        {
            contacts.Long(at + 1);
            contacts.Text("李雷");
            contacts.Text(string.Create(CultureInfo.InvariantCulture, $"139{Dice.Mix((ulong)at + 5) % 100_000_000:00000000}"));
            contacts.Bool(true);
            contacts.Int(1);
            contacts.EndRow();
        }
        contacts.Complete();
    }
}
