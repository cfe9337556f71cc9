using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Analysis.Extremes;

/// <summary>Writes down what is to be done about an account. What was written before stays in the history.</summary>
internal sealed class WriteMeasure(JingkeDbContext db, TimeProvider time)
{
    /// <summary>What a person fills in.</summary>
    public sealed class Input
    {
        /// <summary>The measure; empty takes the one in force back.</summary>
        [MaxLength(AccountMeasure.MaximumLength, ErrorMessage = "too-long:1000")]
        public string? Text { get; set; }

        /// <summary>The newest measure that the person saw; 0 when there was none.</summary>
        public long Seen { get; set; }
    }

    /// <summary>Saves it.</summary>
    /// <returns>The account's name.</returns>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c></exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone wrote another one since the person looked.</exception>
    public async Task<string> RunAsync(long accountId, Input input, CancellationToken cancel)
    {
        var account = await db.AccountToChangeAsync(accountId, cancel);
        var newest = await db
            .AccountMeasures.Where(measure => measure.AccountId == accountId)
            .OrderByDescending(measure => measure.Id)
            .FirstOrDefaultAsync(cancel);
        if ((newest?.Id ?? 0) != input.Seen)
            throw new DbUpdateConcurrencyException("Another measure was written meanwhile.");

        var measure = new AccountMeasure(accountId, input.Text, time.GetUtcNow().UtcDateTime, db.Viewer.UserId);
        if (measure.Text == (newest?.Text ?? ""))
            return account.Name;

        db.Add(measure);
        await db.SaveChangesAsync(cancel);
        return account.Name;
    }
}
