using System.Globalization;
using System.Text;
using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Tabular.Sales;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Features.SampleData;

/// <summary>Writes the many rows of the sample company: accounts, contacts and lines, as an import writes them.</summary>
internal static class SampleRows
{
    private static readonly TimeOnly NineOClock = new(1, 0);

    private static readonly string[] LineColumns =
    [
        "id",
        "order_no",
        "line_no",
        "ordered_on",
        "product_id",
        "quantity",
        "unit_price",
        "amount",
        "cost",
        "discount",
        "salesperson",
        "content",
        "batch_id",
        "changed_by_batch_id",
    ];

    /// <summary>Writes the accounts.</summary>
    public static void Accounts(JingkeDbContext db, SampleCompany company, SampleIds ids, DateTime at)
    {
        var firstTraded = company
            .Lines.Where(line => line.Account >= 0)
            .GroupBy(line => line.Account)
            .ToDictionary(own => own.Key, own => own.Min(line => line.On));
        using var rows = BulkWriter.Open(
            db,
            "account",
            "kind",
            "code",
            "name",
            "normalised_name",
            "short_name",
            "province_code",
            "city_code",
            "industry_code",
            "ownership",
            "size",
            "employees",
            "source",
            "owner_id",
            "team_id",
            "first_traded_on",
            "net_sales",
            "created_by_batch_id",
            "created_at",
            "updated_at",
            "version"
        );
        for (var each = 0; each < company.Accounts.Count; each++)
        {
            var account = company.Accounts[each];
            rows.Text(nameof(AccountKind.Company));
            rows.Text(account.Code);
            rows.Text(account.Name);
            rows.Text(AccountName.Normalise(account.Name));
            rows.Text(account.ShortName);
            rows.Text(account.ProvinceCode);
            rows.Text(account.CityCode);
            rows.Text(account.IndustryCode);
            rows.Text(account.Ownership);
            rows.Text(account.Size);
            rows.Int(account.Employees);
            rows.Text(account.Source);
            rows.Guid(account.Owner is null ? null : ids.Users[account.Owner]);
            rows.Long(ids.Teams[account.Team]);
            var hasTraded = firstTraded.TryGetValue(each, out var first);
            rows.Day(hasTraded ? first : null);
            rows.Long(0);
            rows.Long(ids.Batch);
            // Known some weeks before the first order; who never bought, for long.
            rows.Instant(hasTraded ? first.AddDays(-7 - (each % 60)).ToDateTime(NineOClock, DateTimeKind.Utc) : at.AddDays(-120 - each));
            rows.Instant(at);
            rows.Int(0);
            rows.EndRow();
        }
        rows.Complete();
    }

    /// <summary>Writes the contacts of accounts that have their identifiers.</summary>
    public static void Contacts(JingkeDbContext db, SampleCompany company, SampleKnowledge knowledge, SampleIds ids)
    {
        using var rows = BulkWriter.Open(
            db,
            "contact",
            "account_id",
            "name",
            "title",
            "mobile",
            "email",
            "is_primary",
            "created_by_batch_id",
            "version",
            "roles",
            "attitude",
            "acquaintance"
        );
        for (var each = 0; each < company.Accounts.Count; each++)
            foreach (var (at, contact) in company.Accounts[each].Contacts.Index())
            {
                var part = knowledge.Parts.GetValueOrDefault((each, at));
                rows.Long(ids.Accounts[each]);
                rows.Text(contact.Name);
                rows.Text(contact.Title);
                rows.Text(contact.Mobile);
                rows.Text(contact.Email);
                rows.Bool(at == 0);
                rows.Long(ids.Batch);
                rows.Int(0);
                rows.Text(part?.Roles.ToString());
                rows.Text(part?.Attitude?.ToString());
                rows.Int(part?.Acquaintance ?? 0);
                rows.EndRow();
            }
        rows.Complete();
    }

    /// <summary>Writes the lines; those of nobody go to their own table.</summary>
    public static void Lines(JingkeDbContext db, SampleCompany company, SampleIds ids, Action<long> done)
    {
        var identity = new LineIdentity(LoadSampleData.Source);
        var identified = company
            .Lines.Select(line => (Line: line, Id: identity.OfOrder(Bytes(line.OrderNo), Bytes(Number(line.LineNo)))))
            .ToList();
        using (var rows = BulkWriter.Open(db, "sales_line", [.. LineColumns, "account_id"]))
        {
            foreach (var (line, id) in identified.Where(each => each.Line.Account >= 0))
            {
                Line(rows, line, id, ids);
                rows.Long(ids.Accounts[line.Account]);
                rows.EndRow();
                if (rows.Count % 1_000 == 0)
                    done(rows.Count);
            }
            rows.Complete();
        }
        using (var rows = BulkWriter.Open(db, "unattributed_line", LineColumns))
        {
            foreach (var (line, id) in identified.Where(each => each.Line.Account < 0))
            {
                Line(rows, line, id, ids);
                rows.EndRow();
            }
            rows.Complete();
        }
    }

    private static void Line(BulkWriter rows, SampleLine line, long id, SampleIds ids)
    {
        rows.Long(id);
        rows.Text(line.OrderNo);
        rows.Text(Number(line.LineNo));
        rows.Day(line.On);
        rows.Long(ids.Products[line.Product]);
        rows.Long(line.Quantity);
        rows.Long(line.UnitPrice);
        rows.Long(line.Amount);
        rows.Long(line.Cost);
        rows.Long(line.Discount);
        rows.Text(line.Salesperson);
        rows.Long(Content(line));
        rows.Long(ids.Batch);
        rows.Long(ids.Batch);
    }

    private static long Content(SampleLine line)
    {
        var scratch = new Scratch();
        foreach (
            var number in (long[])[line.Account, line.On.DayNumber, line.Product, line.Quantity, line.Amount, line.Cost, line.Discount]
        )
            scratch.Add(number);
        return unchecked((long)scratch.Hash);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
