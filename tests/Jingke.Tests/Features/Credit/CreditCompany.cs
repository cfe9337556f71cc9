using System.Text.Json;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Credit;
using Jingke.Domain.People;
using Jingke.Domain.Receivables;
using Jingke.Tests.Support;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using static Jingke.Tests.Support.GivenSales;

namespace Jingke.Tests.Features.Credit;

/// <summary>
/// Two accounts. The newest line is of 2025-06-30. 恒通 bought 12,000 on the 15th of each of the last 24 months: 144,000 a year, 12,000 a
/// month, no growth, 12 of 12 months. 小河 bought once, 600. 李 owns 恒通, 王 owns 小河. Finance sees both.
/// </summary>
internal sealed class CreditCompany : IAsyncDisposable
{
    private CreditCompany(JingkeApp app) => App = app;

    public JingkeApp App { get; }

    /// <summary>Sees 恒通.</summary>
    public HttpClient Li { get; private set; } = null!;

    /// <summary>Sees 小河.</summary>
    public HttpClient Wang { get; private set; } = null!;

    /// <summary>Decides.</summary>
    public HttpClient Finance { get; private set; } = null!;

    public long Hengtong { get; private set; }

    public long Xiaohe { get; private set; }

    /// <summary>The items of credit by their keys.</summary>
    public IReadOnlyDictionary<string, long> Items { get; private set; } = null!;

    public string Page => $"/accounts/{Hengtong}/credit";

    public static async Task<CreditCompany> StartAsync(Database database)
    {
        var company = new CreditCompany(await JingkeApp.StartAsync(database));
        var li = await company.App.GivenUserAsync(Role.Rep, "李");
        var wang = await company.App.GivenUserAsync(Role.Rep, "王");
        company.Li = await company.App.SignedInAsync(li);
        company.Wang = await company.App.SignedInAsync(wang);
        company.Finance = await company.App.SignedInAsync(Role.Finance);
        await company.App.WithDbAsync(async db =>
        {
            var (hengtong, xiaohe) = (Account("恒通", li), Account("小河", wang));
            db.AddRange(hengtong, xiaohe);
            await db.SaveChangesAsync();
            (company.Hengtong, company.Xiaohe) = (hengtong.Id, xiaohe.Id);
            company.Items = await db
                .ScoreItems.Where(item => item.Card == ScorecardKind.Credit)
                .ToDictionaryAsync(item => item.Key, item => item.Id);
        });
        Line[] lines =
        [
            .. Enumerable.Range(0, 24).Select(back => new Line("恒通", $"{new DateOnly(2025, 6, 15).AddMonths(-back):yyyy-MM-dd}", 12_000)),
            new("小河", "2025-06-30", 600),
        ];
        await company.App.GivenLinesAsync(lines);
        await company.App.LedgerWithLinesAsync(lines.Length);
        return company;
    }

    /// <summary>Writes an investigation that gives every item that can be judged one grade, but for those named.</summary>
    public Task<HttpResponseMessage> InvestigateAsync(
        HttpClient who,
        int grade,
        DateOnly? on = null,
        params IEnumerable<(string Key, int Grade)> otherwise
    )
    {
        var other = otherwise.ToDictionary(each => each.Key, each => each.Grade);
        string[] ours = ["own-turnover", "own-growth", "own-steadiness"];
        return who.SendAsync(
            $"/accounts/{Hengtong}/credit/investigate",
            "investigation",
            [
                ("Source", "Bank"),
                ("On", $"{on ?? Today:yyyy-MM-dd}"),
                ("Informant", "工行"),
                ("Summary", "授信五百万"),
                .. Items
                    .Where(item => !ours.Contains(item.Key) && other.GetValueOrDefault(item.Key, grade) > 0)
                    .Select(item => ($"grade.{item.Value}", $"{other.GetValueOrDefault(item.Key, grade)}")),
            ]
        );
    }

    /// <summary>Grants 恒通 a limit.</summary>
    public Task<HttpResponseMessage> GrantAsync(HttpClient who, string limit, string days, string reason = "", long basedOn = 0) =>
        who.SendAsync(
            $"{Page}/decide",
            "credit-decision",
            ("Limit", limit),
            ("TermDays", days),
            ("Reason", reason),
            ("BasedOn", $"{basedOn}")
        );

    /// <summary>Bills 恒通 8,000 that were due ten days ago, of which 3,000 came in two days ago, and 6,000 that are due in 25 days.</summary>
    public Task BillAsync() =>
        App.WithDbAsync(async db =>
        {
            var late = new Receivable(Hengtong, "F-1", Today.AddDays(-40), Today.AddDays(-10), Money.FromUnits(8000));
            late.Receive(Today.AddDays(-2), Money.FromUnits(3000));
            db.AddRange(late, new Receivable(Hengtong, "F-2", Today.AddDays(-5), Today.AddDays(25), Money.FromUnits(6000)));
            await db.SaveChangesAsync();
        });

    /// <summary>What the list says of 恒通.</summary>
    public async Task<JsonElement> RowAsync(HttpClient client)
    {
        using var document = JsonDocument.Parse(await client.GetStringAsync("/api/credit"));
        return document
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .Single(row => row.GetProperty("id").GetInt64() == Hengtong)
            .Clone();
    }

    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8));

    public async ValueTask DisposeAsync()
    {
        Li.Dispose();
        Wang.Dispose();
        Finance.Dispose();
        await App.DisposeAsync();
    }

    private static Account Account(string name, User owner)
    {
        var account = new Account(AccountKind.Company, name, DateTime.UnixEpoch);
        account.AssignTo(owner.Id, null, DateTime.UnixEpoch);
        return account;
    }
}
