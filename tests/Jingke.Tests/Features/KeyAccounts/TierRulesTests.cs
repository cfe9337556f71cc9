using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Ledger.Evaluation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Tier = Jingke.Domain.Accounts.Tier;

namespace Jingke.Tests.Features.KeyAccounts;

public sealed partial class TierRulesTests
{
    [Theory, EachDatabase]
    public async Task What_is_tried_is_what_saving_gives(Database database)
    {
        await using var app = await GivenCompany.StartAsync(database);
        await app.Services.GetRequiredService<EvaluateAccounts>().RunAsync("person", TestContext.Current.CancellationToken);
        var client = await app.SignedInAsync(Role.Executive);
        const string trying = "/key-accounts/rules?key=40&letgo=10";

        var page = await client.PageAsync(trying);
        var saved = await client.SaveRulesAsync(trying, ("key", "40"), ("letgo", "10"));

        Assert.Contains("4 (+2)", page);
        Assert.Equal("/key-accounts", saved.Headers.Location!.ToString());
        await Eventually.TrueAsync(async () => await KeyAccountsAsync(app) == 4, "four key accounts after the evaluation");
        var rules = await client.GetFromJsonAsync<JsonElement>("/api/key-accounts/rules", TestContext.Current.CancellationToken);
        Assert.Equal(40, rules.GetProperty("keyPercent").GetInt32());
        var risen = await app.WithDbAsync(db => db.TierChanges.CountAsync(change => change.To == Tier.Key));
        Assert.Equal(2, risen);
    }

    [Theory, EachDatabase]
    public async Task Trying_changes_nothing(Database database)
    {
        await using var app = await GivenCompany.StartAsync(database);
        var client = await app.SignedInAsync(Role.Manager);

        await client.GetAsync("/key-accounts/rules?key=90&letgo=0", TestContext.Current.CancellationToken);

        Assert.Equal(1, await app.WithDbAsync(db => db.TierRuleSets.CountAsync()));
    }

    [Theory]
    [InlineData("key", "0", "大客户的比例要在 1 到 100 之间。")]
    [InlineData("key", "", "请填写。")]
    [InlineData("key", "很多", "“很多”不是整数。")]
    [InlineData("letgo", "90", "大客户和低效的比例加起来超过了 100")]
    [InlineData("profit", "-1", "权重不能小于 0。")]
    [InlineData("profit", "NaN", "“NaN”不是数字。")]
    [InlineData("minsales", "一大笔", "“一大笔”不是金额。")]
    [InlineData("minorders", "-2", "最低要求不能小于 0。")]
    public async Task Rules_that_cannot_be_used_are_refused_beside_the_field(string field, string value, string sentence)
    {
        await using var app = await GivenCompany.StartAsync(Database.Sqlite);
        var client = await app.SignedInAsync(Role.Executive);

        var tried = await client.PageAsync($"/key-accounts/rules?{field}={Uri.EscapeDataString(value)}");
        var refused = await client.SaveRulesAsync("/key-accounts/rules?key=33", (field, value));

        Assert.Contains(sentence, tried);
        Assert.Contains($"value=\"{value}\"", tried);
        Assert.DoesNotContain("保存这套规则", tried);
        Assert.StartsWith("/key-accounts/rules?", refused.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains(sentence, await client.FollowAsync(refused));
        Assert.Equal(1, await app.WithDbAsync(db => db.TierRuleSets.CountAsync()));
    }

    [Fact]
    public async Task A_minimum_is_read_as_people_write_it()
    {
        await using var app = await GivenCompany.StartAsync(Database.Sqlite);
        var client = await app.SignedInAsync(Role.Executive);

        await client.SaveRulesAsync("/key-accounts/rules?key=33", ("minsales", "0.03 万"), ("minorders", ""));

        var rules = await client.GetFromJsonAsync<JsonElement>("/api/key-accounts/rules", TestContext.Current.CancellationToken);
        Assert.Equal(300m, rules.GetProperty("minimumNetSales").GetDecimal());
        Assert.Equal(["甲公司"], (await client.KeyAccountsAsync("?tier=key")).Names());
    }

    [Fact]
    public async Task Who_saves_second_sees_the_other_rules_first()
    {
        await using var app = await GivenCompany.StartAsync(Database.Sqlite);
        var (first, second) = (await app.SignedInAsync(Role.Executive), await app.SignedInAsync(Role.Administrator));
        var based = Based()
            .Match(await second.GetStringAsync("/key-accounts/rules?key=50", TestContext.Current.CancellationToken))
            .Groups[1]
            .Value;
        await first.SaveRulesAsync("/key-accounts/rules?key=30", ("key", "30"));

        var answer = await second.SaveRulesAsync("/key-accounts/rules?key=50", ("key", "50"), ("based", based));

        var page = await second.FollowAsync(answer);
        Assert.Contains("其他人保存了另一套规则", page);
        Assert.Contains("value=\"50\"", page);
        Assert.Equal(2, await app.WithDbAsync(db => db.TierRuleSets.CountAsync()));
    }

    [Theory]
    [InlineData(Role.Rep)]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.Finance)]
    public async Task Only_those_who_edit_rules_reach_them(Role role)
    {
        await using var app = await GivenCompany.StartAsync(Database.Sqlite);
        var client = await app.SignedInAsync(role);

        var page = await client.GetAsync("/key-accounts/rules", TestContext.Current.CancellationToken);
        var save = await JingkeApp.PostFormAsync(client, "/key-accounts", [new("key", "90")], "/key-accounts/rules/save");
        var evaluate = await JingkeApp.PostFormAsync(client, "/key-accounts", [], "/key-accounts/evaluate");

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, save.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, evaluate.StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Evaluating_now_brings_the_tiers_of_accounts_up_to_date(Database database)
    {
        await using var app = await GivenCompany.StartAsync(database);
        var client = await app.SignedInAsync(Role.Manager);

        var answer = await JingkeApp.PostFormAsync(client, "/key-accounts", [], "/key-accounts/evaluate");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await Eventually.TrueAsync(async () => await KeyAccountsAsync(app) == 2, "two key accounts after the evaluation");
    }

    private static Task<int> KeyAccountsAsync(JingkeApp app) =>
        app.WithDbAsync(db => db.Accounts.CountAsync(account => account.Tier == Tier.Key));

    [GeneratedRegex("name=\"based\" value=\"(\\d+)\"")]
    internal static partial Regex Based();
}

internal static class TierRulesForms
{
    /// <summary>Saves the rules that a page of tried rules offers, some fields changed.</summary>
    public static async Task<HttpResponseMessage> SaveRulesAsync(
        this HttpClient client,
        string page,
        params (string Name, string Value)[] fields
    )
    {
        var based = TierRulesTests.Based().Match(await client.GetStringAsync(page, TestContext.Current.CancellationToken)).Groups[1].Value;
        var sent = fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).ToList();
        if (!fields.Any(field => field.Name == "based"))
            sent.Add(new("based", based));
        return await JingkeApp.PostFormAsync(client, page, sent, "/key-accounts/rules/save");
    }
}
