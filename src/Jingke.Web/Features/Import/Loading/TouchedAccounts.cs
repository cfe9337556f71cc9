using Jingke.Domain.Sales;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>Whose lines a run has changed, as the ledger wants to know it: some accounts, or so many that it reads everything again.</summary>
/// <param name="Ids">The accounts; null for everyone.</param>
internal sealed record TouchedAccounts(IReadOnlyCollection<long>? Ids)
{
    private const int Most = 5_000;

    /// <summary>Some accounts, or everyone when there are too many.</summary>
    /// <param name="ids">The accounts.</param>
    /// <param name="others">Whether more changed than these: lines without a customer, or lines of an earlier run that was cut off.</param>
    public static TouchedAccounts Of(IReadOnlyCollection<long> ids, bool others) => new(others || ids.Count > Most ? null : ids);

    /// <summary>Leaves the notes for the ledger, in the present transaction.</summary>
    public async Task NoteAsync(JingkeDbContext db, CancellationToken cancel)
    {
        using (var notes = BulkWriter.Open(db, "changed_account", "account_id"))
        {
            foreach (var id in Ids ?? [ChangedAccount.Everyone])
            {
                notes.Long(id);
                notes.EndRow();
            }
            notes.Complete();
        }
        if (Ids is not { Count: 0 })
            await db.RaiseStampAsync(ChangeStamp.Sales, cancel);
    }
}
