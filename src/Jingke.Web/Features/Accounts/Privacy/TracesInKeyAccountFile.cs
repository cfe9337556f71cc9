using System.Globalization;
using System.Linq.Expressions;
using Jingke.Domain.Accounts;
using Jingke.Domain.KeyAccounts;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Privacy;

/// <summary>Takes a person's name or number out of the file of their account, where managers write in their own words.</summary>
internal static class TracesInKeyAccountFile
{
    private const string Blank = TracesOfPerson.Blank;

    /// <summary>Blanks the text in what managers wrote and in outcomes of measures.</summary>
    public static async Task BlankTextsAsync(JingkeDbContext db, long account, string text, CancellationToken cancel)
    {
        await db
            .KeyAccountAssessments.IgnoreQueryFilters()
            .Where(each =>
                each.AccountId == account && (each.Influence.Contains(text) || each.Risks.Contains(text) || each.Deviation.Contains(text))
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(each => each.Influence, each => each.Influence.Replace(text, Blank))
                        .SetProperty(each => each.Risks, each => each.Risks.Replace(text, Blank))
                        .SetProperty(each => each.Deviation, each => each.Deviation.Replace(text, Blank)),
                cancel
            );
        await db
            .KeyAccountPlans.IgnoreQueryFilters()
            .Where(each => each.AccountId == account && (each.Aims.Contains(text) || each.Strategy.Contains(text)))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(each => each.Aims, each => each.Aims.Replace(text, Blank))
                        .SetProperty(each => each.Strategy, each => each.Strategy.Replace(text, Blank)),
                cancel
            );
        await db
            .KeyAccountReviews.IgnoreQueryFilters()
            .Where(each => each.AccountId == account && each.Conclusion.Contains(text))
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.Conclusion, each => each.Conclusion.Replace(text, Blank)), cancel);
        await db
            .ToDos.IgnoreQueryFilters()
            .Where(each => each.AccountId == account && each.Outcome.Contains(text))
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.Outcome, each => each.Outcome.Replace(text, Blank)), cancel);
    }

    /// <summary>Blanks the text in the audit log of the file.</summary>
    public static async Task BlankAuditAsync(JingkeDbContext db, long account, string text, CancellationToken cancel)
    {
        await BlankAsync<KeyAccountAssessment>(each => each.Id);
        await BlankAsync<KeyAccountPlan>(each => each.Id);
        await BlankAsync<KeyAccountReview>(each => each.Id);

        async Task BlankAsync<T>(Expression<Func<T, long>> idOf)
            where T : class, IOfAccount
        {
            var subject = typeof(T).Name;
            var found = await db.Set<T>().IgnoreQueryFilters().Where(each => each.AccountId == account).Select(idOf).ToListAsync(cancel);
            var ids = found.ConvertAll(id => id.ToString(CultureInfo.InvariantCulture));
            await db
                .AuditEntries.Where(entry => entry.Subject == subject && ids.Contains(entry.SubjectId) && entry.Changes.Contains(text))
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Changes, entry => entry.Changes.Replace(text, Blank)), cancel);
        }
    }
}
