using Jingke.Domain.Facts;
using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Jingke.Web.Features.Import.Working;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Undoing;

/// <summary>
/// Removes the facts that an import brought and vets their accounts again. What a person has confirmed since is that person's knowledge
/// and stays. Cut off, it goes on with the accounts that still have such facts.
/// </summary>
internal sealed class UndoneFacts(JingkeDbContext db, ImportBatch batch, Lease lease, FactGround grounds, VetAccounts vet)
{
    private const int Lot = 2_000;

    public async Task RunAsync(CancellationToken cancel)
    {
        var ground = await grounds.ReadAsync(db, cancel);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var brought = db.Facts.IgnoreQueryFilters().Where(fact => fact.ImportBatchId == batch.Id);
            var ids = await brought.Select(fact => fact.AccountId).Distinct().OrderBy(id => id).Take(Lot).ToListAsync(cancel);
            if (ids.Count == 0)
                return;
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var lot = brought.Where(fact => ids.Contains(fact.AccountId));
            await lot.Where(fact => fact.Settlement == FactSettlement.Confirmed)
                .ExecuteUpdateAsync(set => set.SetProperty(fact => fact.ImportBatchId, (long?)null), cancel);
            await lot.ExecuteDeleteAsync(cancel);
            var accounts = await db
                .Accounts.IgnoreQueryFilters()
                .AsNoTracking()
                .Where(account => ids.Contains(account.Id))
                .ToListAsync(cancel);
            await vet.RunAsync(db, ground, accounts, db.Facts.IgnoreQueryFilters().Where(fact => ids.Contains(fact.AccountId)), cancel);
            await lease.RequireAsync(db, cancel);
            await transaction.CommitAsync(cancel);
        }
    }
}
