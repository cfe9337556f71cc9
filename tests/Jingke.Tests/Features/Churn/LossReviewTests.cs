using System.Net;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Jingke.Tests.Features.Churn.ChurnCompany;

namespace Jingke.Tests.Features.Churn;

public sealed class LossReviewTests
{
    private static readonly (string, string)[] Review = [("Cause", "price"), ("Story", "本地厂便宜 8%"), ("Lesson", "年框早谈一个季度")];

    [Theory, EachDatabase]
    public async Task A_lost_key_account_waits_for_its_owner_until_it_is_reviewed(Database database)
    {
        await using var company = await StartAsync(database);
        var id = company.Accounts["远航"];
        var today = await (await company.Li.GetAsync("/")).TextAsync();
        var open = await (await company.Boss.GetAsync("/churn/reviews")).TextAsync();
        var bossToday = await (await company.Boss.GetAsync("/")).TextAsync();

        using var written = await company.Li.SendAsync($"/churn/reviews/{id}", "review", Review);

        Assert.Contains($"/churn/reviews/{id}", today, StringComparison.Ordinal);
        Assert.Contains($"/churn/reviews/{id}", open, StringComparison.Ordinal);
        // It is nobody's business on the start page but the owner's.
        Assert.DoesNotContain($"/churn/reviews/{id}", bossToday, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, written.StatusCode);
        Assert.DoesNotContain($"/churn/reviews/{id}", await (await company.Li.GetAsync("/")).TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            $"/churn/reviews/{id}",
            await (await company.Boss.GetAsync("/churn/reviews")).TextAsync(),
            StringComparison.Ordinal
        );
        var noted = await company.App.WithDbAsync(db => db.AuditEntries.SingleAsync(entry => entry.Subject == "LossReview"));
        Assert.Equal(("created", "远航"), (noted.Action, noted.SubjectName));
    }

    [Theory, EachDatabase]
    public async Task Causes_are_counted_with_what_they_cost(Database database)
    {
        await using var company = await StartAsync(database);
        await company.Li.SendAsync($"/churn/reviews/{company.Accounts["远航"]}", "review", Review);
        await company.Wang.SendAsync($"/churn/reviews/{company.Accounts["过客"]}", "review", ("Cause", "service"), ("Story", "没人跟"));

        var all = await JsonAsync(company.Boss, "/api/churn/reviews");
        var mine = await JsonAsync(company.Wang, "/api/churn/reviews");
        var page = await (await company.Boss.GetAsync("/churn/reviews?show=done&cause=price")).TextAsync();

        Assert.Equal(
            ["price 1 12000", "service 1 30"],
            all.GetProperty("causes")
                .EnumerateArray()
                .Select(cause =>
                    $"{cause.GetProperty("key")} {cause.GetProperty("reviews")} {cause.GetProperty("lastYearSales").GetDecimal():0}"
                )
        );
        Assert.Equal(["过客"], Rows(mine, "account"));
        Assert.Contains("本地厂便宜 8%", page, StringComparison.Ordinal);
        Assert.DoesNotContain("没人跟", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Nobodys_review_is_overwritten_unseen(Database database)
    {
        await using var company = await StartAsync(database);
        var page = $"/churn/reviews/{company.Accounts["远航"]}";
        await company.Boss.SendAsync(page, "review", Review);

        using var second = await company.Li.SendAsync(page, "review", ("Cause", "quality"), ("Story", "漏油"), ("Version", ""));
        using var third = await company.Li.SendAsync(page, "review", ("Cause", "quality"), ("Story", "漏油"), ("Version", "0"));

        var text = await second.TextAsync();
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("本地厂便宜 8%", text, StringComparison.Ordinal);
        Assert.Contains("漏油", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, third.StatusCode);
        Assert.Equal(["漏油"], await company.App.WithDbAsync(db => db.LossReviews.Select(review => review.Story).ToListAsync()));
    }

    [Theory, EachDatabase]
    public async Task Who_comes_back_and_leaves_again_is_reviewed_again(Database database)
    {
        await using var company = await StartAsync(database);
        await company.Li.SendAsync($"/churn/reviews/{company.Accounts["远航"]}", "review", Review);
        var lines = (await company.App.WithDbAsync(db => db.SalesLines.CountAsync())) + 2;

        await company.App.GivenLinesAsync(new GivenSales.Line("远航", "2025-07-15", 5000), new GivenSales.Line("常青", "2026-05-30", 100));
        await company.App.LedgerWithLinesAsync(lines);

        Assert.Contains(
            $"/churn/reviews/{company.Accounts["远航"]}",
            await (await company.Boss.GetAsync("/churn/reviews")).TextAsync(),
            StringComparison.Ordinal
        );
        var page = await (await company.Li.GetAsync($"/churn/reviews/{company.Accounts["远航"]}")).TextAsync();
        Assert.Contains("以前的复盘", page, StringComparison.Ordinal);
        Assert.Contains("本地厂便宜 8%", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_makes_no_review_is_refused_in_words(Database database)
    {
        await using var company = await StartAsync(database);
        var lost = $"/churn/reviews/{company.Accounts["远航"]}";
        using var finance = await company.App.SignedInAsync(Role.Finance);

        using var empty = await company.Li.SendAsync(lost, "review", ("Cause", ""), ("Story", " "));
        using var unknown = await company.Li.SendAsync(lost, "review", ("Cause", "weather"), ("Story", "下雨"));
        using var active = await JingkeApp.PostFormAsync(
            company.Wang,
            "/password",
            [new("_handler", "review"), new("Input.Cause", "price"), new("Input.Story", "x")],
            $"/churn/reviews/{company.Accounts["常青"]}"
        );
        using var reader = await JingkeApp.PostFormAsync(
            finance,
            "/password",
            [new("_handler", "review"), new("Input.Cause", "price"), new("Input.Story", "x")],
            lost
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Contains("请从列表里选择原因", await unknown.TextAsync(), StringComparison.Ordinal);
        Assert.False(active.IsSuccessStatusCode);
        Assert.False(reader.IsSuccessStatusCode);
        Assert.Equal(0, await company.App.WithDbAsync(db => db.LossReviews.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task The_list_of_causes_is_the_companys(Database database)
    {
        await using var company = await StartAsync(database);

        using var added = await company.Boss.SendAsync("/churn/causes/new", "loss-cause", ("NameHans", "环保限产"));
        using var twice = await company.Boss.SendAsync("/churn/causes/new", "loss-cause", ("NameHans", "环保限产"));
        var price = await company.App.WithDbAsync(db => db.LossCauses.SingleAsync(cause => cause.Key == "price"));
        using var retired = await company.Boss.PressAsync($"/churn/causes/{price.Id}/retire");
        using var refused = await company.Li.SendAsync($"/churn/reviews/{company.Accounts["远航"]}", "review", Review);
        var form = await (await company.Li.GetAsync($"/churn/reviews/{company.Accounts["远航"]}")).TextAsync();

        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Contains("环保限产", form, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"price\"", form, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await company.Li.GetAsync("/churn/causes")).StatusCode);
        Assert.Equal(11, await company.App.WithDbAsync(db => db.LossCauses.CountAsync(cause => !cause.IsRetired)));
    }
}
