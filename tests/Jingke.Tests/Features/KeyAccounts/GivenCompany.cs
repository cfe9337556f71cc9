using System.Net.Http.Json;
using System.Text.Json;
using Jingke.Tests.Support;
using Jingke.Web.Data;
using Jingke.Web.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Jingke.Tests.Support.GivenSales;

namespace Jingke.Tests.Features.KeyAccounts;

/// <summary>A company whose figures can be worked out in one's head: 10 accounts, 1,000 yuan in the 12 months to 2025-06-30.</summary>
internal static class GivenCompany
{
    /// <summary>
    /// 甲 500, 乙 200, 丙 100, 丁 60, 戊 40, 己 to 壬 20 to 25, 癸 10: the first two hold 70 %. A year before: 甲 400, 乙 250, 丙 nothing.
    /// At the end of March 丙 had no sales yet.
    /// </summary>
    public static readonly Line[] Lines =
    [
        new("甲公司", "2025-06-20", 500, "A1"),
        new("甲公司", "2024-06-20", 400, "A0"),
        new("乙公司", "2025-06-10", 200, "B1"),
        new("乙公司", "2024-06-10", 250, "B0"),
        new("丙公司", "2025-06-30", 100, "C1"),
        new("丁公司", "2025-02-01", 60, "D1"),
        new("戊公司", "2025-01-15", 40, "E1"),
        new("己公司", "2025-01-14", 25, "F1"),
        new("庚公司", "2025-01-13", 25, "G1"),
        new("辛公司", "2025-01-12", 20, "H1"),
        new("壬公司", "2025-01-11", 20, "I1"),
        new("癸公司", "2025-01-10", 10, "J1"),
    ];

    /// <summary>The company in a running product whose ledger has its lines.</summary>
    public static async Task<JingkeApp> StartAsync(Database database)
    {
        var app = await JingkeApp.StartAsync(database);
        await app.GivenLinesAsync(Lines);
        await app.LedgerWithLinesAsync(Lines.Length);
        return app;
    }

    /// <summary>Gives accounts to a person and waits until the ledger knows.</summary>
    public static async Task GivenOwnerAsync(this JingkeApp app, Guid owner, params string[] names)
    {
        await app.WithDbAsync(async db =>
        {
            await db
                .Accounts.Where(account => names.Contains(account.Name))
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.OwnerId, owner));
            await db.RaiseStampAsync(ChangeStamp.Accounts, CancellationToken.None);
        });
        var store = app.Services.GetRequiredService<LedgerStore>();
        await Eventually.TrueAsync(
            () => store.Current!.Ledger.Accounts.Owner.Codes.Count(code => code > 0) == names.Length,
            "a ledger that knows the owner"
        );
    }

    /// <summary>The text of a page.</summary>
    public static async Task<string> PageAsync(this HttpClient client, string path) =>
        await (await client.GetAsync(path, TestContext.Current.CancellationToken)).TextAsync();

    /// <summary>The text of the page that an answer leads to.</summary>
    public static Task<string> FollowAsync(this HttpClient client, HttpResponseMessage answer) =>
        client.PageAsync(answer.Headers.Location!.ToString());

    /// <summary>What <c>GET /api/key-accounts</c> answers.</summary>
    public static async Task<JsonElement> KeyAccountsAsync(this HttpClient client, string query = "") =>
        await client.GetFromJsonAsync<JsonElement>("/api/key-accounts" + query, TestContext.Current.CancellationToken);

    /// <summary>Names of the rows of an answer, in their order.</summary>
    public static string[] Names(this JsonElement answer) =>
        [.. answer.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("name").GetString()!)];
}
