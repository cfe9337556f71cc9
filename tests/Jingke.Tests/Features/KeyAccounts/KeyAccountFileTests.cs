using System.Net;
using Jingke.Domain.Contacts;
using Jingke.Domain.FollowUps;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Jingke.Tests.Features.KeyAccounts.FileCompany;

namespace Jingke.Tests.Features.KeyAccounts;

public sealed class KeyAccountFileTests
{
    private static readonly (string, string)[] Judgement =
    [
        ("InfluenceGrade", "4"),
        ("Influence", "省内同行看它选型"),
        ("Risks", "准备集中采购"),
        ("Seen", "0"),
    ];

    [Theory, EachDatabase]
    public async Task A_file_is_there_by_itself_with_the_figures_of_the_account(Database database)
    {
        await using var company = await StartAsync(database);

        var whale = await company.FileAsync("巨鲸");
        var fish = await company.FileAsync("小鱼");
        var page = await (await company.Li.GetAsync(company.File("巨鲸"))).TextAsync();

        var performance = whale.GetProperty("performance");
        Assert.Equal(1200m, performance.GetProperty("netSales").GetDecimal());
        Assert.Equal(0.25, performance.GetProperty("yearOnYear").GetDouble(), 12);
        Assert.Equal(1, performance.GetProperty("rank").GetInt32());
        // 1,200 of 1,200 + 120 + 12.
        Assert.Equal(1200 / 1332.0, performance.GetProperty("share").GetDouble(), 12);
        Assert.True(performance.GetProperty("forecast").GetDecimal() > 0);
        Assert.Equal(["no-contact", "never-contacted", "never-visited"], Codes(whale));
        Assert.Equal(["falling", "no-contact", "never-contacted", "never-visited"], Codes(fish));
        Assert.Equal(0, whale.GetProperty("state").GetProperty("completeness").GetDouble());
        Assert.Contains("近 12 个月净销售额", page, StringComparison.Ordinal);
        Assert.Contains("没有联系记录", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_plan_keeps_its_versions_and_is_held_against_what_came_of_it(Database database)
    {
        await using var company = await StartAsync(database);
        var (year, months) = (company.Today.Year, company.Today.Month);
        var now = $"{company.File("巨鲸")}/plan/{year}";

        await company.Li.SendAsync($"{company.File("巨鲸")}/plan/{year - 1}", "plan", ("Target", "2000"), ("Seen", "0"));
        using var first = await company.Li.SendAsync(now, "plan", ("Target", "2500"), ("Aims", "进短名单"), ("Seen", "0"));
        var seen = await company.App.WithDbAsync(db => db.KeyAccountPlans.MaxAsync(plan => plan.Id));
        using var same = await company.Li.SendAsync(now, "plan", ("Target", "2500"), ("Aims", "进短名单"), ("Seen", $"{seen}"));
        using var second = await company.Li.SendAsync(now, "plan", ("Target", "1500"), ("Aims", "保住份额"), ("Seen", $"{seen}"));

        var plans = (await company.FileAsync("巨鲸")).GetProperty("plans").EnumerateArray().ToList();
        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, same.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
        Assert.Equal([year, year - 1], plans.Select(plan => plan.GetProperty("year").GetInt32()));
        Assert.Equal((1500m, 2500m), (plans[0].GetProperty("target").GetDecimal(), plans[0].GetProperty("firstTarget").GetDecimal()));
        Assert.Equal(2, plans[0].GetProperty("versions").GetInt32());
        // One line of 100 in each month of this year; of last year's months those up to now a year ago were of 80.
        Assert.Equal(100m * months, plans[0].GetProperty("actual").GetDecimal());
        Assert.Equal(100.0 * months / 1500, plans[0].GetProperty("attainment").GetDouble(), 12);
        Assert.Equal((80m * months) + (100m * (12 - months)), plans[1].GetProperty("actual").GetDecimal());
        var kept = await company.App.WithDbAsync(db => db.KeyAccountPlans.OrderBy(plan => plan.Id).ToListAsync());
        Assert.Equal([2000_0000L, 2500_0000, 1500_0000], kept.Select(plan => plan.Target));
        Assert.All(kept, plan => Assert.Equal(1200_0000L, plan.NetSales));
        var page = await (await company.Li.GetAsync(company.File("巨鲸"))).TextAsync();
        Assert.Contains("保住份额", page, StringComparison.Ordinal);
        Assert.Contains("进短名单", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Nobodys_plan_or_judgement_is_overwritten_unseen(Database database)
    {
        await using var company = await StartAsync(database);
        var plan = $"{company.File("巨鲸")}/plan/{company.Today.Year}";
        var assessment = $"{company.File("巨鲸")}/assessment";
        await company.Boss.SendAsync(plan, "plan", ("Target", "2500"), ("Aims", "老板的目标"), ("Seen", "0"));
        await company.Boss.SendAsync(assessment, "assessment", Judgement);

        using var late = await company.Li.SendAsync(plan, "plan", ("Target", "900"), ("Aims", "李的目标"), ("Seen", "0"));
        using var judged = await company.Li.SendAsync(assessment, "assessment", ("InfluenceGrade", "2"), ("Seen", "0"));
        using var wrong = await company.Li.SendAsync(plan, "plan", ("Target", "-5"), ("Aims", "写了很多"), ("Seen", "0"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var text = await late.TextAsync();
        Assert.Contains("老板的目标", text, StringComparison.Ordinal);
        Assert.Contains("李的目标", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, judged.StatusCode);
        Assert.Contains("省内同行看它选型", await judged.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("写了很多", await wrong.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await company.App.WithDbAsync(db => db.KeyAccountPlans.CountAsync()));
        var noted = await company.App.WithDbAsync(db =>
            db.AuditEntries.Where(entry => entry.Subject.StartsWith("KeyAccount")).ToListAsync()
        );
        Assert.Equal(
            ["KeyAccountAssessment 巨鲸", "KeyAccountPlan 巨鲸"],
            noted.Select(entry => $"{entry.Subject} {entry.SubjectName}").Order()
        );
    }

    [Theory, EachDatabase]
    public async Task A_measure_is_a_to_do_of_whoever_has_to_do_it_and_ends_with_its_outcome(Database database)
    {
        await using var company = await StartAsync(database);
        var fresh = $"{company.File("巨鲸")}/measures/new";
        var yesterday = company.Today.AddDays(-1);

        using var added = await company.Boss.SendAsync(fresh, "measure", Measure("请总工来厂", company.LiUser, yesterday));
        using var unseeing = await company.Boss.SendAsync(fresh, "measure", Measure("送样机", company.WangUser, yesterday));
        var measure = await company.App.WithDbAsync(db => db.ToDos.SingleAsync());
        var today = await (await company.Li.GetAsync("/")).TextAsync();
        var overdue = await JsonAsync(company.Boss, "/api/key-accounts/measures?show=overdue");
        (string, string)[] finished =
        [
            .. Measure("请总工来厂", company.LiUser, yesterday),
            ("Done", "true"),
            ("Outcome", "总工认可样机"),
            ("Version", $"{measure.Version}"),
        ];
        using var done = await company.Li.SendAsync($"{company.File("巨鲸")}/measures/{measure.Id}", "measure", finished);
        using var stale = await company.Boss.SendAsync($"{company.File("巨鲸")}/measures/{measure.Id}", "measure", finished);

        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unseeing.StatusCode);
        Assert.Contains("看不到这家客户", await unseeing.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("请总工来厂", today, StringComparison.Ordinal);
        Assert.Contains($"{company.File("巨鲸")}/measures/{measure.Id}", today, StringComparison.Ordinal);
        Assert.Equal(["请总工来厂"], Rows(overdue, "what"));
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal(["总工认可样机"], Rows(await JsonAsync(company.Boss, "/api/key-accounts/measures?show=done"), "outcome"));
        Assert.Empty(Rows(await JsonAsync(company.Boss, "/api/key-accounts/measures"), "what"));
        Assert.DoesNotContain($"/measures/{measure.Id}", await (await company.Li.GetAsync("/")).TextAsync(), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_list_says_what_each_file_lacks_and_is_filtered_by_it(Database database)
    {
        await using var company = await StartAsync(database);
        await company.Li.SendAsync($"{company.File("巨鲸")}/plan/{company.Today.Year}", "plan", ("Target", "2500"), ("Seen", "0"));
        await company.Li.SendAsync($"{company.File("巨鲸")}/assessment", "assessment", Judgement);
        await company.Wang.SendAsync(
            $"{company.File("小鱼")}/measures/new",
            "measure",
            Measure("约采购总监", company.WangUser, company.Today.AddDays(-3))
        );
        await company.Wang.SendAsync($"{company.File("虾米")}/plan/{company.Today.Year}", "plan", ("Target", "20"), ("Seen", "0"));
        await company.App.WithDbAsync(async db =>
        {
            var person = new Contact(company.Accounts["巨鲸"], "周总");
            person.PlayPart(BuyingRoles.Decider | BuyingRoles.Initiator, Attitude.Supports, 3);
            db.Add(person);
            await db.SaveChangesAsync();
        });

        var all = await JsonAsync(company.Boss, "/api/key-accounts/files");
        var whale = all.GetProperty("rows")[0].GetProperty("state");

        Assert.Equal(["巨鲸", "小鱼"], Rows(all, "name"));
        Assert.Equal(3 / 6.0, whale.GetProperty("completeness").GetDouble(), 12);
        Assert.Equal(["Measures", "Review", "Wallet"], whale.GetProperty("missing").EnumerateArray().Select(part => part.GetString()));
        Assert.Equal(["小鱼"], Rows(await JsonAsync(company.Boss, "/api/key-accounts/files?state=no-plan"), "name"));
        Assert.Equal(["小鱼"], Rows(await JsonAsync(company.Boss, "/api/key-accounts/files?state=overdue"), "name"));
        Assert.Equal(["巨鲸", "小鱼"], Rows(await JsonAsync(company.Boss, "/api/key-accounts/files?state=review-due"), "name"));
        Assert.Equal(["虾米"], Rows(await JsonAsync(company.Boss, "/api/key-accounts/files?show=others"), "name"));
        Assert.Equal(["小鱼", "巨鲸"], Rows(await JsonAsync(company.Boss, "/api/key-accounts/files?sort=sales"), "name"));
        var file = await company.Boss.GetStringAsync("/key-accounts/files/export?format=csv");
        Assert.Contains("措施、评审、年采购总额", file, StringComparison.Ordinal);
        Assert.Contains(
            "约采购总监",
            await company.Boss.GetStringAsync("/key-accounts/measures/export?format=csv"),
            StringComparison.Ordinal
        );
        Assert.Contains("逾期 1", await (await company.Boss.GetAsync("/key-accounts/files")).TextAsync(), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_rep_sees_and_changes_only_files_of_their_own(Database database)
    {
        await using var company = await StartAsync(database);
        await company.Li.SendAsync($"{company.File("巨鲸")}/measures/new", "measure", Measure("请总工来厂", company.LiUser, company.Today));
        using var finance = await company.App.SignedInAsync(Role.Finance);

        foreach (
            var address in (string[])
                ["/key-accounts/files", "/key-accounts/measures", "/api/key-accounts/files", "/api/key-accounts/measures"]
        )
        {
            var text = await (await company.Wang.GetAsync(address)).TextAsync();
            Assert.DoesNotContain("巨鲸", text, StringComparison.Ordinal);
            Assert.DoesNotContain("请总工来厂", text, StringComparison.Ordinal);
        }
        foreach (var part in (string[])["", "/assessment", "/measures/new", $"/plan/{company.Today.Year}"])
            Assert.Equal(HttpStatusCode.NotFound, (await company.Wang.GetAsync(company.File("巨鲸") + part)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await finance.GetAsync(company.File("巨鲸"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await finance.GetAsync($"{company.File("巨鲸")}/assessment")).StatusCode);
        // Shares and ranks are among the accounts one sees.
        var own = await JsonAsync(company.Wang, $"/api/key-accounts/files/{company.Accounts["小鱼"]}");
        Assert.Equal(1, own.GetProperty("performance").GetProperty("rank").GetInt32());
        Assert.Equal(120 / 132.0, own.GetProperty("performance").GetProperty("share").GetDouble(), 12);
    }

    [Theory, EachDatabase]
    public async Task The_policy_of_the_tier_tells_who_was_left_alone_for_too_long(Database database)
    {
        await using var company = await StartAsync(database);
        await company.App.WithDbAsync(async db =>
        {
            var (id, today) = (company.Accounts["巨鲸"], company.Today);
            db.Add(new FollowUp(id, FollowUpKind.Visit, today.AddDays(-91), "见了厂长", DateTime.UnixEpoch, company.LiUser.Id));
            db.Add(new FollowUp(id, FollowUpKind.Call, today.AddDays(-30), "报价", DateTime.UnixEpoch, company.LiUser.Id));
            (await db.Accounts.SingleAsync(account => account.Id == id)).Contacted(today.AddDays(-30));
            await db.SaveChangesAsync();
        });

        var risks = (await company.FileAsync("巨鲸")).GetProperty("risks").EnumerateArray();

        // Key accounts are called on within 30 days and visited within 90.
        Assert.Equal(["no-contact ", "visit-late 1"], risks.Select(risk => $"{risk.GetProperty("code")} {risk.GetProperty("figure")}"));
    }

    [Theory, EachDatabase]
    public async Task Who_is_erased_is_gone_from_the_file_too(Database database)
    {
        await using var company = await StartAsync(database);
        var contact = await company.App.WithDbAsync(async db =>
        {
            var person = new Contact(company.Accounts["巨鲸"], "欧阳采薇");
            db.Add(person);
            await db.SaveChangesAsync();
            return person.Id;
        });
        await company.Boss.SendAsync($"{company.File("巨鲸")}/assessment", "assessment", ("Risks", "欧阳采薇要调走"), ("Seen", "0"));
        var held = $"/accounts/{company.Accounts["巨鲸"]}/contacts/{contact}";
        var before = await (await company.Boss.GetAsync($"{held}/personal-data")).TextAsync();

        using var erased = await company.Boss.SendAsync($"{held}/erase", "erase", ("Name", "欧阳采薇"), ("Reason", "PersonAsked"));

        Assert.Contains("欧阳采薇要调走", before, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, erased.StatusCode);
        Assert.Equal("××要调走", await company.App.WithDbAsync(db => db.KeyAccountAssessments.Select(each => each.Risks).SingleAsync()));
        Assert.False(await company.App.WithDbAsync(db => db.AuditEntries.AnyAsync(entry => entry.Changes.Contains("欧阳采薇"))));
    }

    private static IEnumerable<string?> Codes(System.Text.Json.JsonElement file) =>
        file.GetProperty("risks").EnumerateArray().Select(risk => risk.GetProperty("code").GetString());
}
