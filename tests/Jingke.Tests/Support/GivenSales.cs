using Jingke.Domain.Accounts;
using Jingke.Domain.Sales;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jingke.Tests.Support;

/// <summary>Accounts and sales lines put straight into the database, for tests of what is made of them.</summary>
internal static class GivenSales
{
    public sealed record Line(
        string Account,
        string Day,
        decimal Amount,
        string Order = "",
        long? Product = null,
        long? Place = null,
        decimal? Cost = null,
        decimal? Quantity = null
    );

    /// <summary>Writes accounts that are not there yet and lines; notes the changed accounts and raises the stamp, as an import does.</summary>
    public static Task GivenLinesAsync(this JingkeApp app, params Line[] lines) =>
        app.WithDbAsync(async db =>
        {
            foreach (var name in lines.Select(line => line.Account).Distinct(StringComparer.Ordinal))
                if (!await db.Accounts.AnyAsync(account => account.Name == name))
                    db.Add(new Account(AccountKind.Company, name, DateTime.UnixEpoch));
            await db.SaveChangesAsync();
            var ids = await db.Accounts.ToDictionaryAsync(account => account.Name, account => account.Id);
            var next = await db.SalesLines.MaxAsync(line => (long?)line.Id) ?? 0;

            await using var transaction = await db.Database.BeginTransactionAsync();
            using (var rows = BulkWriter.Open(db, "sales_line", Columns))
            {
                foreach (var line in lines)
                {
                    rows.Long(ids[line.Account]);
                    rows.Long(++next);
                    rows.Text(line.Order);
                    rows.Text("");
                    rows.Day(DateOnly.Parse(line.Day, System.Globalization.CultureInfo.InvariantCulture));
                    rows.Long(line.Product);
                    rows.Long(line.Place);
                    rows.Long(line.Quantity is { } quantity ? (long)(quantity * 10_000) : null);
                    rows.Long((long)(line.Amount * 10_000));
                    rows.Long(line.Cost is { } cost ? (long)(cost * 10_000) : null);
                    rows.Text("");
                    rows.Long(next);
                    rows.Long(1);
                    rows.Long(1);
                    rows.EndRow();
                }
                rows.Complete();
            }
            db.AddRange(lines.Select(line => ids[line.Account]).Distinct().Select(id => new ChangedAccount { AccountId = id }));
            await db.SaveChangesAsync();
            await db.RaiseStampAsync(ChangeStamp.Sales, CancellationToken.None);
            await transaction.CommitAsync();
        });

    private static readonly string[] Columns =
    [
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
        "salesperson",
        "content",
        "batch_id",
        "changed_by_batch_id",
    ];

    /// <summary>Waits until the ledger of the running product has a number of lines.</summary>
    public static async Task<LedgerState> LedgerWithLinesAsync(this JingkeApp app, int lines)
    {
        var store = app.Services.GetRequiredService<LedgerStore>();
        await Eventually.TrueAsync(() => store.Current?.Ledger.LineCount == lines, $"a ledger with {lines} lines");
        return store.Current!;
    }
}
