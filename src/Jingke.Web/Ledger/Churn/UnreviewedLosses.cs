using Jingke.Analytics.Retention;
using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Jingke.Web.Ledger.Findings;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Ledger.Churn;

/// <summary>Key accounts that were lost and of which nobody has written down why, as far as the viewer sees them.</summary>
internal sealed class UnreviewedLosses(SeenChurn churn, JingkeDbContext db)
{
    /// <summary>A review is asked for when the last order lies within so many months: older losses nobody can explain any more.</summary>
    public const int Months = 24;

    /// <summary>Lists them, those that bought most first.</summary>
    /// <param name="seen">What the viewer sees.</param>
    /// <param name="ownerId">Only the accounts of one person; null for all that the viewer sees.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<UnreviewedLoss>> RunAsync(Seen<ChurnFindings> seen, Guid? ownerId, CancellationToken cancel)
    {
        var lost = churn.Kept(seen, "lost-key", () => LostKeyAccounts(seen), rows => rows.Count);
        // Nothing is asked of older losses, so their reviews need not be read. They are only held against accounts that are seen: looking at
        // scope and recycle bin once more would cost a page more than all the rest.
        var since = Since(seen);
        var latest = await db
            .LossReviews.IgnoreQueryFilters()
            .Where(review => review.LastOrderOn >= since)
            .GroupBy(review => review.AccountId)
            .Select(own => new { own.Key, LastOrderOn = own.Max(review => review.LastOrderOn) })
            .ToDictionaryAsync(own => own.Key, own => own.LastOrderOn, cancel);
        return
        [
            .. lost.Where(row =>
                (ownerId is null || row.OwnerId == ownerId)
                && !(latest.TryGetValue(row.AccountId, out var until) && until >= row.Figure.Rhythm.LastOn)
            ),
        ];
    }

    // Without a line as-of is the first day there is.
    private static DateOnly Since(Seen<ChurnFindings> seen) =>
        seen.Ledger.LineCount == 0 ? seen.Findings.AsOf : seen.Findings.AsOf.AddMonths(-Months);

    private static List<UnreviewedLoss> LostKeyAccounts(Seen<ChurnFindings> seen)
    {
        var accounts = seen.Ledger.Accounts;
        var since = Since(seen);
        return
        [
            .. seen
                .Accounts.Where(account => seen.Findings.StateOf(account) == ChurnState.Lost)
                .Select(account => (Account: account, Figure: seen.Findings[account]))
                .Where(each => each.Figure.TierThen == Tier.Key && each.Figure.Rhythm.LastOn >= since)
                .OrderByDescending(each => each.Figure.Rhythm.LastYearSales)
                .ThenBy(each => accounts.Ids[each.Account])
                .Select(each => new UnreviewedLoss(
                    accounts.Ids[each.Account],
                    accounts.Names[each.Account],
                    Guid.TryParse(accounts.Owner.Keys[accounts.Owner.Codes[each.Account]], out var owner) ? owner : null,
                    each.Figure
                )),
        ];
    }
}
