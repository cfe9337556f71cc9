using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.KeyAccounts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>Writes down what the manager of a key account says of it. What was said before stays in the history.</summary>
internal sealed class SaveAssessment(JingkeDbContext db, TimeProvider time)
{
    /// <summary>What a person fills in.</summary>
    public sealed class Input
    {
        /// <summary>Influence, 1 to 5.</summary>
        [Range(1, KeyAccountAssessment.HighestGrade, ErrorMessage = "out-of-range:1:5")]
        public int? InfluenceGrade { get; set; }

        /// <summary>What it consists in.</summary>
        [MaxLength(KeyAccountAssessment.MaximumLength, ErrorMessage = "too-long:2000")]
        public string? Influence { get; set; }

        /// <summary>Risks that the manager sees.</summary>
        [MaxLength(KeyAccountAssessment.MaximumLength, ErrorMessage = "too-long:2000")]
        public string? Risks { get; set; }

        /// <summary>What is done otherwise than the policy says, and why.</summary>
        [MaxLength(KeyAccountAssessment.MaximumLength, ErrorMessage = "too-long:2000")]
        public string? Deviation { get; set; }

        /// <summary>The newest one that the person saw; 0 when there was none.</summary>
        public long Seen { get; set; }

        internal static Input Of(KeyAccountAssessment? newest) =>
            new()
            {
                InfluenceGrade = newest?.InfluenceGrade,
                Influence = newest?.Influence,
                Risks = newest?.Risks,
                Deviation = newest?.Deviation,
                Seen = newest?.Id ?? 0,
            };
    }

    /// <summary>Saves it; what says nothing new is not saved again.</summary>
    /// <returns>The account's name.</returns>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c>, those of <see cref="KeyAccountAssessment.Say"/></exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone wrote another one since the person looked.</exception>
    public async Task<string> RunAsync(long accountId, Input input, CancellationToken cancel)
    {
        var account = await db.AccountToChangeAsync(accountId, cancel);
        var newest = await FileOfAccount.NewestAssessmentAsync(db, accountId, cancel);
        if ((newest?.Id ?? 0) != input.Seen)
            throw new DbUpdateConcurrencyException("Another assessment was written meanwhile.");

        var written = new KeyAccountAssessment(accountId, time.GetUtcNow().UtcDateTime, db.Viewer.UserId);
        written.Say(input.InfluenceGrade, input.Influence, input.Risks, input.Deviation);
        if (written.SaysSameAs(newest))
            return account.Name;

        db.Add(written);
        await db.SaveChangesAsync(cancel);
        return account.Name;
    }
}
