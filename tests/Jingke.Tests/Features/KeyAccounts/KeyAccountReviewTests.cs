using System.Net;
using Jingke.Domain.KeyAccounts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Jingke.Tests.Features.KeyAccounts.FileCompany;

namespace Jingke.Tests.Features.KeyAccounts;

public sealed class KeyAccountReviewTests
{
    [Theory, EachDatabase]
    public async Task The_meeting_begins_with_what_presses_most(Database database)
    {
        await using var company = await StartAsync(database);

        // 小鱼 fell by half, was never contacted and has no plan: 5. 巨鲸 was never contacted and has no plan: 2.
        using var first = await company.Boss.GetAsync("/key-accounts/review");
        await company.Li.SendAsync(
            $"{company.File("巨鲸")}/measures/new",
            "measure",
            Measure("请总工来厂", company.LiUser, company.Today.AddDays(-1))
        );
        // An overdue measure makes it 5 too, and it is the larger one.
        using var then = await company.Boss.GetAsync("/key-accounts/review");
        var page = await (await company.Boss.GetAsync($"/key-accounts/review?at={company.Accounts["巨鲸"]}")).TextAsync();

        Assert.EndsWith($"/key-accounts/review?at={company.Accounts["小鱼"]}", $"{first.Headers.Location}", StringComparison.Ordinal);
        Assert.EndsWith($"/key-accounts/review?at={company.Accounts["巨鲸"]}", $"{then.Headers.Location}", StringComparison.Ordinal);
        Assert.Contains("措施逾期、联系超过规定间隔、今年没有计划", page, StringComparison.Ordinal);
        Assert.Contains("已评审 0 / 2 家", page, StringComparison.Ordinal);
        Assert.Contains("第 1 家，共 2 家", page, StringComparison.Ordinal);
        Assert.Contains($"/key-accounts/review?at={company.Accounts["小鱼"]}", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Going_through_a_file_notes_decisions_and_the_next_date_and_leads_to_the_next_one(Database database)
    {
        await using var company = await StartAsync(database);
        var fish = $"/key-accounts/review?at={company.Accounts["小鱼"]}";

        using var decided = await company.Boss.SendAsync(
            fish,
            "review-measure",
            ("Measure.What", "补一次拜访"),
            ("Measure.OwnerId", $"{company.WangUser.Id}"),
            ("Measure.DueOn", $"{company.Today.AddDays(7):yyyy-MM-dd}")
        );
        using var early = await company.Boss.SendAsync(
            fish,
            "review",
            ("Review.Conclusion", "先稳住"),
            ("Review.NextOn", $"{company.Today:yyyy-MM-dd}")
        );
        using var done = await company.Boss.SendAsync(
            fish,
            "review",
            ("Review.Conclusion", "先稳住"),
            ("Review.NextOn", $"{company.Today.AddDays(90):yyyy-MM-dd}")
        );
        var next = await (await company.Boss.GetAsync($"{done.Headers.Location}")).TextAsync();
        var file = await (await company.Wang.GetAsync(company.File("小鱼"))).TextAsync();

        Assert.Equal(HttpStatusCode.SeeOther, decided.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Contains("下次评审要晚于", await early.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("先稳住", await early.TextAsync(), StringComparison.Ordinal);
        Assert.EndsWith($"/key-accounts/review?at={company.Accounts["巨鲸"]}", $"{done.Headers.Location}", StringComparison.Ordinal);
        Assert.Contains("已评审 1 / 2 家", next, StringComparison.Ordinal);
        Assert.Contains("先稳住", file, StringComparison.Ordinal);
        Assert.Contains("补一次拜访", file, StringComparison.Ordinal);
        Assert.Contains($"下次 {company.Today.AddDays(90):yyyy-MM-dd}", file, StringComparison.Ordinal);
        Assert.Equal(["巨鲸"], Rows(await JsonAsync(company.Boss, "/api/key-accounts/files?state=review-due"), "name"));
    }

    [Theory, EachDatabase]
    public async Task A_meeting_goes_through_the_accounts_one_sees_and_no_others(Database database)
    {
        await using var company = await StartAsync(database);
        using var finance = await company.App.SignedInAsync(Role.Finance);

        var wang = await (await company.Wang.GetAsync($"/key-accounts/review?at={company.Accounts["小鱼"]}")).TextAsync();
        using var foreign = await JingkeApp.PostFormAsync(
            company.Wang,
            "/password",
            [new("_handler", "review"), new("Review.NextOn", $"{company.Today.AddDays(90):yyyy-MM-dd}")],
            $"/key-accounts/review?at={company.Accounts["巨鲸"]}"
        );
        using var reader = await JingkeApp.PostFormAsync(
            finance,
            "/password",
            [new("_handler", "review"), new("Review.NextOn", $"{company.Today.AddDays(90):yyyy-MM-dd}")],
            $"/key-accounts/review?at={company.Accounts["巨鲸"]}"
        );
        var owned = await (
            await company.Boss.GetAsync($"/key-accounts/review?owner={company.LiUser.Id}&at={company.Accounts["巨鲸"]}")
        ).TextAsync();

        Assert.Contains("已评审 0 / 1 家", wang, StringComparison.Ordinal);
        Assert.DoesNotContain("巨鲸", wang, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.False(reader.IsSuccessStatusCode);
        Assert.Contains("已评审 0 / 1 家", owned, StringComparison.Ordinal);
        Assert.Equal(0, await company.App.WithDbAsync(db => db.KeyAccountReviews.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task The_policy_is_the_companys_and_files_go_by_it(Database database)
    {
        await using var company = await StartAsync(database);
        await company.App.WithDbAsync(async db =>
        {
            (await db.Accounts.SingleAsync(account => account.Name == "巨鲸")).Contacted(company.Today.AddDays(-10));
            await db.SaveChangesAsync();
        });
        (string, string)[] policy =
        [
            ("ContactDays", "7"),
            ("VisitDays", "60"),
            ("Who", "总经理"),
            ("Terms", "月结 60 天"),
            ("BasedOn", "0"),
        ];

        var usual = await (await company.Li.GetAsync("/key-accounts/policy")).TextAsync();
        var before = await company.FileAsync("巨鲸");
        using var shorter = await company.Boss.SendAsync(
            "/key-accounts/policy/key",
            "policy",
            [.. policy[..1], ("VisitDays", "5"), .. policy[2..]]
        );
        using var saved = await company.Boss.SendAsync("/key-accounts/policy/key", "policy", policy);
        using var stale = await company.Boss.SendAsync("/key-accounts/policy/rising", "policy", policy);
        var after = await company.FileAsync("巨鲸");

        Assert.Contains("还没有人改过", usual, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await company.Li.GetAsync("/key-accounts/policy/key")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, shorter.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.DoesNotContain("contact-late", $"{before.GetProperty("risks")}", StringComparison.Ordinal);
        Assert.Contains("contact-late", $"{after.GetProperty("risks")}", StringComparison.Ordinal);
        Assert.Equal("月结 60 天", after.GetProperty("policy").GetProperty("terms").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await company.Boss.GetAsync("/key-accounts/policy/whale")).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task The_file_goes_onto_paper_with_what_is_open(Database database)
    {
        await using var company = await StartAsync(database);
        await company.Li.SendAsync(
            $"{company.File("巨鲸")}/plan/{company.Today.Year}",
            "plan",
            ("Target", "2500"),
            ("Aims", "进短名单"),
            ("Seen", "0")
        );
        await company.Li.SendAsync($"{company.File("巨鲸")}/measures/new", "measure", Measure("请总工来厂", company.LiUser, company.Today));

        var sheet = await (await company.Li.GetAsync($"{company.File("巨鲸")}/print")).TextAsync();

        Assert.Contains("2,500.00", sheet, StringComparison.Ordinal);
        Assert.Contains("进短名单", sheet, StringComparison.Ordinal);
        Assert.Contains("请总工来厂", sheet, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await company.Wang.GetAsync($"{company.File("巨鲸")}/print")).StatusCode);
    }

    [Theory]
    [InlineData(30, null)]
    [InlineData(31, 1)]
    [InlineData(95, 65)]
    public void Days_beyond_the_interval_are_late(int daysAgo, int? late)
    {
        var today = new DateOnly(2026, 6, 30);

        Assert.Equal(late, new TierPolicy(30, 90, "", "").ContactLate(today.AddDays(-daysAgo), today));
        Assert.Equal(0, new TierPolicy(30, 90, "", "").ContactLate(null, today));
    }

    [Fact]
    public void Reasons_weigh_together_and_the_weightiest_is_said_first()
    {
        const FileUrgency Both = FileUrgency.Unplanned | FileUrgency.Leaving;

        Assert.Equal(5, Both.Weight());
        Assert.Equal([FileUrgency.Leaving, FileUrgency.Unplanned], Both.Each());
        Assert.Equal(0, FileUrgency.None.Weight());
    }
}
