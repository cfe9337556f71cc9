using System.Net.Http.Json;
using System.Text.Json;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Common;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Jingke.Tests.Support.GivenSales;

namespace Jingke.Tests.Features.KeyAccounts;

/// <summary>
/// Three accounts that buy on the first of each month, up to the present one, for 24 months. 巨鲸 (李's, key): 100 in each of the last 12
/// months, 80 in each of the 12 before. 小鱼 (王's, key): 10 after 20. 虾米 (王's, ordinary): 1 and 1.
/// </summary>
internal sealed class FileCompany : IAsyncDisposable
{
    private const int Months = 24;

    private FileCompany(JingkeApp app) => App = app;

    public JingkeApp App { get; }

    /// <summary>Sees 巨鲸.</summary>
    public HttpClient Li { get; private set; } = null!;

    /// <summary>Sees 小鱼 and 虾米.</summary>
    public HttpClient Wang { get; private set; } = null!;

    /// <summary>Sees everything and may change it.</summary>
    public HttpClient Boss { get; private set; } = null!;

    public User LiUser { get; private set; } = null!;

    public User WangUser { get; private set; } = null!;

    public IReadOnlyDictionary<string, long> Accounts { get; private set; } = null!;

    /// <summary>Today as the organisation counts it.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Page of the file of an account.</summary>
    public string File(string account) => $"/key-accounts/files/{Accounts[account]}";

    public static async Task<FileCompany> StartAsync(Database database)
    {
        var company = new FileCompany(await JingkeApp.StartAsync(database));
        company.LiUser = await company.App.GivenUserAsync(Role.Rep, "李");
        company.WangUser = await company.App.GivenUserAsync(Role.Rep, "王");
        company.Li = await company.App.SignedInAsync(company.LiUser);
        company.Wang = await company.App.SignedInAsync(company.WangUser);
        company.Boss = await company.App.SignedInAsync(Role.Administrator);
        company.Today = company.App.Services.GetRequiredService<Clock>().Today;
        await company.App.WithDbAsync(async db =>
        {
            db.AddRange(Account("巨鲸", company.LiUser), Account("小鱼", company.WangUser), Account("虾米", company.WangUser));
            await db.SaveChangesAsync();
            company.Accounts = await db.Accounts.ToDictionaryAsync(account => account.Name, account => account.Id);
        });
        var month = new DateOnly(company.Today.Year, company.Today.Month, 1);
        Line[] lines = [.. Monthly("巨鲸", month, 100, 80), .. Monthly("小鱼", month, 10, 20), .. Monthly("虾米", month, 1, 1)];
        await company.App.GivenLinesAsync(lines);
        await company.App.LedgerWithLinesAsync(lines.Length);
        await company.App.WithDbAsync(db =>
            db.Accounts.Where(account => account.Name != "虾米")
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(account => account.Tier, Tier.Key)
                        .SetProperty(account => account.NetSales, account => account.Name == "巨鲸" ? 12_000_000 : 1_200_000)
                        .SetProperty(account => account.YearOnYear, account => account.Name == "巨鲸" ? 0.25 : -0.5)
                )
        );
        return company;
    }

    /// <summary>A JSON answer.</summary>
    public static Task<JsonElement> JsonAsync(HttpClient client, string address) =>
        client.GetFromJsonAsync<JsonElement>(address, TestContext.Current.CancellationToken);

    /// <summary>The file of an account as programs see it.</summary>
    public Task<JsonElement> FileAsync(string account) => JsonAsync(Boss, $"/api/key-accounts/files/{Accounts[account]}");

    /// <summary>A property of each row, in order.</summary>
    public static string[] Rows(JsonElement answer, string property) =>
        [.. answer.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty(property).ToString())];

    /// <summary>Fields of a measure.</summary>
    public static (string, string)[] Measure(string what, User owner, DateOnly due) =>
        [("What", what), ("OwnerId", $"{owner.Id}"), ("DueOn", $"{due:yyyy-MM-dd}")];

    public async ValueTask DisposeAsync()
    {
        Li.Dispose();
        Wang.Dispose();
        Boss.Dispose();
        await App.DisposeAsync();
    }

    private static IEnumerable<Line> Monthly(string account, DateOnly last, decimal now, decimal before) =>
        Enumerable.Range(0, Months).Select(back => new Line(account, $"{last.AddMonths(-back):yyyy-MM-dd}", back < 12 ? now : before));

    private static Account Account(string name, User owner)
    {
        var account = new Account(AccountKind.Company, name, DateTime.UnixEpoch);
        account.AssignTo(owner.Id, null, DateTime.UnixEpoch);
        return account;
    }
}
