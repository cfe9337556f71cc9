using System.Net;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Xunit;
using static Jingke.Tests.Features.Churn.ChurnCompany;

namespace Jingke.Tests.Features.Churn;

public sealed class ChurnListTests
{
    [Theory, EachDatabase]
    public async Task Who_is_silent_beyond_its_own_rhythm_is_at_risk_and_then_lost_with_the_reason_in_words(Database database)
    {
        await using var company = await StartAsync(database);

        var risk = await JsonAsync(company.Boss, "/api/churn/accounts?state=risk");
        var lost = await JsonAsync(company.Boss, "/api/churn/accounts?state=lost");
        var page = await (await company.Boss.GetAsync("/churn")).TextAsync();

        Assert.Equal(["摇摆"], Rows(risk, "name"));
        Assert.Equal(["平时每 30 天一单，已 100 天没有订单；停单前 12 个月购买 500元"], Rows(risk, "why"));
        Assert.Equal(["远航", "过客"], Rows(lost, "name"));
        Assert.Equal(["Key", "Ordinary"], Rows(lost, "tierThen").Select((tier, at) => at == 0 ? tier : "Ordinary"));
        Assert.Equal(12_030m, lost.GetProperty("lastYearSales").GetDecimal());
        Assert.Contains("平时每 30 天一单，已 100 天没有订单", page, StringComparison.Ordinal);
        // Five accounts bear no model, and the page says by what they are judged instead.
        Assert.False(risk.GetProperty("byModel").GetBoolean());
        Assert.Contains("超过自身平时间隔的 6 倍", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_rep_sees_only_their_own_lost_and_endangered_accounts(Database database)
    {
        await using var company = await StartAsync(database);

        foreach (
            var address in (string[])
                ["/churn", "/churn/accounts", "/churn/lost?by=owner", "/churn/reviews", "/churn/accounts/export?format=csv"]
        )
        {
            var text = await (await company.Wang.GetAsync(address)).TextAsync();
            Assert.DoesNotContain("远航", text, StringComparison.Ordinal);
            Assert.DoesNotContain("李", text, StringComparison.Ordinal);
        }
        Assert.Equal(["远航"], Rows(await JsonAsync(company.Li, "/api/churn/accounts"), "name"));
        Assert.Equal(1, (await JsonAsync(company.Li, "/api/churn/lost")).GetProperty("lost").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await company.Wang.GetAsync($"/churn/reviews/{company.Accounts["远航"]}")).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Kinds_of_lost_customers_lead_to_the_accounts_behind_them(Database database)
    {
        await using var company = await StartAsync(database);

        var byIndustry = await JsonAsync(company.Boss, "/api/churn/lost?by=industry");
        var bySince = await JsonAsync(company.Boss, "/api/churn/lost?by=since");
        var behind = await JsonAsync(company.Boss, "/api/churn/accounts?state=lost&by=since&group=2024Q4");
        var page = await (await company.Boss.GetAsync("/churn/lost?by=industry")).TextAsync();

        Assert.Equal(2 / 5.0, byIndustry.GetProperty("lossRate").GetDouble(), 12);
        Assert.Equal(["通用设备", "食品"], Rows(byIndustry, "name"));
        Assert.Equal(["1", "1"], Rows(byIndustry, "lost"));
        Assert.Equal(["0.5", "0.5"], Rows(byIndustry, "lossRate"));
        Assert.Equal(["2024Q4", "2024Q1"], Rows(bySince, "name"));
        Assert.Equal(["远航"], Rows(behind, "name"));
        Assert.Contains("/churn/accounts?state=lost&by=industry&group=", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await company.Boss.GetAsync("/churn/accounts?state=lost&by=since&group=1999Q9")).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Cohorts_count_who_still_orders_and_lead_to_them(Database database)
    {
        await using var company = await StartAsync(database);

        var retention = await JsonAsync(company.Boss, "/api/churn/retention");
        // 常青 began in 2024Q4 (10 orders back from 2025-06-30) and ordered in each quarter since; 摇摆 on 2024-06-25 and not in 2025Q2.
        var members = await JsonAsync(company.Boss, "/api/churn/accounts?state=all&cohort=2024-10-01&later=2&bought=yes");
        var none = await JsonAsync(company.Boss, "/api/churn/accounts?state=all&cohort=2024-04-01&later=4&bought=no");

        var cohort = retention.GetProperty("cohorts").EnumerateArray().Single(row => row.GetProperty("from").GetString() == "2024-10-01");
        Assert.Equal(1, cohort.GetProperty("accounts").GetInt32());
        Assert.Equal([1, 1, 1], cohort.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("accounts").GetInt32()));
        Assert.Equal(["常青"], Rows(members, "name"));
        Assert.Equal(["摇摆"], Rows(none, "name"));
        Assert.Empty(retention.GetProperty("points").EnumerateArray());
    }

    [Theory, EachDatabase]
    public async Task Every_list_is_a_file_and_its_figures_are_those_of_the_page(Database database)
    {
        await using var company = await StartAsync(database);

        foreach (
            var address in (string[])
                [
                    "/churn",
                    "/churn/accounts",
                    "/churn/lost",
                    "/churn/retention",
                    "/churn/cohorts",
                    "/churn/reviews",
                    "/churn/model",
                    "/churn/causes",
                ]
        )
        {
            using var answer = await company.Boss.GetAsync($"{address}/export?format=csv");
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        }
        var file = await company.Boss.GetStringAsync("/churn/accounts/export?format=csv&state=lost");
        Assert.Contains("远航", file, StringComparison.Ordinal);
        Assert.Contains("12000.00", file.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("常青", file, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_account_page_says_the_same(Database database)
    {
        await using var company = await StartAsync(database);

        var page = await (await company.Li.GetAsync($"/accounts/{company.Accounts["远航"]}")).TextAsync();

        Assert.Contains("平时每 30 天一单，已 200 天没有订单", page, StringComparison.Ordinal);
        Assert.Contains($"/churn/reviews/{company.Accounts["远航"]}", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Other_bounds_give_other_verdicts_at_once(Database database)
    {
        await using var company = await StartAsync(database);
        var fields = new Dictionary<string, string>
        {
            ["LostBelow"] = "20",
            ["RiskBelow"] = "60",
            ["LostGaps"] = "2",
            ["RiskGaps"] = "1.5",
            ["LostDays"] = "60",
            ["RiskDays"] = "30",
            ["LongDays"] = "700",
            ["BasedOn"] = "0",
        };

        using var wrong = await company.Boss.SendAsync(
            "/churn/rules",
            "churn-rules",
            fields.Select(field => (field.Key, field.Key == "RiskDays" ? "61" : field.Value))
        );
        var before = Rows(await JsonAsync(company.Boss, "/api/churn/accounts?state=lost"), "name");
        using var saved = await company.Boss.SendAsync("/churn/rules", "churn-rules", fields.Select(field => (field.Key, field.Value)));
        using var stale = await company.Boss.SendAsync(
            "/churn/rules",
            "churn-rules",
            fields.Select(field => (field.Key, field.Key == "LongDays" ? "800" : field.Value))
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("预警要早于流失", await wrong.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(["远航", "过客"], before);
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        // 100 days are more than twice 30 now, and 过客 has time until 700 days.
        Assert.Equal(["远航", "摇摆"], Rows(await JsonAsync(company.Boss, "/api/churn/accounts?state=lost"), "name"));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Too_little_data_for_a_model_is_said_plainly(Database database)
    {
        await using var company = await StartAsync(database);

        var page = await (await company.Boss.GetAsync("/churn/model")).TextAsync();
        var answer = await JsonAsync(company.Boss, "/api/churn/model");

        Assert.Contains("客户太少", page, StringComparison.Ordinal);
        Assert.Equal("TooFew", answer.GetProperty("use").GetString());
    }

    [Theory, EachDatabase]
    public async Task A_company_without_sales_says_what_belongs_here(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var boss = await app.SignedInAsync(Role.Administrator);
        await app.LedgerWithLinesAsync(0);

        foreach (
            var address in (string[])["/churn", "/churn/lost", "/churn/reviews", "/churn/retention", "/churn/model", "/churn/accounts"]
        )
            Assert.Contains("还没有销售数据", await (await boss.GetAsync(address)).TextAsync(), StringComparison.Ordinal);
    }
}
