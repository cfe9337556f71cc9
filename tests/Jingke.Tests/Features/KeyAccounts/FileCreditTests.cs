using System.Text.Json;
using Jingke.Domain.Credit;
using Jingke.Domain.People;
using Jingke.Tests.Features.Credit;
using Jingke.Tests.Support;
using Jingke.Web.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Jingke.Tests.Features.KeyAccounts.FileCompany;

namespace Jingke.Tests.Features.KeyAccounts;

public sealed class FileCreditTests
{
    [Theory, EachDatabase]
    public async Task What_nobody_looked_into_says_so_and_where_one_starts(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        using var executive = await company.App.SignedInAsync(Role.Executive);

        var file = await JsonAsync(company.Li, Api(company));
        var page = await TextAsync(company.Li, Page(company));
        var read = await TextAsync(executive, Page(company));

        // Our own books alone give a score, and no rating.
        Assert.Equal(JsonValueKind.Null, file.GetProperty("credit").GetProperty("rating").ValueKind);
        Assert.Equal(JsonValueKind.Null, file.GetProperty("credit").GetProperty("on").ValueKind);
        Assert.Contains("还没有做过信用调查。", page, StringComparison.Ordinal);
        Assert.Contains("还没有了解过经营状况。", page, StringComparison.Ordinal);
        Assert.Contains($"{company.Page}/investigate?card=credit", page, StringComparison.Ordinal);
        Assert.Contains($"{company.Page}/investigate?card=operating", page, StringComparison.Ordinal);
        Assert.Contains("还没有做过信用调查。", await TextAsync(company.Li, $"{Page(company)}/print"), StringComparison.Ordinal);
        // Who may not write an investigation is shown no way to one.
        Assert.Contains("还没有做过信用调查。", read, StringComparison.Ordinal);
        Assert.DoesNotContain($"{company.Page}/investigate", read, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_is_proposed_is_told_from_what_was_decided(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        var on = CreditCompany.Today.AddDays(-20);
        await company.InvestigateAsync(company.Li, 4, on);

        var proposed = await TextAsync(company.Li, Page(company));
        await company.GrantAsync(company.Finance, "18000", "45");
        var decided = await TextAsync(company.Li, Page(company));

        Assert.Contains($"尚未核定 · 最近了解 {on:yyyy-MM-dd}", proposed, StringComparison.Ordinal);
        Assert.Contains("建议 18,000.00 元，账期 45 天，待核定", proposed, StringComparison.Ordinal);
        Assert.Contains($"已核定 · 最近了解 {on:yyyy-MM-dd}", decided, StringComparison.Ordinal);
        Assert.Contains($"18,000.00 元，账期 45 天，{CreditCompany.Today:yyyy-MM-dd} 核定", decided, StringComparison.Ordinal);
        Assert.Contains("没有应收记录", decided, StringComparison.Ordinal);
        var credit = (await JsonAsync(company.Li, Api(company))).GetProperty("credit");
        Assert.Equal("B", credit.GetProperty("rating").GetString());
        Assert.Equal($"{on:yyyy-MM-dd}", credit.GetProperty("on").GetString());
        Assert.Equal($"{CreditCompany.Today:yyyy-MM-dd}", credit.GetProperty("decidedOn").GetString());
        Assert.Equal((18_000m, 45), (credit.GetProperty("limit").GetDecimal(), credit.GetProperty("termDays").GetInt32()));
        Assert.Empty(credit.GetProperty("alerts").EnumerateArray());
    }

    [Theory, EachDatabase]
    public async Task A_worse_rating_too_much_open_and_overdue_are_risks(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        await company.InvestigateAsync(company.Li, 4, CreditCompany.Today.AddDays(-20));
        await company.GrantAsync(company.Finance, "10000", "30", "先给一万");
        await company.BillAsync();
        await company.InvestigateAsync(company.Finance, 2);

        var file = await JsonAsync(company.Li, Api(company));
        var page = await TextAsync(company.Li, Page(company));
        var print = await TextAsync(company.Li, $"{Page(company)}/print");
        company.Li.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var english = await TextAsync(company.Li, Page(company));

        var credit = file.GetProperty("credit");
        Assert.Equal((11_000m, 5_000m), (credit.GetProperty("exposure").GetDecimal(), credit.GetProperty("overdue").GetDecimal()));
        Assert.Equal(1.1, credit.GetProperty("use").GetDouble(), 6);
        Assert.Equal(("D", "B"), (credit.GetProperty("rating").GetString(), credit.GetProperty("ratingThen").GetString()));
        Assert.Equal(["OverLimit", "RatingFell"], credit.GetProperty("alerts").EnumerateArray().Select(alert => alert.GetString()));
        Assert.Equal(["over-limit", "rating-fell", "receivables-overdue"], Codes(file).Where(IsOfCredit));
        foreach (var text in (string[])[page, print])
        {
            Assert.Contains("核定时评级 B", text, StringComparison.Ordinal);
            Assert.Contains("11,000.00 元，其中逾期 5,000.00 元 · 占额度 110%", text, StringComparison.Ordinal);
            Assert.Contains("未收应收 1.1 万元，超出额度 1 万元", text, StringComparison.Ordinal);
            Assert.Contains("评级从核定时的 B 降到 D", text, StringComparison.Ordinal);
            Assert.Contains("应收逾期 5,000元", text, StringComparison.Ordinal);
        }
        Assert.Contains("Rating fell from B to D since the limit was granted", english, StringComparison.Ordinal);
        Assert.Contains("Owes 5,000 CNY that is overdue", english, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_operating_state_stands_beside_credit_and_says_what_is_out_of_date(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        var on = CreditCompany.Today.AddMonths(-18);
        await LookAsync(company, on, grade: 4);

        var file = await JsonAsync(company.Li, Api(company));
        var page = await TextAsync(company.Li, Page(company));

        // Equipment and technology hold for 24 months, the eleven others for 12: too little is known for a rating.
        var operating = file.GetProperty("operating");
        Assert.Equal(JsonValueKind.Null, operating.GetProperty("rating").ValueKind);
        Assert.Equal($"{on:yyyy-MM-dd}", operating.GetProperty("on").GetString());
        Assert.Equal(11, operating.GetProperty("staleItems").GetInt32());
        Assert.Contains($"最近了解 {on:yyyy-MM-dd} · 11 项评价已过期", page, StringComparison.Ordinal);
        Assert.Contains($"{company.Page}?card=operating", page, StringComparison.Ordinal);
        Assert.Contains("还没有做过信用调查。", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Codes(file), IsOfCredit);
    }

    [Theory, EachDatabase]
    public async Task The_worst_operating_state_is_a_risk(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        await LookAsync(company, CreditCompany.Today.AddDays(-20), grade: 1);

        var file = await JsonAsync(company.Li, Api(company));
        var page = await TextAsync(company.Li, Page(company));
        var print = await TextAsync(company.Li, $"{Page(company)}/print");

        Assert.Equal("D", file.GetProperty("operating").GetProperty("rating").GetString());
        Assert.Equal(["operating-poor"], Codes(file).Where(IsOfCredit));
        Assert.Contains("经营状况评为 D，最差一级", page, StringComparison.Ordinal);
        Assert.Contains("经营状况评为 D，最差一级", print, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Credit_of_others_stays_with_them_and_is_there_without_sales(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        await using var fresh = await JingkeApp.StartAsync(database);
        await company.InvestigateAsync(company.Li, 4);
        var account = await fresh.WithDbAsync(async db =>
        {
            var added = new Domain.Accounts.Account(Domain.Accounts.AccountKind.Company, "新客", DateTime.UnixEpoch);
            db.Add(added);
            await db.SaveChangesAsync();
            return added.Id;
        });
        using var boss = await fresh.SignedInAsync(Role.Administrator);
        await Eventually.TrueAsync(() => fresh.Services.GetRequiredService<LedgerStore>().Current is not null, "a ledger");

        using var hidden = await company.Wang.GetAsync(Api(company), TestContext.Current.CancellationToken);
        var file = await JsonAsync(boss, $"/api/key-accounts/files/{account}");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Equal(JsonValueKind.Null, file.GetProperty("performance").ValueKind);
        Assert.Equal(JsonValueKind.Null, file.GetProperty("credit").GetProperty("rating").ValueKind);
    }

    // What is out of date cannot be typed in, so it is written down as it was then.
    private static Task LookAsync(CreditCompany company, DateOnly on, int grade) =>
        company.App.WithDbAsync(async db =>
        {
            var looked = new CreditInvestigation(
                company.Hengtong,
                ScorecardKind.Operating,
                InvestigationSource.OwnStaff,
                on,
                null,
                null,
                DateTime.UnixEpoch,
                null
            );
            foreach (var item in await db.ScoreItems.Where(item => item.Card == ScorecardKind.Operating).ToListAsync())
                looked.Find(item.Id, grade, null);
            db.Add(looked);
            await db.SaveChangesAsync();
        });

    private static string Page(CreditCompany company) => $"/key-accounts/files/{company.Hengtong}";

    private static string Api(CreditCompany company) => $"/api/key-accounts/files/{company.Hengtong}";

    private static async Task<string> TextAsync(HttpClient client, string address) => await (await client.GetAsync(address)).TextAsync();

    private static IEnumerable<string> Codes(JsonElement file) =>
        file.GetProperty("risks").EnumerateArray().Select(risk => risk.GetProperty("code").GetString()!);

    private static bool IsOfCredit(string code) => code is "over-limit" or "rating-fell" or "receivables-overdue" or "operating-poor";
}
