using System.Net;
using System.Text.Json;
using Jingke.Domain.People;
using Jingke.Tests.Features.Churn;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Features.Profit;

public sealed class ProfitTests
{
    private const string Api = "/api/key-accounts/profit";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task True_profit_takes_off_goods_service_and_late_payment(Database database)
    {
        await using var company = await ProfitCompany.StartAsync(database);

        var answer = await ChurnCompany.JsonAsync(company.Boss, Api);

        var big = Row(answer, "大牌");
        // 10 visits x 3 h x 100, 10 x 200, and 30 % on both.
        Assert.Equal(3_000m + 2_000m + 1_500m, big.GetProperty("costToServe").GetDecimal());
        // 100,000 x 100 days x 6 % / 365.
        Assert.Equal(1_643.8356m, big.GetProperty("latePayment").GetDecimal());
        Assert.Equal(100_000m - 90_000m - 6_500m - 1_643.8356m, big.GetProperty("trueProfit").GetDecimal());
        // A quarter of an hour.
        Assert.Equal(50_000m - 30_000m - 25m, Row(answer, "实在").GetProperty("trueProfit").GetDecimal());
        Assert.Equal(8_000m, Row(answer, "小康").GetProperty("trueProfit").GetDecimal());
        Assert.Equal("None", answer.GetProperty("leftOut").GetString());
    }

