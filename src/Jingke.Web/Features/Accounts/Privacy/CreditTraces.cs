using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Privacy;

/// <summary>Where a person may be named in what is written about an account's credit: who answered for a customer is often one of its people.</summary>
internal static class CreditTraces
{
    /// <summary>Identifiers of an account's investigations and decisions, also of one in the recycle bin.</summary>
    public static async Task<(List<long> Investigations, List<long> Decisions)> IdsAsync(
        JingkeDbContext db,
        long accountId,
        CancellationToken cancel
    ) =>
        (
            await db
                .CreditInvestigations.IgnoreQueryFilters()
                .Where(each => each.AccountId == accountId)
                .Select(each => each.Id)
                .ToListAsync(cancel),
            await db
                .CreditDecisions.IgnoreQueryFilters()
                .Where(each => each.AccountId == accountId)
                .Select(each => each.Id)
                .ToListAsync(cancel)
        );

    /// <summary>Puts a blank in the place of a text.</summary>
    public static async Task BlankAsync(JingkeDbContext db, long accountId, string text, string blank, CancellationToken cancel)
    {
        await db
            .CreditInvestigations.IgnoreQueryFilters()
            .Where(each => each.AccountId == accountId && (each.Informant.Contains(text) || each.Summary.Contains(text)))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(each => each.Informant, each => each.Informant.Replace(text, blank))
                        .SetProperty(each => each.Summary, each => each.Summary.Replace(text, blank)),
                cancel
            );
        await db
            .CreditFindings.IgnoreQueryFilters()
            .Where(each => each.AccountId == accountId && each.Note.Contains(text))
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.Note, each => each.Note.Replace(text, blank)), cancel);
        await db
            .CreditDecisions.IgnoreQueryFilters()
            .Where(each => each.AccountId == accountId && each.Reason.Contains(text))
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.Reason, each => each.Reason.Replace(text, blank)), cancel);
    }
}
