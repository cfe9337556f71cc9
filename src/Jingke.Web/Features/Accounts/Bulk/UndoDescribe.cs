using System.Globalization;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Bulk;

/// <summary>
/// Takes back a value that was recorded for many accounts: its facts are rejected, without a mark against their source, and what was
/// believed before is believed again. A fact that somebody decided about since is left alone.
/// </summary>
internal sealed class UndoDescribe(JingkeDbContext db, CatalogueInForce catalogue, SettleFact settle, TimeProvider time)
{
    /// <summary>What came of it.</summary>
    /// <param name="Accounts">Accounts from which the value was taken.</param>
    /// <param name="Left">Accounts that were left alone.</param>
    public sealed record Done(int Accounts, int Left);

    /// <summary>Takes it back.</summary>
    /// <param name="actId">The bulk act.</param>
    /// <param name="reason">Why the facts are rejected, in words.</param>
    /// <param name="cancel">Ends the work before it begins.</param>
    /// <exception cref="NotFoundException">There is no such act of this person.</exception>
    /// <exception cref="RuleException"><c>bulk.undone-already</c></exception>
    public async Task<Done> RunAsync(long actId, string reason, CancellationToken cancel)
    {
        var me = db.Viewer.UserId;
        var act =
            await db.BulkActs.SingleOrDefaultAsync(each => each.Id == actId && each.ById == me && each.Kind == BulkActKind.Describe, cancel)
            ?? throw new NotFoundException(nameof(BulkAct), actId);
        act.Undo(time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
        var column = catalogue.Current.Field(act.Detail)?.Column;
        var rows = await db.BulkActRows.AsNoTracking().Where(row => row.ActId == actId).OrderBy(row => row.AccountId).ToListAsync(cancel);
        var facts = rows.ToDictionary(row => long.Parse(row.After!, CultureInfo.InvariantCulture));
        var undecided = await db
            .Facts.Where(fact => facts.Keys.Contains(fact.Id) && fact.Settlement == null)
            .Select(fact => new { fact.Id, fact.Value })
            .ToListAsync(cancel);
        var taken = 0;
        foreach (var fact in undecided)
        {
            db.ChangeTracker.Clear();
            try
            {
                await settle.RejectAsync(fact.Id, wasTrueOnce: true, reason, CancellationToken.None);
                if (column is not null && facts[fact.Id].Before is null)
                    await EmptyAsync(facts[fact.Id].AccountId, column, fact.Value);
                taken++;
            }
            catch (RuleException)
            {
                // The account is only shown to the person by now, or the field is no longer theirs.
            }
        }
        return new(taken, rows.Count - taken);
    }

    private async Task EmptyAsync(long accountId, string column, string value)
    {
        db.ChangeTracker.Clear();
        var account = await db.AccountToChangeAsync(accountId, CancellationToken.None);
        if (account.ValueIn(column) != value)
            return;
        account.Empty(column, time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
