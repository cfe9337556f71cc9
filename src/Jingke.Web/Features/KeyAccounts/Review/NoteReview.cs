using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.KeyAccounts;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;

namespace Jingke.Web.Features.KeyAccounts.Review;

/// <summary>Notes that the file of an account was gone through today, and when it comes up again.</summary>
internal sealed class NoteReview(JingkeDbContext db, Clock clock, TimeProvider time)
{
    /// <summary>What a person fills in.</summary>
    public sealed class Input
    {
        /// <summary>What was concluded.</summary>
        [MaxLength(KeyAccountReview.MaximumLength, ErrorMessage = "too-long:2000")]
        public string? Conclusion { get; set; }

        /// <summary>When it comes up again.</summary>
        [Required(ErrorMessage = "required")]
        public DateOnly? NextOn { get; set; }
    }

    /// <summary>Notes it.</summary>
    /// <returns>The account's name.</returns>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c>, those of <see cref="KeyAccountReview"/></exception>
    public async Task<string> RunAsync(long accountId, Input input, CancellationToken cancel)
    {
        var account = await db.AccountToChangeAsync(accountId, cancel);
        db.Add(
            new KeyAccountReview(
                accountId,
                clock.Today,
                input.NextOn!.Value,
                input.Conclusion,
                time.GetUtcNow().UtcDateTime,
                db.Viewer.UserId
            )
        );
        await db.SaveChangesAsync(cancel);
        return account.Name;
    }
}
