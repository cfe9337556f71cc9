using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Churn;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger.Churn;
using Jingke.Web.Ledger.Findings;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Churn.Reviews;

/// <summary>What is known of a loss and what was written about it: for the page on which it is reviewed.</summary>
internal sealed class ReviewOfAccount(JingkeDbContext db)
{
    /// <summary>What is known.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="MayChange">Whether the viewer may write about it.</param>
    /// <param name="Figure">What is said of it; null when the ledger does not know it.</param>
    /// <param name="Current">The review of the present loss; null when there is none.</param>
    /// <param name="Earlier">Reviews of earlier losses, the latest first.</param>
    /// <param name="Causes">Causes that can be chosen, and the one that was.</param>
    public sealed record Answer(
        long AccountId,
        string Name,
        bool MayChange,
        ChurnFigure? Figure,
        LossReview? Current,
        IReadOnlyList<LossReview> Earlier,
        IReadOnlyList<LossCause> Causes
    );

    /// <summary>Reads it.</summary>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope.</exception>
    public async Task<Answer> RunAsync(Seen<ChurnFindings> seen, long accountId, CancellationToken cancel)
    {
        var account =
            await db.Accounts.AsNoTracking().SingleOrDefaultAsync(each => each.Id == accountId, cancel)
            ?? throw new NotFoundException(nameof(Account), accountId);
        var reviews = await db
            .LossReviews.AsNoTracking()
            .Include(review => review.Cause)
            .Where(review => review.AccountId == accountId)
            .OrderByDescending(review => review.Id)
            .Take(50)
            .ToListAsync(cancel);
        var figure = seen.Find(accountId) is { } index ? seen.Findings[index] : null;
        var current = figure?.Rhythm.LastOn is { } last ? reviews.Find(review => review.SpeaksOf(last)) : null;
        var causes = await db.LossCauses.AsNoTracking().OrderBy(cause => cause.Position).ThenBy(cause => cause.Id).ToListAsync(cancel);
        return new(
            accountId,
            account.Name,
            db.Viewer.MayChange(account),
            figure,
            current,
            [.. reviews.Where(review => review != current)],
            [.. causes.Where(cause => !cause.IsRetired || cause.Id == current?.CauseId)]
        );
    }
}
