using System.Net;
using System.Net.Http.Json;
using Jingke.Domain.FollowUps;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

/// <summary>What is held on a person: shown, taken along, consented to.</summary>
public sealed class PersonalDataTests
{
    private const string Health = "对青霉素过敏7731";
    private const string Mobile = "13877317731";

    [Theory, EachDatabase]
    public async Task The_page_lists_what_is_held_and_hides_what_is_sensitive(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (account, contact, rep) = await GivenAsync(app);
        using var client = await app.SignedInAsync(rep);
        using var finance = await app.SignedInAsync(Role.Finance);
        var address = $"/accounts/{account}/contacts/{contact}/personal-data";

        var page = WebUtility.HtmlDecode(await client.GetStringAsync(address));
        var ofFinance = WebUtility.HtmlDecode(await finance.GetStringAsync(address));

        foreach (var text in (string[])["李主任", "健康状况", "上门拜访", "小李", "谈了李主任的新科室", "新建", Mobile])
            Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Health, page + ofFinance, StringComparison.Ordinal);
        Assert.DoesNotContain(Mobile, ofFinance, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Input.Reason\"", ofFinance, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task All_of_it_is_shown_and_taken_along_for_a_reason(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (account, contact, rep) = await GivenAsync(app);
        using var client = await app.SignedInAsync(rep);
        using var finance = await app.SignedInAsync(Role.Finance);
        var address = $"/accounts/{account}/contacts/{contact}/personal-data";

        var shown = await client.SendAsync(address, "disclose", ("Reason", "PersonAsked"));
        var refused = await finance.SendAsync(address, "disclose", ("Reason", "PersonAsked"));
        var file = await JingkeApp.PostFormAsync(
            client,
            address,
            [new("Input.Reason", "PersonAsked"), new("Input.Words", "来函")],
            $"{address}/export?format=csv"
        );
        var without = await JingkeApp.PostFormAsync(client, address, [], $"{address}/export?format=csv");

        Assert.Contains(Health, await shown.TextAsync(), StringComparison.Ordinal);
        Assert.True(shown.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain(Health, await refused.TextAsync(), StringComparison.Ordinal);
        var lines = (await file.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("类别,内容,值,来源,日期,记录时间,记录人", lines[0]);
        Assert.Contains(
            lines,
            line => line.Contains(Health, StringComparison.Ordinal) && line.Contains("上门拜访", StringComparison.Ordinal)
        );
        Assert.Contains(lines, line => line.Contains(Mobile, StringComparison.Ordinal));
        Assert.StartsWith("※ Jingke · 机密", lines[^1], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, without.StatusCode);
        var acts = await app.WithDbAsync(db => db.AuditEntries.Where(each => each.Action == "revealed").ToListAsync());
        Assert.Equal(2, acts.Count);
        Assert.All(acts, act => Assert.Contains("Everything", act.Changes, StringComparison.Ordinal));
        Assert.Equal(1, await app.WithDbAsync(db => db.AuditEntries.CountAsync(each => each.Action == "exported")));
    }

    [Theory, EachDatabase]
    public async Task A_consent_is_recorded_and_withdrawn_and_the_list_of_contacts_says_so(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (account, contact, rep) = await GivenAsync(app);
        using var client = await app.SignedInAsync(rep);
        var page = $"/accounts/{account}/contacts/{contact}";

        var sensitive = await client.SendAsync(
            $"{page}/consents/new",
            "consent",
            ("Purpose", "Trade"),
            ("Basis", "Contract"),
            ("CoversSensitive", "true"),
            ("GivenOn", "2026-03-01")
        );
        await client.SendAsync(
            $"{page}/consents/new",
            "consent",
            ("Purpose", "Marketing"),
            ("Basis", "Consent"),
            ("GivenOn", "2026-03-01"),
            ("Note", "签署的告知同意书")
        );
        var before = WebUtility.HtmlDecode(await client.GetStringAsync($"/accounts/{account}?tab=contacts"));
        var id = await app.WithDbAsync(db => db.Consents.Select(each => each.Id).SingleAsync());
        await JingkeApp.PostFormAsync(client, $"{page}/personal-data", [], $"/consents/{id}/withdraw");
        var after = WebUtility.HtmlDecode(await client.GetStringAsync($"/accounts/{account}?tab=contacts"));

        Assert.Contains("敏感个人信息要有本人的单独同意", await sensitive.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("已撤回营销同意", before, StringComparison.Ordinal);
        Assert.Contains("已撤回营销同意", after, StringComparison.Ordinal);
        Assert.Contains(
            "签署的告知同意书",
            WebUtility.HtmlDecode(await client.GetStringAsync($"{page}/personal-data")),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["created", "changed"],
            await app.WithDbAsync(db =>
                db.AuditEntries.Where(each => each.Subject == "Consent").OrderBy(each => each.Id).Select(each => each.Action).ToListAsync()
            )
        );
    }

    [Theory, EachDatabase]
    public async Task The_personal_card_of_a_contact_folds_out_of_the_list(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (account, contact, rep) = await GivenAsync(app);
        using var client = await app.SignedInAsync(rep);

        var page = WebUtility.HtmlDecode(await client.GetStringAsync($"/accounts/{account}?tab=contacts"));

        Assert.Contains("<details class=\"personal-card\">", page, StringComparison.Ordinal);
        Assert.Contains("钓鱼", page, StringComparison.Ordinal);
        Assert.Contains("••••", page, StringComparison.Ordinal);
        Assert.Contains($"/accounts/{account}/card/record?contact={contact}", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Health, page, StringComparison.Ordinal);
    }

    internal static async Task<(long Account, long Contact, User Rep)> GivenAsync(JingkeApp app)
    {
        await app.GivenUserAsync(Role.Administrator);
        var rep = await app.GivenUserAsync(Role.Rep, "小李");
        var account = await app.GivenAccountAsync("城东医院", owner: rep.Id);
        using var client = await app.SignedInAsync(rep);
        await client.SendAsync($"/accounts/{account}/contacts/new", "contact", ("Name", "李主任"), ("Mobile", Mobile), ("Note", "爱喝茶"));
        var contact = await app.WithDbAsync(async db =>
        {
            var person = await db.Contacts.SingleAsync();
            var visit = new FollowUp(account, FollowUpKind.Visit, new(2026, 3, 2), "谈了李主任的新科室", GivenAccounts.At, rep.Id);
            visit.With(person.Id);
            db.Add(visit);
            await db.SaveChangesAsync();
            return person.Id;
        });
        using var recorded = await client.PostAsJsonAsync(
            $"/api/accounts/{account}/facts",
            new { values = new Dictionary<string, string> { ["health"] = Health, ["hobbies"] = "钓鱼" }, contactId = contact }
        );
        Assert.Equal(HttpStatusCode.OK, recorded.StatusCode);
        return (account, contact, rep);
    }
}