    [Theory, EachDatabase]
    public async Task A_big_account_that_earns_little_is_named_with_its_reasons(Database database)
    {
        await using var company = await ProfitCompany.StartAsync(database);

        var answer = await ChurnCompany.JsonAsync(company.Boss, $"{Api}?show=big");
        var page = WebUtility.HtmlDecode(await company.Boss.GetStringAsync("/key-accounts/profit", Cancel));

        var big = Assert.Single(answer.GetProperty("rows").EnumerateArray());
        Assert.Equal((1, 4), (big.GetProperty("salesRank").GetInt32(), big.GetProperty("profitRank").GetInt32()));
        var reasons = big.GetProperty("bigNotVip").EnumerateArray().Select(reason => reason.GetString()!).ToList();
        Assert.Equal("销售第 1，利润第 4（共 4）", reasons[0]);
        // Gross margins are 10, 40, 40 and 30 %: the median is 35 %, a quarter of 100,000 more.
        Assert.Equal("毛利率 10.0%，多数客户 35.0%，少赚 2.5 万 元", reasons[1]);
        Assert.Contains("销售第 1，利润第 4（共 4）", page, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"slope-wide\"", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task An_account_without_cost_is_listed_apart_and_never_ranked(Database database)
    {
        await using var company = await ProfitCompany.StartAsync(database);

        var all = await ChurnCompany.JsonAsync(company.Boss, Api);
        var unknown = await ChurnCompany.JsonAsync(company.Boss, $"{Api}?show=unknown");
        var own = WebUtility.HtmlDecode(await company.Boss.GetStringAsync($"/key-accounts/profit/{company.Accounts["糊涂"]}", Cancel));

        Assert.Equal((4, 1), (all.GetProperty("ranked").GetInt32(), all.GetProperty("unknown").GetInt32()));
        // 180,000 of 260,000.
        Assert.Equal(180.0 / 260, all.GetProperty("costShare").GetDouble(), 6);
        var row = Assert.Single(unknown.GetProperty("rows").EnumerateArray());
        Assert.Equal("糊涂", row.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("trueProfit").ValueKind);
        Assert.Equal(JsonValueKind.Null, row.GetProperty("goods").ValueKind);
        Assert.Contains("算不出真实利润", own, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_waterfall_leads_to_the_rows_behind_each_bar(Database database)
    {
        await using var company = await ProfitCompany.StartAsync(database);
        var id = company.Accounts["大牌"];

        var page = WebUtility.HtmlDecode(await company.Boss.GetStringAsync($"/key-accounts/profit/{id}", Cancel));

        foreach (
            var text in (string[])
                ["100,000.00", "-90,000.00", "-3,000.00", "-2,000.00", "-1,500.00", "-1,643.84", "1,856.16", "30 小时 × 100.00"]
        )
            Assert.Contains(text, page, StringComparison.Ordinal);
        foreach (var tab in (string[])["orders", "follow-ups", "receivables"])
            Assert.Contains($"href=\"/accounts/{id}?tab={tab}\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await company.Boss.GetAsync("/key-accounts/profit/987654", Cancel)).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Somebody_who_sees_two_accounts_sees_these_two_ranked(Database database)
    {
        await using var company = await ProfitCompany.StartAsync(database);
        await Eventually.TrueAsync(
            async () => (await ChurnCompany.JsonAsync(company.Li, Api)).GetProperty("total").GetInt32() == 2,
            "the rep to see two accounts"
        );

        var answer = await ChurnCompany.JsonAsync(company.Li, Api);
        var file = await company.Li.GetStringAsync("/key-accounts/profit/export?format=csv", Cancel);

        Assert.Equal(2, answer.GetProperty("ranked").GetInt32());
        Assert.Equal(1, Row(answer, "实在").GetProperty("profitRank").GetInt32());
        Assert.Equal(70_000m, answer.GetProperty("netSales").GetDecimal());
        Assert.DoesNotContain("大牌", file, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await company.Li.GetAsync($"/key-accounts/profit/{company.Accounts["大牌"]}", Cancel)).StatusCode
        );
    }

    [Theory, EachDatabase]
    public async Task Other_rates_hold_at_once_and_are_audited(Database database)
    {
        await using var company = await ProfitCompany.StartAsync(database);
        Dictionary<string, string> fields = new()
        {
            ["HourlyRate"] = "50",
            ["VisitCost"] = "100",
            ["VisitHours"] = "2",
            ["MeetingHours"] = "2",
            ["OtherHours"] = "0.5",
            ["Demanding"] = "10",
            ["VeryDemanding"] = "20",
            ["YearlyCapitalRate"] = "7.3",
            ["BasedOn"] = "0",
        };
        _ = await ChurnCompany.JsonAsync(company.Boss, Api);

        using var wrong = await company.Boss.SendAsync(
            "/key-accounts/profit/rates",
            "service-rates",
            fields.Select(field => (field.Key, field.Key == "HourlyRate" ? "-1" : field.Value))
        );
        using var saved = await company.Boss.SendAsync(
            "/key-accounts/profit/rates",
            "service-rates",
            fields.Select(field => (field.Key, field.Value))
        );
        using var stale = await company.Boss.SendAsync(
            "/key-accounts/profit/rates",
            "service-rates",
            fields.Select(field => (field.Key, field.Key == "VisitCost" ? "101" : field.Value))
        );
        var big = Row(await ChurnCompany.JsonAsync(company.Boss, Api), "大牌");
        using var rep = await company.App.SignedInAsync(Role.Rep);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        // (10 x 2 h x 50 + 10 x 100) x 1.1, and 100,000 x 100 days x 7.3 % / 365.
        Assert.Equal((2_200m, 2_000m), (big.GetProperty("costToServe").GetDecimal(), big.GetProperty("latePayment").GetDecimal()));
        Assert.True(await company.App.WithDbAsync(db => db.AuditEntries.AnyAsync(entry => entry.Subject == "ServiceRateSet", Cancel)));
        Assert.Equal(HttpStatusCode.Forbidden, (await rep.GetAsync("/key-accounts/profit/rates", Cancel)).StatusCode);
    }

    [Fact]
    public async Task What_the_company_does_not_record_is_left_out_and_said()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        using var boss = await app.SignedInAsync(Role.Administrator);
        await app.GivenLinesAsync(
            new GivenSales.Line("甲", "2026-06-30", 100, Cost: 60),
            new GivenSales.Line("乙", "2026-06-30", 50, Cost: 10)
        );
        await app.LedgerWithLinesAsync(2);

        var answer = await ChurnCompany.JsonAsync(boss, Api);
        var page = WebUtility.HtmlDecode(await boss.GetStringAsync("/key-accounts/profit", Cancel));

        Assert.Equal("Hours, Visits, Difficulty, LatePayment", answer.GetProperty("leftOut").GetString());
        Assert.Equal(JsonValueKind.Null, Row(answer, "甲").GetProperty("latePayment").ValueKind);
        Assert.Contains("服务成本没有算", page, StringComparison.Ordinal);
        Assert.Contains("拖欠成本没有算", page, StringComparison.Ordinal);
    }

    private static JsonElement Row(JsonElement answer, string name) =>
        answer.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("name").GetString() == name);
}
