using Jingke.Analytics.Retention;
using Jingke.Domain.Accounts;
using Jingke.Domain.KeyAccounts;
using Jingke.Web.Common;
using Jingke.Web.Common.Periods;
using Jingke.Web.Data;
using Jingke.Web.Features.KeyAccounts.Policy;
using Jingke.Web.Ledger.Churn;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.KeyAccounts.Review;

/// <summary>A file of the meeting.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">Its name.</param>
/// <param name="Why">Why it comes where it comes.</param>
/// <param name="IsDone">Whether it was reviewed in this quarter.</param>
public sealed record AgendaItem(long AccountId, string Name, FileUrgency Why, bool IsDone);

/// <summary>The files of a quarterly review meeting in their order.</summary>
/// <param name="From">First day of the quarter.</param>
/// <param name="Items">Every key account in view, the most urgent first.</param>
/// <param name="Done">How many of them were reviewed in this quarter.</param>
public sealed record Agenda(DateOnly From, IReadOnlyList<AgendaItem> Items, int Done)
{
    /// <summary>Where an account stands, from 0; the first that is not done for one that is not on it, or the first of all.</summary>
    public int PlaceOf(long? accountId)
    {
        for (var at = 0; at < Items.Count; at++)
            if (Items[at].AccountId == accountId)
                return at;
        return FirstOpen(0);
    }

    /// <summary>The next file that is not done, from a place on and then from the beginning; the place itself when all are done.</summary>
    public int FirstOpen(int from)
    {
        for (var step = 0; step < Items.Count; step++)
            if (!Items[(from + step) % Items.Count].IsDone)
                return (from + step) % Items.Count;
        return Math.Min(from, Math.Max(Items.Count - 1, 0));
    }
}

/// <summary>Puts the files of key accounts in the viewer's scope into the order of a review meeting. Being reviewed moves none of them.</summary>
internal sealed class ReviewAgenda(
    JingkeDbContext db,
    SeenChurn churn,
    ContactPolicyInForce policies,
    OrganisationInForce organisation,
    Clock clock
)
{
    /// <summary>Makes it.</summary>
    /// <param name="ownerId">Only the accounts of one person; null for all.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<Agenda> RunAsync(Guid? ownerId, CancellationToken cancel)
    {
        var (today, year) = (clock.Today, FiscalYear.Current(organisation, clock));
        var quarter = FiscalYear.QuarterOf(today, organisation.Current.FiscalYearStartMonth);
        var policy = (await policies.RunAsync(cancel)).Of(Tier.Key);
        var seen = await churn.BrieflyAsync(cancel);
        var accounts = await db
            .Accounts.Where(account => account.Tier == Tier.Key && (ownerId == null || account.OwnerId == ownerId))
            .Select(account => new
            {
                account.Id,
                account.Name,
                account.NetSales,
                account.YearOnYear,
                account.LastContactOn,
            })
            .ToListAsync(cancel);
        var planned = await SetAsync(db.KeyAccountPlans.Where(plan => plan.Year == year).Select(plan => plan.AccountId), cancel);
        var overdue = await SetAsync(
            db.ToDos.Where(toDo => toDo.IsMeasure && toDo.DoneAt == null && toDo.DueOn < today).Select(toDo => toDo.AccountId),
            cancel
        );
        var done = await SetAsync(db.KeyAccountReviews.Where(review => review.On >= quarter).Select(review => review.AccountId), cancel);
        AgendaItem[] items =
        [
            .. accounts
                .Select(account => (Account: account, Why: Why(account.Id, account.YearOnYear, account.LastContactOn)))
                .OrderByDescending(each => each.Why.Weight())
                .ThenByDescending(each => each.Account.NetSales)
                .ThenBy(each => each.Account.Id)
                .Select(each => new AgendaItem(each.Account.Id, each.Account.Name, each.Why, done.Contains(each.Account.Id))),
        ];
        return new(quarter, items, items.Count(item => item.IsDone));

        FileUrgency Why(long id, double? change, DateOnly? lastContactOn)
        {
            var why = FileUrgency.None;
            if (seen?.Find(id) is { } index && seen.Findings.StateOf(index) is ChurnState.AtRisk or ChurnState.Lost)
                why |= FileUrgency.Leaving;
            if (overdue.Contains(id))
                why |= FileUrgency.Overdue;
            if (change <= FileUrgencies.Fall)
                why |= FileUrgency.Falling;
            if (policy.ContactLate(lastContactOn, today) is not null)
                why |= FileUrgency.Unattended;
            if (!planned.Contains(id))
                why |= FileUrgency.Unplanned;
            return why;
        }
    }

    private static async Task<HashSet<long>> SetAsync(IQueryable<long> ids, CancellationToken cancel) =>
        [.. await ids.Distinct().ToListAsync(cancel)];
}
