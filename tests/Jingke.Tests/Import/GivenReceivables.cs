using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Tests.Import;

/// <summary>Two customers and the open items that the books name of them.</summary>
internal static class GivenReceivables
{
    public const string Header = "客户编码,客户名称,发票号,开票日期,到期日,金额,收款日期,收款金额\n";

    // F1 is paid in two parts, F2 in part, F3 not at all.
    public const string Books =
        Header
        + "C1,甲公司,F1,2026-01-05,2026-02-04,1000,2026-02-01,400\n"
        + "C1,甲公司,F1,2026-01-05,2026-02-04,1000,2026-03-01,600\n"
        + "C1,甲公司,F2,2026-03-01,2026-03-31,500.50,2026-04-02,100.50\n"
        + ",乙公司,F3,2026-04-01,2026-05-01,300,,\n";

    public static async Task<JingkeApp> CompanyAsync(Database database)
    {
        var app = await JingkeApp.StartAsync(database);
        await app.ImportAsync("客户编号,客户名称,行业\nC1,甲公司,食品\n,乙公司,食品\n", "客户.csv");
        return app;
    }

    public static Task<long> AccountAsync(JingkeApp app, string name) =>
        app.WithDbAsync(db => db.Accounts.Where(account => account.Name == name).Select(account => account.Id).SingleAsync());
}
