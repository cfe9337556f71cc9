using System.Net;
using System.Text.Json;
using Jingke.Tests.Features.KeyAccounts;
using Jingke.Tests.Support;
using Xunit;
using static Jingke.Tests.Features.KeyAccounts.FileCompany;

namespace Jingke.Tests.Features.Analysis.Forecasts;

/// <summary>The forecast of an account against the target of its plan.</summary>
public sealed class ForecastTargetTests
{
    [Theory, EachDatabase]
    public async Task The_year_of_an_account_is_held_against_its_newest_plan_by_the_figure_of_its_file(Database database)
    {
        await using var company = await StartAsync(database);
        await PlanAsync(company, company.Today.Year, "2500");
        await PlanAsync(company, company.Today.Year, "1500");
        await PlanAsync(company, company.Today.Year + 1, "9999");

        var target = (await JsonAsync(company.Li, Api(company, "巨鲸"))).GetProperty("target");
        var page = await (await company.Li.GetAsync(Page(company, "巨鲸"))).TextAsync();

        var plans = (await company.FileAsync("巨鲸")).GetProperty("plans").EnumerateArray();
        var inFile = plans.Single(plan => plan.GetProperty("year").GetInt32() == company.Today.Year);
        Assert.Equal(company.Today.Year, target.GetProperty("year").GetInt32());
        Assert.Equal(1500m, target.GetProperty("target").GetDecimal());
        foreach (var figure in (string[])["actual", "expected", "attainment"])
            Assert.Equal(inFile.GetProperty(figure).GetRawText(), target.GetProperty(figure).GetRawText());
        var expected = target.GetProperty("expected").GetDecimal();
        Assert.Equal((double)expected / 1500, target.GetProperty("expectedAttainment").GetDouble(), 1e-9);
        Assert.Contains("年度目标预计达成", page, StringComparison.Ordinal);
        Assert.Contains($"{company.File("巨鲸")}#plan", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_day_in_the_address_takes_the_plan_of_its_year(Database database)
    {
        await using var company = await StartAsync(database);
        var before = company.Today.Year - 1;
        await PlanAsync(company, before, "2000");
        var asOf = $"&asof={before}-12-31";

        var target = (await JsonAsync(company.Li, Api(company, "巨鲸") + asOf)).GetProperty("target");
        var page = await (await company.Li.GetAsync(Page(company, "巨鲸") + asOf)).TextAsync();

        Assert.Equal(before, target.GetProperty("year").GetInt32());
        // The year is over: it comes to what was sold.
        Assert.Equal(target.GetProperty("actual").GetDecimal(), target.GetProperty("expected").GetDecimal());
        Assert.Contains("年度目标达成", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Without_a_plan_and_for_more_than_one_account_there_is_no_target(Database database)
    {
        await using var company = await StartAsync(database);
        await PlanAsync(company, company.Today.Year, "1500");

        foreach (var query in (string[])["", $"?account={company.Accounts["小鱼"]}", $"?dimension=owner&group={company.LiUser.Id}"])
        {
            var answer = await JsonAsync(company.Boss, "/api/analysis/forecast" + query);
            var page = await (await company.Boss.GetAsync("/analysis/forecast" + query)).TextAsync();

            Assert.Equal((query, JsonValueKind.Null), (query, answer.GetProperty("target").ValueKind));
            Assert.DoesNotContain("年度目标", page, StringComparison.Ordinal);
        }

        foreach (var address in (string[])[Api(company, "巨鲸"), Page(company, "巨鲸")])
            Assert.Equal(HttpStatusCode.NotFound, (await company.Wang.GetAsync(address)).StatusCode);
    }

    private static string Api(FileCompany company, string account) => $"/api/analysis/forecast?account={company.Accounts[account]}";

    private static string Page(FileCompany company, string account) => $"/analysis/forecast?account={company.Accounts[account]}";

    private static async Task PlanAsync(FileCompany company, int year, string target)
    {
        var plans = (await company.FileAsync("巨鲸")).GetProperty("plans").EnumerateArray();
        var newest = plans.Any(plan => plan.GetProperty("year").GetInt32() == year)
            ? await company.App.WithDbAsync(db => Task.FromResult(db.KeyAccountPlans.Where(plan => plan.Year == year).Max(plan => plan.Id)))
            : 0;
        using var answer = await company.Li.SendAsync(
            $"{company.File("巨鲸")}/plan/{year}",
            "plan",
            ("Target", target),
            ("Seen", $"{newest}")
        );
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }
}
