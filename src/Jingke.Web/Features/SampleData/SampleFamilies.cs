using System.Globalization;
using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Domain.Facts;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.SampleData;

/// <summary>Adds what is not a customer among many: a few families, customers that were entered twice, and a group of companies.</summary>
internal sealed class SampleFamilies(JingkeDbContext db, SampleCompany company, SampleIds ids, DateTime at)
{
    /// <summary>Customers that were entered twice.</summary>
    public const int Twins = 4;

    private const int Subsidiaries = 4;

    private static readonly IReadOnlyList<string[]> Families = SampleWords.Only.Knowledge("family");

    /// <summary>How many accounts it adds.</summary>
    public static int Count => Families.Count + Twins;

    /// <summary>Writes the accounts; they come behind the customers, in the order of codes too.</summary>
    public void WriteAccounts()
    {
        using var rows = BulkWriter.Open(
            db,
            "account",
            "kind",
            "code",
            "name",
            "normalised_name",
            "province_code",
            "city_code",
            "source",
            "owner_id",
            "team_id",
            "net_sales",
            "created_by_batch_id",
            "created_at",
            "updated_at",
            "version"
        );
        foreach (var (each, family) in Families.Index())
            Write(rows, AccountKind.Household, $"JY9{each:0000}", family[2], family[1], family[0], each);
        for (var each = 0; each < Twins; each++)
        {
            var known = company.Accounts[TwinOf(each)];
            Write(rows, AccountKind.Company, $"JY95{each:000}", TwinName(known.Name), known.ProvinceCode, known.CityCode, each);
        }
        rows.Complete();
    }

    /// <summary>Writes members, purchases and facts of the families, and puts the subsidiaries below their parent.</summary>
    public async Task WriteDetailsAsync(Catalogue catalogue, DateOnly today, CancellationToken cancel)
    {
        var members = new List<(long Account, List<Contact> Contacts)>();
        foreach (var (each, family) in Families.Index())
            members.Add(
                (
                    ids.Accounts[company.Accounts.Count + each],
                    await MembersAsync(ids.Accounts[company.Accounts.Count + each], family, cancel)
                )
            );
        foreach (var (each, (account, contacts)) in members.Index())
        {
            Relate(account, contacts);
            foreach (var (turn, what) in Families[each][4].Split(';').Index())
                db.Add(
                    new JointPurchase(
                        account,
                        today.AddDays(-40 - (turn * 230) - (each * 17)),
                        what,
                        (4_800 + (each * 1_350) + (turn * 6_200)) * 10_000L,
                        [.. contacts.Take(2).Select(contact => contact.Id)],
                        null
                    )
                );
            foreach (var fact in Facts(account, each, catalogue, today))
                db.Add(fact);
        }
        var largest = ids.Accounts[
            company.Lines.Where(line => line.Account >= 0).GroupBy(line => line.Account).MaxBy(own => own.Sum(line => line.Amount))!.Key
        ];
        var industry = company.Accounts[ids.Accounts.IndexOf(largest)].IndustryCode;
        var below = company
            .Accounts.Index()
            .Where(each => each.Item.IndustryCode == industry && ids.Accounts[each.Index] != largest)
            .Select(each => ids.Accounts[each.Index])
            .Take(Subsidiaries)
            .ToList();
        await db
            .Accounts.Where(account => below.Contains(account.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.ParentId, largest), cancel);
    }

    private void Write(BulkWriter rows, AccountKind kind, string code, string name, string province, string? city, int each)
    {
        var reps = company.People.Where(person => person.Team is not null && person.Role == Domain.People.Role.Rep).ToList();
        var owner = reps[each % reps.Count];
        rows.Text(kind.ToString());
        rows.Text(code);
        rows.Text(name);
        rows.Text(AccountName.Normalise(name));
        rows.Text(province);
        rows.Text(city);
        rows.Text(SampleWords.Only.List("sources")[0]);
        rows.Guid(ids.Users[owner.UserName]);
        rows.Long(ids.Teams[owner.Team!]);
        rows.Long(0);
        rows.Long(ids.Batch);
        rows.Instant(at.AddDays(-200 - each));
        rows.Instant(at);
        rows.Int(0);
        rows.EndRow();
    }

    // Name and relation to the head of the family, as in 林静:妻子.
    private async Task<List<Contact>> MembersAsync(long account, string[] family, CancellationToken cancel)
    {
        using (
            var rows = BulkWriter.Open(
                db,
                "contact",
                "account_id",
                "name",
                "title",
                "is_primary",
                "created_by_batch_id",
                "version",
                "acquaintance"
            )
        )
        {
            foreach (var (each, member) in family[3].Split(';').Index())
            {
                rows.Long(account);
                rows.Text(member.Split(':')[0]);
                rows.Text(member.Split(':')[1]);
                rows.Bool(each == 0);
                rows.Long(ids.Batch);
                rows.Int(0);
                rows.Int(each == 0 ? 2 : 1);
                rows.EndRow();
            }
            rows.Complete();
        }
        return await db
            .Contacts.AsNoTracking()
            .Where(contact => contact.AccountId == account)
            .OrderBy(contact => contact.Id)
            .ToListAsync(cancel);
    }

    private void Relate(long account, List<Contact> members)
    {
        db.Add(new ContactRelation(account, members[0].Id, RelationKind.Spouse, members[1].Id, null));
        foreach (var child in members.Skip(2))
            db.Add(new ContactRelation(account, members[1].Id, RelationKind.ParentOf, child.Id, null));
    }

    private IEnumerable<Fact> Facts(long account, int each, Catalogue catalogue, DateOnly today)
    {
        var said = SampleWords.Only.Knowledge("household").Select(row => (Key: row[0], Text: row[1].Split(';')[each % 3]));
        foreach (var (key, text) in said.Append(("household-size", Families[each][5])))
            if (catalogue.Field(key) is { IsRetired: false } field && FieldReader.Read(field, text) is { } value)
                yield return new(
                    account,
                    null,
                    field.Id,
                    value,
                    new(catalogue.DefaultChannel.Id, IsFirstHand: true, today.AddDays(-30 - (each * 20))) { ImportBatchId = ids.Batch },
                    at,
                    null
                );
    }

    private static int TwinOf(int each) => 37 + (each * 101);

    // The same company as it stands in another file: with the long word for its form.
    private static string TwinName(string name)
    {
        var form = SampleWords.Only.List("forms")[0];
        return name.EndsWith(form, StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"{name[..^form.Length]}{SampleWords.Only["knowledge-twin"]}")
            : $"{name} ";
    }
}
