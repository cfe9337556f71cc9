using Jingke.Web.Common;
using Jingke.Web.Common.Languages;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Jingke.Web.Ledger.Churn;
using Jingke.Web.Ledger.Findings;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Churn.Reviews;

/// <summary>The reviews of lost customers in the viewer's scope, the latest first, and how often each cause was named.</summary>
internal sealed class LossReviewList(JingkeDbContext db, PeopleDirectory people)
{
    /// <summary>A review; money in ten-thousandths.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="Account">Its name.</param>
    /// <param name="Cause">Key of the cause.</param>
    /// <param name="CauseName">What people read.</param>
    /// <param name="Story">How it came.</param>
    /// <param name="Lesson">What is to be learnt; may be empty.</param>
    /// <param name="LastOrderOn">The last order before the loss.</param>
    /// <param name="At">When it was written.</param>
    /// <param name="By">Who wrote it; null for nobody that is still known.</param>
    /// <param name="LastYearSales">What the account bought in the 12 months up to its last order; null when the ledger does not know it.</param>
    public sealed record Row(
        long AccountId,
        string Account,
        string Cause,
        string CauseName,
        string Story,
        string Lesson,
        DateOnly LastOrderOn,
        DateTime At,
        string? By,
        long? LastYearSales
    );

    /// <summary>A cause and what it cost.</summary>
    /// <param name="Key">Key of the cause.</param>
    /// <param name="Name">What people read.</param>
    /// <param name="Reviews">How many reviews name it.</param>
    /// <param name="LastYearSales">What the accounts concerned bought in the 12 months up to their last order, ten-thousandths.</param>
    public sealed record Cause(string Key, string Name, int Reviews, long LastYearSales);

    /// <summary>A page of reviews.</summary>
    /// <param name="seen">What the viewer sees of the ledger.</param>
    /// <param name="cause">Only those with this cause, by its key.</param>
    /// <param name="wanted">Which page.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<Page<Row>> RunAsync(Seen<ChurnFindings> seen, string? cause, PageRequest wanted, CancellationToken cancel)
    {
        var found = await Ordered(cause).Select(Selected).ToPageAsync(wanted, cancel);
        return new([.. found.Rows.Select(row => RowOf(row, seen))], found.Number, found.Size, found.Total, found.IsAtLeast);
    }

    /// <summary>All of them, for a file.</summary>
    public async IAsyncEnumerable<Row> AllAsync(
        Seen<ChurnFindings> seen,
        string? cause,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel
    )
    {
        await foreach (var row in Ordered(cause).Select(Selected).AsAsyncEnumerable().WithCancellation(cancel))
            yield return RowOf(row, seen);
    }

    /// <summary>The causes that were named, the most frequent first.</summary>
    public async Task<IReadOnlyList<Cause>> CausesAsync(Seen<ChurnFindings> seen, CancellationToken cancel)
    {
        var causes = await db.LossCauses.AsNoTracking().ToDictionaryAsync(cause => cause.Id, cancel);
        var named = await db.LossReviews.AsNoTracking().Select(review => new { review.AccountId, review.CauseId }).ToListAsync(cancel);
        return
        [
            .. named
                .GroupBy(review => review.CauseId)
                .Select(group => new Cause(
                    causes[group.Key].Key,
                    causes[group.Key].Names.In(Language.Current.Code),
                    group.Count(),
                    group.Select(review => review.AccountId).Distinct().Sum(account => SalesOf(account, seen) ?? 0)
                ))
                .OrderByDescending(cause => cause.Reviews)
                .ThenByDescending(cause => cause.LastYearSales)
                .ThenBy(cause => cause.Key, StringComparer.Ordinal),
        ];
    }

    private sealed record Read(
        long AccountId,
        string Account,
        Domain.Churn.LossCause Cause,
        string Story,
        string Lesson,
        DateOnly LastOrderOn,
        DateTime At,
        Guid? ById
    );

    private static System.Linq.Expressions.Expression<Func<Domain.Churn.LossReview, Read>> Selected { get; } =
        review => new Read(
            review.AccountId,
            review.Account!.Name,
            review.Cause!,
            review.Story,
            review.Lesson,
            review.LastOrderOn,
            review.At,
            review.ById
        );

    private IQueryable<Domain.Churn.LossReview> Ordered(string? cause)
    {
        var reviews = db.LossReviews.AsNoTracking();
        if (cause is { Length: > 0 })
            reviews = reviews.Where(review => review.Cause!.Key == cause);
        return reviews.OrderByDescending(review => review.At).ThenByDescending(review => review.Id);
    }

    private Row RowOf(Read read, Seen<ChurnFindings> seen) =>
        new(
            read.AccountId,
            read.Account,
            read.Cause.Key,
            read.Cause.Names.In(Language.Current.Code),
            read.Story,
            read.Lesson,
            read.LastOrderOn,
            read.At,
            people.Current.Find(read.ById)?.Name,
            SalesOf(read.AccountId, seen)
        );

    private static long? SalesOf(long accountId, Seen<ChurnFindings> seen) =>
        seen.Find(accountId) is { } account ? seen.Findings[account].Rhythm.LastYearSales : null;
}
