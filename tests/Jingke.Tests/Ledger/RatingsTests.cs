using System.Net.Http.Json;
using Jingke.Analytics.Tiers;
using Jingke.Domain.Evaluations;
using Jingke.Domain.FollowUps;
using Jingke.Domain.KeyAccounts;
using Jingke.Tests.Features.Churn;
using Jingke.Tests.Features.Profit;
using Jingke.Tests.Support;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger;
using Jingke.Web.Ledger.Evaluation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using DomainTier = Jingke.Domain.Accounts.Tier;

namespace Jingke.Tests.Ledger;

/// <summary>Tiers and value scores count more than orders: true profit, potential, influence.</summary>
public sealed class RatingsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_big_account_that_is_left_with_least_is_no_key_account(Database database)
    {
        await using var company = await ProfitCompany.StartAsync(database);

        await EvaluateAsync(company.App);

        // By sales and gross profit 平平 is last; visits and late payment leave 大牌 with 1,856.
        Assert.Equal(DomainTier.LetGo, (await VerdictAsync(company, "大牌")).Tier);
        var reason = Assert.Single(await ReasonsAsync(company, "大牌"), reason => reason.Code == "let-go.true-profit");
        Assert.Equal(1_856_1644, reason.Arguments[0], 1.0);
        Assert.NotEqual(DomainTier.LetGo, (await VerdictAsync(company, "平平")).Tier);
        Assert.DoesNotContain(await ReasonsAsync(company, "实在"), reason => reason.Code == "missing-part" && reason.Arguments[0] == 1);
    }

    [Theory, EachDatabase]
    public async Task Pages_show_the_tier_that_the_last_evaluation_gave(Database database)
    {
        await using var company = await ProfitCompany.StartAsync(database);
        var first = await EvaluateAsync(company.App);
        Assert.Equal(first.Id, (await EvaluateAsync(company.App)).Id);
        await VisitAsync(company, "小康", 40);

        Assert.Equal(await TiersKeptAsync(company), await TiersShownAsync(company));
        var next = await EvaluateAsync(company.App);

        // 40 visits cost more than 小康 brings in.
        Assert.NotEqual(first.Id, next.Id);
        Assert.Equal(DomainTier.LetGo, (await VerdictAsync(company, "小康")).Tier);
        Assert.Equal(await TiersKeptAsync(company), await TiersShownAsync(company));
    }

    [Theory, EachDatabase]
    public async Task Other_rates_cause_another_evaluation(Database database)
    {
        await using var company = await ProfitCompany.StartAsync(database);
        await EvaluateAsync(company.App);

        using var saved = await company.Boss.SendAsync(
            "/key-accounts/profit/rates",
            "service-rates",
            [
                ("HourlyRate", "0"),
                ("VisitCost", "0"),
                ("VisitHours", "3"),
                ("MeetingHours", "2"),
                ("OtherHours", "0.25"),
                ("Demanding", "0"),
                ("VeryDemanding", "0"),
                ("YearlyCapitalRate", "0"),
                ("BasedOn", "0"),
            ]
        );

        await Eventually.TrueAsync(
            () => company.App.WithDbAsync(db => db.EvaluationRuns.AnyAsync(run => run.Trigger == "rates")),
            "an evaluation after the rates"
        );
        Assert.Equal(DomainTier.LetGo, (await VerdictAsync(company, "平平")).Tier);
    }

    [Theory, EachDatabase]
    public async Task What_an_account_buys_of_our_kind_and_its_influence_count(Database database)
    {
        await using var company = await ProfitCompany.StartAsync(database);
        await EvaluateAsync(company.App);
        var (missing, before) = (await MissingAsync(company, "实在"), (await VerdictAsync(company, "平平")).ValueScore);

        await company.App.WithDbAsync(async db =>
        {
            foreach (var (name, grade) in (ReadOnlySpan<(string, int)>)[("实在", 2), ("平平", 5)])
            {
                var assessment = new KeyAccountAssessment(company.Accounts[name], DateTime.UnixEpoch, null);
                assessment.Say(grade, "同行都看它", null, null);
                db.Add(assessment);
            }
            await db.SaveChangesAsync(Cancel);
        });
        using var told = await company.Boss.PostAsJsonAsync(
            $"/api/accounts/{company.Accounts["实在"]}/facts",
            new { values = new Dictionary<string, string> { ["purchase-volume"] = "300000" } },
            Cancel
        );
        Assert.True(told.IsSuccessStatusCode, await told.TextAsync());
        await EvaluateAsync(company.App);

        var (real, small) = (await MissingAsync(company, "实在"), await MissingAsync(company, "平平"));
        Assert.Equal([5, 6], missing);
        Assert.Empty(real);
        Assert.Equal([5], small);
        Assert.True((await VerdictAsync(company, "平平")).ValueScore > before);
    }

    [Theory, EachDatabase]
    public async Task What_another_node_judged_by_is_read_anew(Database database)
    {
        await using var company = await ProfitCompany.StartAsync(database);
        await EvaluateAsync(company.App);
        var book = company.App.Services.GetRequiredService<RatingsBook>();
        var view = company.App.Services.GetRequiredService<Analyses>().ViewOf(Viewer.System);
        var own = await book.KeyAsync(view, Cancel);
        await VisitAsync(company, "小康", 1);
        await book.CatchUpAsync(Cancel);
        var kept = await book.KeyAsync(view, Cancel);

        await company.App.WithDbAsync(async db =>
        {
            db.Add(new EvaluationRun { Trigger = "nightly", Inputs = "elsewhere" });
            await db.SaveChangesAsync(Cancel);
        });
        await book.CatchUpAsync(Cancel);

        Assert.Equal(own, kept);
        Assert.NotEqual(own, await book.KeyAsync(view, Cancel));
    }

    private static async Task<EvaluationRun> EvaluateAsync(JingkeApp app) =>
        (await app.Services.GetRequiredService<EvaluateAccounts>().RunAsync("person", Cancel))!;

    private static Task VisitAsync(ProfitCompany company, string name, int times) =>
        company.App.WithDbAsync(async db =>
        {
            for (var time = 0; time < times; time++)
                db.Add(new FollowUp(company.Accounts[name], FollowUpKind.Visit, new(2026, 6, 1), "又去了", DateTime.UnixEpoch, null));
            await db.SaveChangesAsync(Cancel);
        });

    private static Task<Evaluation> VerdictAsync(ProfitCompany company, string name)
    {
        var id = company.Accounts[name];
        return company.App.WithDbAsync(db =>
            db.Evaluations.AsNoTracking().Where(each => each.AccountId == id).OrderByDescending(each => each.RunId).FirstAsync(Cancel)
        );
    }

    private static async Task<IReadOnlyList<Reason>> ReasonsAsync(ProfitCompany company, string name) =>
        [.. ReasonJson.Read((await VerdictAsync(company, name)).Reasons)];

    // The lines name no product, so variety is not known either.
    private static async Task<double[]> MissingAsync(ProfitCompany company, string name) =>
        [
            .. (await ReasonsAsync(company, name))
                .Where(reason => reason.Code == "missing-part" && reason.Arguments[0] >= (int)ValuePart.Potential)
                .Select(reason => reason.Arguments[0]),
        ];

    private static Task<Dictionary<string, string>> TiersKeptAsync(ProfitCompany company) =>
        company.App.WithDbAsync(db =>
            db.Accounts.Where(account => account.Tier != null)
                .ToDictionaryAsync(each => each.Name, each => each.Tier!.Value.ToString(), Cancel)
        );

    private static async Task<Dictionary<string, string>> TiersShownAsync(ProfitCompany company) =>
        (await ChurnCompany.JsonAsync(company.Boss, "/api/key-accounts"))
            .GetProperty("rows")
            .EnumerateArray()
            .ToDictionary(row => row.GetProperty("name").GetString()!, row => row.GetProperty("tier").GetString()!);
}
