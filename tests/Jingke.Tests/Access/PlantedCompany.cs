using System.Net.Http.Json;
using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Domain.Credit;
using Jingke.Domain.FollowUps;
using Jingke.Domain.People;
using Jingke.Domain.Sales;
using Jingke.Tests.Support;
using Jingke.Web.Data;
using Jingke.Web.Data.Duplicates;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.People;
using Jingke.Web.Ledger.Evaluation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Access;

/// <summary>Two teams, and an account of the southern one whose texts nobody else has.</summary>
/// <param name="Account">That account.</param>
/// <param name="Contact">Its contact.</param>
/// <param name="Owner">Who is responsible for it.</param>
/// <param name="North">The team of those who look.</param>
/// <param name="South">The team that it belongs to.</param>
internal sealed record PlantedCompany(long Account, long Contact, Guid Owner, long North, long South)
{
    /// <summary>Key of the sensitive field of which the contact has values.</summary>
    public const string SensitiveField = "health";

    /// <summary>Key of a field of accounts that is made sensitive.</summary>
    public const string SensitiveOfAccount = "business-owner";

    /// <summary>A part of each of those values, and of the remarks on them.</summary>
    public const string Sensitive = "血压偏高7731";

    /// <summary>The contact's mobile number.</summary>
    public const string Mobile = "10077317731";

    private static readonly DateTime At = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Plants it, with its ledger and verdicts.</summary>
    public static async Task<PlantedCompany> PlantAsync(JingkeApp app)
    {
        await app.GivenUserAsync(Role.Administrator, "keeper");
        var (north, south) = await app.WithDbAsync(async db =>
        {
            var (one, other) = (new Team("北方"), new Team("南方"));
            db.AddRange(one, other);
            await db.SaveChangesAsync();
            return (one.Id, other.Id);
        });
        var owner = await app.GivenUserAsync(Role.Rep, "south-rep", south);
        var account = await app.WithDbAsync(db => AddAccountAsync(db, "绝密客户7731", "SECRET-7731", owner.Id, south, "ORDER-7731", 1));
        var contact = await app.WithDbAsync(async db =>
        {
            var person = new Contact(account, "机密联系人7731");
            person.Describe("采购", Mobile, null, null, null);
            db.Add(person);
            db.Add(
                new CreditInvestigation(
                    account,
                    ScorecardKind.Credit,
                    InvestigationSource.Bank,
                    new(2026, 6, 1),
                    "SECRET-7731",
                    "SECRET-7731",
                    At,
                    owner.Id
                )
            );
            db.Add(new FollowUp(account, FollowUpKind.Visit, new(2026, 6, 1), "SECRET-7731", At, owner.Id));
            await db.SaveChangesAsync();
            return person.Id;
        });
        await EvaluateAsync(app);
        return new(account, contact, owner.Id, north, south);
    }

    /// <summary>
    /// Records what is sensitive of the contact: two values that contradict each other, so that they wait in the queue, and one that looks
    /// like another account's, so that the two are a pair of duplicates to be merged.
    /// </summary>
    /// <returns>The other account.</returns>
    public async Task<long> PlantSensitiveAsync(JingkeApp app, User owner)
    {
        await MakeSensitiveAsync(app, SensitiveOfAccount, true);
        using var client = await app.SignedInAsync(owner);
        // What was seen on a visit, and what a file says later on.
        foreach (var (field, contact) in new (string, long?)[] { (SensitiveField, Contact), (SensitiveOfAccount, null) })
        {
            await RecordAsync(client, field, $"{Sensitive}，要忌口", contact, "own-visit", daysAgo: 30);
            await RecordAsync(client, field, $"{Sensitive}已经好了", contact, "imported-file", daysAgo: 0);
        }
        var twin = await app.WithDbAsync(db => AddAccountAsync(db, "绝密客户7731", "TWIN-7731", owner.Id, South, "TWIN", 900));
        await app.Services.GetRequiredService<ScanDuplicates>().RunAsync(null, TestContext.Current.CancellationToken);
        return twin;
    }

    /// <summary>Marks a field of the catalogue as sensitive, or no longer.</summary>
    public static async Task MakeSensitiveAsync(JingkeApp app, string key, bool isSensitive)
    {
        await app.WithDbAsync(db =>
            db.FieldDefinitions.Where(field => field.Key == key)
                .ExecuteUpdateAsync(set => set.SetProperty(field => field.IsSensitive, isSensitive))
        );
        await app.Services.GetRequiredService<CatalogueInForce>().ReloadAsync(TestContext.Current.CancellationToken);
    }

    private async Task RecordAsync(HttpClient client, string field, string value, long? contact, string channel, int daysAgo)
    {
        using var recorded = await client.PostAsJsonAsync(
            $"/api/accounts/{Account}/facts",
            new
            {
                values = new Dictionary<string, string> { [field] = value },
                contactId = contact,
                channel,
                observedOn = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-daysAgo),
                note = $"他太太说{Sensitive}",
            },
            TestContext.Current.CancellationToken
        );
        recorded.EnsureSuccessStatusCode();
    }

    /// <summary>Gives a viewer an account of their own, so that pages have something to show.</summary>
    public static async Task AssignOneAsync(JingkeApp app, User user, long team)
    {
        await app.WithDbAsync(db =>
            AddAccountAsync(db, $"自己的客户{user.UserName}", $"OWN-{user.UserName}", user.Id, team, "O", user.UserName!.Length * 1000)
        );
        await EvaluateAsync(app);
    }

    private static Task EvaluateAsync(JingkeApp app) =>
        app.Services.GetRequiredService<EvaluateFreshSales>().RunAsync("import", TestContext.Current.CancellationToken);

    private static async Task<long> AddAccountAsync(
        JingkeDbContext db,
        string name,
        string code,
        Guid owner,
        long team,
        string order,
        long firstLine
    )
    {
        var account = new Account(AccountKind.Company, name, At);
        account.Describe(
            new()
            {
                Code = code,
                ProvinceCode = "310000",
                CityCode = "310100",
                IndustryCode = "26",
                ShortName = name[..4],
            },
            At
        );
        account.AssignTo(owner, team, At);
        db.Add(account);
        await db.SaveChangesAsync();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        db.AddRange(
            Enumerable
                .Range(0, 30)
                .Select(each => new SalesLine
                {
                    Id = firstLine + each,
                    AccountId = account.Id,
                    OrderNo = $"{order}-{each}",
                    OrderedOn = today.AddDays(-each * 20),
                    Amount = 50_000_000 + each,
                })
        );
        db.Add(new ChangedAccount { AccountId = account.Id });
        await db.SaveChangesAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.RaiseStampAsync(ChangeStamp.Sales, CancellationToken.None);
        await transaction.CommitAsync();
        return account.Id;
    }

    /// <summary>Everything about the other team's account and contact that somebody could change.</summary>
    public static Task<string> StateAsync(JingkeApp app) =>
        app.WithDbAsync(async db =>
        {
            var account = await db.Accounts.IgnoreQueryFilters().AsNoTracking().SingleAsync(each => each.Code == "SECRET-7731");
            var contact = await db.Contacts.IgnoreQueryFilters().AsNoTracking().SingleAsync(each => each.AccountId == account.Id);
            return string.Join(
                '|',
                account.Name,
                account.OwnerId,
                account.TeamId,
                account.DeletedAt,
                account.Version,
                contact.Name,
                contact.DeletedAt,
                contact.IsPrimary,
                contact.Version
            );
        });
}
