using Jingke.Benchmarks.Company;
using Jingke.Domain.Accounts;
using Jingke.Domain.FollowUps;
using Jingke.Domain.Sales;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;

namespace Jingke.Benchmarks.Product;

/// <summary>Writes the generated company into the product's tables, inside the open transaction.</summary>
internal static class CompanyRows
{
    private static readonly DateTime Made = new(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static void WriteAccounts(JingkeDbContext db, GeneratedCompany company, CompanyStaff.Rep[] reps)
    {
        using var rows = BulkWriter.Open(
            db,
            "account",
            "id",
            "kind",
            "code",
            "name",
            "normalised_name",
            "province_code",
            "city_code",
            "industry_code",
            "ownership",
            "size",
            "owner_id",
            "team_id",
            "net_sales",
            "created_at",
            "updated_at",
            "version"
        );
        for (var at = 0; at < company.Accounts.Length; at++)
        {
            var account = company.Accounts[at];
            var place = company.Places[account.Place - 1];
            var rep = reps[(int)(Dice.Mix((ulong)at + 1) % (ulong)reps.Length)];
            rows.Long(at + 1);
            rows.Text(nameof(AccountKind.Company));
            rows.Text(account.Code);
            rows.Text(account.Name);
            rows.Text(AccountName.Normalise(account.Name));
            rows.Text(place.Province.Code);
            rows.Text(place.City.Code);
            rows.Text(CompanyWords.Industries[account.Industry]);
            rows.Text(CompanyWords.Ownerships[account.Ownership]);
            rows.Text(CompanyWords.Sizes[account.Size]);
            rows.Guid(rep.Id);
            rows.Long(rep.TeamId);
            rows.Long(0);
            rows.Instant(Made);
            rows.Instant(Made);
            rows.Int(1);
            rows.EndRow();
        }

        rows.Complete();
    }

    /// <summary>What is recorded of every account besides sales: two contacts in the last 12 months, and an invoice paid some days late.</summary>
    public static void WriteService(JingkeDbContext db, GeneratedCompany company)
    {
        using (var rows = BulkWriter.Open(db, "follow_up", "id", "account_id", "kind", "\"on\"", "summary", "recorded_at"))
        {
            for (var at = 0; at < company.Accounts.Length * 2; at++)
            {
                var dice = Dice.Mix((ulong)at + 7);
                rows.Long(at + 1);
                rows.Long((at / 2) + 1);
                rows.Text((dice % 4 == 0 ? FollowUpKind.Visit : FollowUpKind.Call).ToString());
                rows.Day(DateOnly.FromDayNumber(GeneratedCompany.LastDay - (int)(dice % 365)));
                rows.Text("");
                rows.Instant(Made);
                rows.EndRow();
            }
            rows.Complete();
        }
        using (var rows = BulkWriter.Open(db, "receivable", "id", "account_id", "invoice_no", "invoiced_on", "due_on", "amount"))
        {
            for (var at = 0; at < company.Accounts.Length; at++)
            {
                rows.Long(at + 1);
                rows.Long(at + 1);
                rows.Text($"F{at + 1}");
                rows.Day(InvoicedOn(at));
                rows.Day(InvoicedOn(at).AddDays(30));
                rows.Long(Invoiced(at));
                rows.EndRow();
            }
            rows.Complete();
        }
        using (var rows = BulkWriter.Open(db, "receipt", "id", "account_id", "receivable_id", "received_on", "amount", "occurrence"))
        {
            for (var at = 0; at < company.Accounts.Length; at++)
            {
                rows.Long(at + 1);
                rows.Long(at + 1);
                rows.Long(at + 1);
                rows.Day(InvoicedOn(at).AddDays(20 + (int)(Dice.Mix((ulong)at) % 60)));
                rows.Long(Invoiced(at));
                rows.Int(1);
                rows.EndRow();
            }
            rows.Complete();
        }
    }

    private static DateOnly InvoicedOn(int account) => DateOnly.FromDayNumber(GeneratedCompany.LastDay - 60 - (account % 300));

    private static long Invoiced(int account) => (1_000 + (account % 9_000)) * 10_000L;

    public static async Task WriteCatalogueAsync(JingkeDbContext db, GeneratedCompany company)
    {
        db.AddRange(CompanyWords.Categories.Skip(1).Select((name, at) => new ProductCategory { Id = at + 1, Name = name }));
        db.AddRange(
            company.Products.Select(
                (product, at) =>
                    new Domain.Sales.Product
                    {
                        Id = at + 1,
                        Code = product.Code,
                        Name = product.Name,
                        CategoryId = product.Category,
                    }
            )
        );
        db.AddRange(
            company.Places.Select(
                (place, at) =>
                    new Place
                    {
                        Id = at + 1,
                        ProvinceCode = place.Province.Code,
                        Province = place.Province.ShortName,
                        City = place.City.ShortName,
                    }
            )
        );
        await db.SaveChangesAsync();
    }

    /// <summary>Writes lines; their identities are spread over 64 bits as those of an import are.</summary>
    public static void WriteLines(JingkeDbContext db, IEnumerable<CompanyLine> lines, long batch)
    {
        using var rows = BulkWriter.Open(
            db,
            "sales_line",
            "account_id",
            "id",
            "order_no",
            "line_no",
            "ordered_on",
            "product_id",
            "place_id",
            "quantity",
            "amount",
            "cost",
            "discount",
            "salesperson",
            "content",
            "batch_id",
            "changed_by_batch_id"
        );
        foreach (var line in lines)
        {
            var identity = Dice.Mix(((ulong)batch << 48) | ((ulong)line.Order << 8) | (uint)line.Number);
            rows.Long(line.Account);
            rows.Long((long)identity);
            rows.Text(line.OrderNo);
            rows.Text(line.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            rows.Day(line.OrderedOn);
            rows.Long(line.Product);
            rows.Long(line.Place);
            rows.Long(line.Quantity);
            rows.Long(line.Amount);
            rows.Long(line.Cost);
            rows.Long(line.Discount);
            rows.Text("");
            rows.Long((long)Dice.Mix(identity));
            rows.Long(batch);
            rows.Long(batch);
            rows.EndRow();
        }

        rows.Complete();
    }
}
