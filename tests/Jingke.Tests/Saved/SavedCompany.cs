using System.Globalization;
using System.Net;
using System.Text;
using Jingke.Domain.Imports;
using Jingke.Tests.Import;
using Jingke.Tests.Support;
using Jingke.Web.Features.SetUp;
using Jingke.Web.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Saved;

/// <summary>
/// A small company put into the product the way people do it: set up by the link, colleagues and teams by their pages, files imported,
/// an account edited and one thrown away. It grows with the product: what a new version keeps belongs into the next saved database.
/// </summary>
internal static class SavedCompany
{
    public const string UserName = "wang.qiang";
    public const string Password = "correct horse battery";

    private static readonly string[] Provinces = ["广东省", "江苏省", "浙江省", "上海市", "四川省", "辽宁省"];
    private static readonly string[] Products = ["离心泵", "闸阀", "球阀", "密封件"];

    /// <summary>Fills an empty product.</summary>
    /// <returns>The administrator, signed in.</returns>
    public static async Task<HttpClient> FillAsync(JingkeApp app)
    {
        var client = app.NewClient();
        await DoneAsync(
            client.SendAsync(
                app.Services.GetRequiredService<SetUpLink>().PathAndQuery,
                "set-up",
                ("OrganisationName", "海鲸泵阀"),
                ("DisplayName", "王强"),
                ("UserName", UserName),
                ("Password", Password),
                ("PasswordAgain", Password),
                ("Language", "zh-Hans")
            )
        );
        await PeopleAsync(app, client);
        await FilesAsync(app);
        await WorkAsync(app, client);
        return client;
    }

    private static async Task PeopleAsync(JingkeApp app, HttpClient client)
    {
        await DoneAsync(client.SendAsync("/settings/teams", "new-team", ("Name", "华东大区")));
        var team = await app.WithDbAsync(db => db.Teams.Select(each => each.Id).SingleAsync());
        foreach (var (name, user, role) in ((string, string, string)[])[("李娜", "li.na", "Rep"), ("赵敏", "zhao.min", "Supervisor")])
            await DoneAsync(
                client.SendAsync(
                    "/settings/users/new",
                    "new-user",
                    ("DisplayName", name),
                    ("UserName", user),
                    ("Role", role),
                    ("TeamId", $"{team}"),
                    ("Password", Password)
                )
            );
    }

    private static async Task FilesAsync(JingkeApp app)
    {
        var accounts = await app.ImportAsync(AccountFile(), "客户.csv");
        var orders = await app.ImportAsync(OrderFile(), "订单.csv");

        Assert.Equal((ImportState.Done, ImportState.Done), (accounts.State, orders.State));
        Assert.True(orders is { Rejected: > 0, Unattributed: > 0, Accepted: > 100 });
        await app.LedgerWithLinesAsync((int)(orders.Accepted - orders.Unattributed));
        await Eventually.TrueAsync(() => app.WithDbAsync(db => db.EvaluationRuns.AnyAsync()), "an evaluation of the orders");
    }

    private static async Task WorkAsync(JingkeApp app, HttpClient client)
    {
        var ids = await app.WithDbAsync(db => db.Accounts.ToDictionaryAsync(account => account.Code!, account => account.Id));
        await DoneAsync(client.SendAsync($"/analysis/measures/{ids["C02"]}", "measure", ("Text", "季末前拜访"), ("Seen", "0")));
        await DoneAsync(JingkeApp.PostFormAsync(client, $"/accounts/{ids["C24"]}", [], $"/accounts/{ids["C24"]}/delete"));
        var store = app.Services.GetRequiredService<LedgerStore>();
        await Eventually.TrueAsync(() => store.Current!.Deleted is { Count: 1 }, "a ledger without the deleted account");
        await DoneAsync(
            JingkeApp.PostFormAsync(client, "/accounts", [new("address", "/accounts?tier=Key"), new("name", "大客户")], "/accounts/views")
        );
        await DoneAsync(JingkeApp.PostFormAsync(client, "/key-accounts/rules?key=30&letgo=10", Rules(), "/key-accounts/rules/save"));
        await Eventually.TrueAsync(
            () => app.WithDbAsync(async db => await db.EvaluationRuns.CountAsync() > 1),
            "an evaluation by the new rules"
        );
    }

    private static KeyValuePair<string, string>[] Rules() => [new("key", "30"), new("letgo", "10"), new("based", "1")];

    private static string AccountFile()
    {
        var text = new StringBuilder("客户编号,客户名称,省份,行业,规模,负责人,联系人,手机,首要联系人\n");
        for (var at = 1; at <= 12; at++)
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"C{at:00},{NameOf(at)},{Provinces[at % 6]},通用设备制造业,{(at % 3 == 0 ? "大型" : "中型")},li.na,联系人{at},138000000{at:00},是"
            );
        return text.ToString();
    }

    // Three years in which some grow and some fall, with a return, a line without a customer and one whose day is no day.
    private static string OrderFile()
    {
        var text = new StringBuilder("订单号,行号,订单日期,客户编号,客户名称,省份,产品名称,类别,数量,销售额\n");
        for (var at = 1; at <= 24; at++)
        for (var order = 0; order < 3 + (at % 5); order++)
        {
            var day = new DateOnly(2023, 1, 10).AddDays((at * 11) + (order * 130));
            var amount = (90_000m / at) + (order * (at % 2 == 0 ? -300 : 700)) + 0.55m;
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"S{at:00}{order},1,{day:yyyy-MM-dd},C{at:00},{NameOf(at)},{Provinces[at % 6]},{Products[order % 4]},泵阀,{order + 1},{amount}"
            );
        }
        text.Append("R1,1,2025-03-01,C01,").Append(NameOf(1)).Append(",广东省,离心泵,泵阀,-1,-1200.00\n");
        text.Append("U1,1,2025-03-02,,,浙江省,球阀,泵阀,1,660\n");
        text.Append("X1,1,2025-02-30,C03,").Append(NameOf(3)).Append(",浙江省,球阀,泵阀,1,100\n");
        return text.ToString();
    }

    private static string NameOf(int at) => $"海岸{"一二三四五六七八九十"[at % 10]}号工程公司第{at}分部";

    private static async Task DoneAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.TextAsync());
    }
}
