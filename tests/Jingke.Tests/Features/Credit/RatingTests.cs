using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Features.Credit;

public sealed class RatingTests
{
    // Of 100 points of weight 90 are judged, 4 are turnover (mid-rank of the larger of two: 0.75), 3 growth (none: 0.5), 3 steadiness (1).
    [Theory, EachDatabase]
    public async Task The_score_is_the_weighted_mean_of_what_was_found_and_of_our_own_books(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);

        using var written = await company.InvestigateAsync(company.Li, 4);

        Assert.Equal(HttpStatusCode.SeeOther, written.StatusCode);
        var row = await company.RowAsync(company.Finance);
        Assert.Equal((90 * 0.75) + (4 * 0.75) + (3 * 0.5) + (3 * 1), row.GetProperty("score").GetDouble(), 6);
        Assert.Equal("B", row.GetProperty("rating").GetString());
        Assert.Equal(1, row.GetProperty("coverage").GetDouble(), 6);
        // 12,000 a month x 45 / 30 x 1.0.
        Assert.Equal(18_000, row.GetProperty("proposedLimit").GetDecimal());
        Assert.Equal(45, row.GetProperty("proposedDays").GetInt32());
        Assert.Equal(["Undecided"], row.GetProperty("alerts").EnumerateArray().Select(alert => alert.GetString()));
    }

    [Theory, EachDatabase]
    public async Task Our_own_books_alone_are_too_little_for_a_rating(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);

        var page = await (await company.Li.GetAsync(company.Page)).TextAsync();

        Assert.Contains("已知项目占权重的 10%，不到 60%", page, StringComparison.Ordinal);
        Assert.Contains("没有评级，没有建议额度", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_is_out_of_date_counts_for_nothing_until_it_is_found_again(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        await company.InvestigateAsync(company.Li, 5, CreditCompany.Today.AddMonths(-12).AddDays(-1));

        var old = await company.RowAsync(company.Finance);
        await company.InvestigateAsync(company.Finance, 3);
        var anew = await company.RowAsync(company.Finance);

        Assert.Equal(JsonValueKind.Null, old.GetProperty("rating").ValueKind);
        Assert.Equal(14, old.GetProperty("staleItems").GetInt32());
        Assert.Contains("Stale", old.GetProperty("alerts").EnumerateArray().Select(alert => alert.GetString()));
        Assert.Equal("C", anew.GetProperty("rating").GetString());
        Assert.Equal(0, anew.GetProperty("staleItems").GetInt32());
        Assert.Equal(2, await company.App.WithDbAsync(db => db.CreditInvestigations.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task An_older_investigation_that_is_written_down_later_changes_nothing(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        await company.InvestigateAsync(company.Li, 4);

        await company.InvestigateAsync(company.Li, 1, CreditCompany.Today.AddDays(-30));

        Assert.Equal("B", (await company.RowAsync(company.Finance)).GetProperty("rating").GetString());
    }

    [Theory, EachDatabase]
    public async Task The_page_says_what_would_lift_and_what_would_lose_the_rating(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        // 90 x 0.75 - 12 x 0.25 + 7.5 = 72: B. Funds alone at 5 give 72 + 6 = 78, no A; every other item lifts by 2.5 at most.
        await company.InvestigateAsync(company.Li, 4, null, ("funds-and-assets", 3));

        var page = await (await company.Li.GetAsync(company.Page)).TextAsync();

        Assert.Contains("没有哪一项单独能升到 A", page, StringComparison.Ordinal);
        // 72 - 65 = 7: who runs it counts 10, so falling from 4 to 1 loses 7.5; funds count 12, from 3 to 1 only 6.
        Assert.Contains("经营者：从 4 级降到 1 级", page, StringComparison.Ordinal);
        Assert.DoesNotContain("资金和资产：从", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_fact_of_the_card_counts_where_nothing_newer_was_found(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        await company.InvestigateAsync(company.Li, 4, CreditCompany.Today.AddDays(-10), ("opinion-of-bank", 0));
        var before = (await company.RowAsync(company.Finance)).GetProperty("score").GetDouble();

        using var recorded = await company.Li.PostAsJsonAsync(
            $"/api/accounts/{company.Hengtong}/facts",
            new
            {
                values = new Dictionary<string, string> { ["opinion-of-bank"] = "excellent", ["opinion-of-peers"] = "poor" },
                channel = "own-visit",
                observedOn = CreditCompany.Today,
            },
            TestContext.Current.CancellationToken
        );

        Assert.True(recorded.IsSuccessStatusCode);
        Assert.Equal(((82 * 0.75) + 7.5) / 92 * 100, before, 6);
        // The bank's 8 points in full; the peers' 5, newer than the 4 that was found, at nothing.
        Assert.Equal((77 * 0.75) + 8 + 7.5, (await company.RowAsync(company.Finance)).GetProperty("score").GetDouble(), 6);
    }

    [Theory, EachDatabase]
    public async Task Only_who_works_with_the_account_writes_an_investigation(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        using var executive = await company.App.SignedInAsync(Role.Executive);

        var hidden = await company.Wang.GetAsync(company.Page);
        var form = await executive.GetAsync($"{company.Page}/investigate");
        using var future = await company.InvestigateAsync(company.Li, 4, CreditCompany.Today.AddDays(2));
        using var empty = await company.Li.SendAsync(
            $"{company.Page}/investigate",
            "investigation",
            ("Source", "Trade"),
            ("On", $"{CreditCompany.Today:yyyy-MM-dd}")
        );

        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.False(form.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, future.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("至少评一项", await empty.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await company.App.WithDbAsync(db => db.CreditInvestigations.CountAsync()));
    }
}
