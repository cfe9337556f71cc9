using System.ComponentModel.DataAnnotations;
using Jingke.Analytics.Retention;
using Jingke.Domain;
using Jingke.Domain.Churn;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger.Churn;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Churn.Reviews;

/// <summary>Writes down why an account was lost and what is to be learnt; a second time it changes what was written about the same loss.</summary>
internal sealed class WriteLossReview(JingkeDbContext db, SeenChurn churn, TimeProvider time)
{
    /// <summary>What a person fills in.</summary>
    public sealed class Input
    {
        /// <summary>Key of the cause.</summary>
        [Required(ErrorMessage = "required")]
        public string? Cause { get; set; }

        /// <summary>How it came.</summary>
        [Required(ErrorMessage = "required"), MaxLength(LossReview.MaximumLength, ErrorMessage = "too-long:4000")]
        public string? Story { get; set; }

        /// <summary>What is to be learnt.</summary>
        [MaxLength(LossReview.MaximumLength, ErrorMessage = "too-long:4000")]
        public string? Lesson { get; set; }

        /// <summary>The version that was on the screen; null when nothing was written yet.</summary>
        public int? Version { get; set; }
    }

    /// <summary>Writes it.</summary>
    /// <returns>The account's name.</returns>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope.</exception>
    /// <exception cref="RuleException">
    /// <c>account.only-shown</c>; <c>loss-review.not-silent</c>: the account orders as ever; <c>loss-review.cause-unknown</c>; those of
    /// <see cref="LossReview.Write"/>.
    /// </exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else wrote first.</exception>
    public async Task<string> RunAsync(long accountId, Input input, CancellationToken cancel)
    {
        var account = await db.AccountToChangeAsync(accountId, cancel);
        var seen = await churn.RunAsync(cancel);
        var figure = seen.Find(accountId) is { } index ? seen.Findings[index] : null;
        // A person may know of a loss before the figures do, but not of one who just ordered.
        if (figure is not { State: ChurnState.Lost or ChurnState.AtRisk, Rhythm.LastOn: { } lastOrderOn })
            throw new RuleException("loss-review.not-silent", account.Name);

        var cause =
            await db.LossCauses.SingleOrDefaultAsync(each => each.Key == input.Cause, cancel)
            ?? throw new RuleException("loss-review.cause-unknown");
        var review = await db
            .LossReviews.Where(each => each.AccountId == accountId && each.LastOrderOn >= lastOrderOn)
            .OrderByDescending(each => each.Id)
            .FirstOrDefaultAsync(cancel);
        if (review?.Version != input.Version)
            throw new DbUpdateConcurrencyException("Another review was written meanwhile.");
        if (cause.IsRetired && review?.CauseId != cause.Id)
            throw new RuleException("loss-review.cause-unknown");

        if (review is null)
            db.Add(review = new LossReview(accountId, lastOrderOn));
        review.Write(cause.Id, input.Story, input.Lesson, time.GetUtcNow().UtcDateTime, db.Viewer.UserId);
        await db.SaveChangesAsync(cancel);
        return account.Name;
    }
}
