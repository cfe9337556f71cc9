using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jingke.Domain.Facts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Duplicates;

/// <summary>What two accounts know stands together once they are merged, and apart once that is undone.</summary>
public sealed class MergedFactsTests
{
    [Theory, EachDatabase]
    public async Task Facts_are_vetted_together_after_a_merge_and_apart_after_its_undo(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var into = await GivenAsync(client, "鲸客贸易", ("phone", "111", today.AddDays(-60)), ("budget", "100", today.AddDays(-60)));
        var from = await GivenAsync(client, "鲸客贸易有限公司", ("phone", "222", today.AddDays(-5)), ("needs", "换泵", today.AddDays(-5)));
        var before = await StandingsAsync(app);

        await MergeAsync(app, client, into, from);
        var merged = await StandingsAsync(app);
        var phone = await PhoneAsync(app, into);
        var merging = await app.WithDbAsync(db => db.AccountMergings.Select(each => each.Id).SingleAsync());
        await JingkeApp.PostFormAsync(client, "/duplicates/merges", [], $"/duplicates/merges/{merging}/undo");

        // The later visit is believed, the earlier one stays in the history; all stand with the one account.
        Assert.Equal("222", phone);
        Assert.Equal(
            [
                (into, "100", FactStanding.Accepted),
                (into, "111", FactStanding.Outranked),
                (into, "222", FactStanding.Accepted),
                (into, "换泵", FactStanding.Accepted),
            ],
            merged
        );
        Assert.Equal(before, await StandingsAsync(app));
        Assert.Equal(("111", "222"), (await PhoneAsync(app, into), await PhoneAsync(app, from)));
    }

    private static async Task<long> GivenAsync(HttpClient client, string name, params (string Field, string Value, DateOnly On)[] facts)
    {
        var answer = await client.PostAsJsonAsync(
            "/api/accounts",
            new
            {
                name,
                duplicatesSeen = true,
                facts = facts.Select(fact => new
                {
                    field = fact.Field,
                    value = fact.Value,
                    observedOn = fact.On,
                }),
            }
        );
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
    }

    private static async Task MergeAsync(JingkeApp app, HttpClient client, long into, long from)
    {
        var versions = await app.WithDbAsync(db => db.Accounts.ToDictionaryAsync(account => account.Id, account => account.Version));
        var answer = await client.SendAsync(
            $"/duplicates/merge?left={into}&right={from}",
            "merge",
            ("Into", into.ToString(CultureInfo.InvariantCulture)),
            ("From", from.ToString(CultureInfo.InvariantCulture)),
            ("IntoVersion", versions[into].ToString(CultureInfo.InvariantCulture)),
            ("FromVersion", versions[from].ToString(CultureInfo.InvariantCulture))
        );
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private static Task<List<(long, string, FactStanding)>> StandingsAsync(JingkeApp app) =>
        app.WithDbAsync(async db =>
            (await db.Facts.IgnoreQueryFilters().OrderBy(fact => fact.AccountId).ToListAsync())
                .Select(fact => (fact.AccountId, fact.Value, fact.Standing))
                .OrderBy(fact => fact.AccountId)
                .ThenBy(fact => fact.Value, StringComparer.Ordinal)
                .ToList()
        );

    private static Task<string?> PhoneAsync(JingkeApp app, long id) =>
        app.WithDbAsync(db => db.Accounts.Where(account => account.Id == id).Select(account => account.Phone).SingleAsync());
}
