using System.Net;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Features.Credit;

public sealed class DecisionTests
{
    [Theory, EachDatabase]
    public async Task Finance_decides_and_everybody_who_works_with_the_account_sees_it(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        await company.InvestigateAsync(company.Li, 4);

        using var granted = await company.GrantAsync(company.Finance, "18000", "45");

        Assert.Equal(HttpStatusCode.SeeOther, granted.StatusCode);
        var page = await (await company.Li.GetAsync(company.Page)).TextAsync();
        Assert.Contains("额度 18,000.00 元，账期 45 天", page, StringComparison.Ordinal);
        Assert.Contains("按建议核定，当时评级 B", page, StringComparison.Ordinal);
        var row = await company.RowAsync(company.Li);
        Assert.Equal(18_000, row.GetProperty("limit").GetDecimal());
        Assert.Empty(row.GetProperty("alerts").EnumerateArray());
        Assert.Equal(HttpStatusCode.Forbidden, (await company.Li.GetAsync($"{company.Page}/decide")).StatusCode);
        var noted = await company.App.WithDbAsync(db => db.AuditEntries.SingleAsync(entry => entry.Subject == "CreditDecision"));
        Assert.Equal(("created", "恒通"), (noted.Action, noted.SubjectName));
    }

    [Theory, EachDatabase]
    public async Task Who_decides_otherwise_says_why(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        await company.InvestigateAsync(company.Li, 4);

        using var silent = await company.GrantAsync(company.Finance, "30000", "45");
        using var said = await company.GrantAsync(company.Finance, "30000", "45", "集团担保");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Contains("和建议不同，请写明理由", await silent.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, said.StatusCode);
        Assert.Contains(
            "与建议不同：建议 18,000.00 元、45 天",
            await (await company.Li.GetAsync(company.Page)).TextAsync(),
            StringComparison.Ordinal
        );
    }

    [Theory, EachDatabase]
    public async Task Nobodys_decision_is_overtaken_unseen_and_all_are_kept(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        await company.GrantAsync(company.Finance, "5000", "30", "先小额度");
        var first = await company.App.WithDbAsync(db => db.CreditDecisions.Select(each => each.Id).SingleAsync());

        using var blind = await company.GrantAsync(company.Finance, "9000", "30", "加额度");
        using var seen = await company.GrantAsync(company.Finance, "9000", "30", "加额度", first);

        Assert.Equal(HttpStatusCode.Conflict, blind.StatusCode);
        Assert.Contains("先小额度", await blind.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, seen.StatusCode);
        Assert.Equal(2, await company.App.WithDbAsync(db => db.CreditDecisions.CountAsync()));
        Assert.Equal(9_000, (await company.RowAsync(company.Finance)).GetProperty("limit").GetDecimal());
    }

    [Theory, EachDatabase]
    public async Task A_rating_that_fell_since_is_told_to_finance_and_to_the_owner(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        await company.InvestigateAsync(company.Li, 4, CreditCompany.Today.AddDays(-20));
        await company.GrantAsync(company.Finance, "18000", "45");
        Assert.DoesNotContain(company.Page, await (await company.Li.GetAsync("/")).TextAsync(), StringComparison.Ordinal);

        await company.InvestigateAsync(company.Finance, 2);

        Assert.Equal(
            ["RatingFell"],
            (await company.RowAsync(company.Finance)).GetProperty("alerts").EnumerateArray().Select(alert => alert.GetString())
        );
        foreach (var who in (HttpClient[])[company.Li, company.Finance])
        {
            var today = await (await who.GetAsync("/")).TextAsync();
            Assert.Contains(company.Page, today, StringComparison.Ordinal);
            Assert.Contains("评级从核定时的 B 降到 D", today, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(company.Page, await (await company.Wang.GetAsync("/")).TextAsync(), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_list_keeps_to_the_scope_and_to_the_filter(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        await company.InvestigateAsync(company.Li, 4);

        Assert.Contains(
            "恒通",
            await (await company.Li.GetAsync("/credit?alert=undecided&rating=B")).TextAsync(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(company.Page, await (await company.Li.GetAsync("/credit?alert=fell")).TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(company.Page, await (await company.Li.GetAsync("/credit?rating=none")).TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("恒通", await (await company.Wang.GetAsync("/credit")).TextAsync(), StringComparison.Ordinal);
        Assert.Contains(
            "恒通",
            await (await company.Finance.GetAsync("/credit/export?format=csv")).Content.ReadAsStringAsync(
                TestContext.Current.CancellationToken
            ),
            StringComparison.Ordinal
        );
    }

    [Theory, EachDatabase]
    public async Task Weights_and_terms_are_the_companys_and_hold_at_once(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        await company.InvestigateAsync(company.Li, 4, null, ("funds-and-assets", 1));
        var funds = company.Items["funds-and-assets"];

        using var item = await company.Finance.SendAsync(
            $"/settings/scorecards/{funds}",
            "score-item",
            ("Weight", "12"),
            ("ShelfMonths", "6"),
            ("IsActive", "false"),
            ("Version", "0")
        );
        using var terms = await company.Finance.SendAsync("/settings/scorecards/terms", "credit-rules", Terms(daysB: "60"));
        using var wrong = await company.Finance.SendAsync("/settings/scorecards/terms", "credit-rules", Terms(daysB: "90"));
        using var manager = await company.App.SignedInAsync(Role.Manager);

        Assert.Equal(HttpStatusCode.SeeOther, item.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, terms.StatusCode);
        Assert.False(wrong.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync("/settings/scorecards")).StatusCode);
        var row = await company.RowAsync(company.Finance);
        Assert.Equal(((78 * 0.75) + 7.5) / 88 * 100, row.GetProperty("score").GetDouble(), 6);
        // 12,000 x 60 / 30 x 1.0.
        Assert.Equal(24_000, row.GetProperty("proposedLimit").GetDecimal());
    }

    private static IEnumerable<(string, string)> Terms(string daysB) =>
        [
            ("FromA", "80"),
            ("FromB", "65"),
            ("FromC", "50"),
            ("FactorA", "1.2"),
            ("FactorB", "1"),
            ("FactorC", "0.5"),
            ("FactorD", "0"),
            ("DaysA", "60"),
            ("DaysB", daysB),
            ("DaysC", "30"),
            ("DaysD", "0"),
            ("MinimumCoverage", "60"),
            ("BasedOn", "0"),
        ];
}
