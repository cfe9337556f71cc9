using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.Credit;
using Jingke.Web.Data;
using Jingke.Web.Ledger.Credit;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Credit.Sheet;

/// <summary>Grants an account a limit and a term, as proposed or otherwise; what was granted before stays as history.</summary>
internal sealed class GrantCredit(JingkeDbContext db, CreditRulesInForce inForce, ReadCredit read, TimeProvider time)
{
    /// <summary>What a person fills in.</summary>
    public sealed class Input
    {
        /// <summary>The limit, in units of money.</summary>
        [Required(ErrorMessage = "required"), Range(0, 1e12, ErrorMessage = "out-of-range:0:1000000000000")]
        public decimal? Limit { get; set; }

        /// <summary>The term, in days.</summary>
        [Required(ErrorMessage = "required"), Range(0, CreditDecision.MaximumDays, ErrorMessage = "out-of-range:0:365")]
        public int? TermDays { get; set; }

        /// <summary>Why; needed where it differs from what is proposed.</summary>
        [MaxLength(CreditDecision.MaximumReason, ErrorMessage = "too-long:1000")]
        public string? Reason { get; set; }

        /// <summary>The decision that was on the screen; 0 for none.</summary>
        public long BasedOn { get; set; }
    }

    /// <summary>Decides.</summary>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope.</exception>
    /// <exception cref="RuleException">Those of <see cref="CreditDecision"/>; <c>ledger.loading</c></exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else decided first.</exception>
    public async Task<string> RunAsync(long accountId, Input input, CancellationToken cancel)
    {
        var account =
            await db.Accounts.SingleOrDefaultAsync(each => each.Id == accountId, cancel)
            ?? throw new NotFoundException(nameof(Domain.Accounts.Account), accountId);
        var force = await inForce.RunAsync(cancel);
        var sheet = await read.OneAsync(db, force, accountId, cancel);
        var standing = CreditStanding.Of(force.Rules, sheet);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The stamp's row is the lock: of two who decide at once the second has to see what the first one granted.
        await db.RaiseStampAsync(ChangeStamp.Credit, cancel);
        var latest = await db.CreditDecisions.Where(each => each.AccountId == accountId).MaxAsync(each => (long?)each.Id, cancel) ?? 0;
        if (latest != input.BasedOn)
            throw new DbUpdateConcurrencyException("Another decision was made meanwhile.");

        db.CreditDecisions.Add(
            new(
                accountId,
                Money.FromUnits(input.Limit!.Value).TenThousandths,
                input.TermDays!.Value,
                input.Reason,
                new(standing.Rating, standing.Score, standing.Proposal?.Limit, standing.Proposal?.Terms.Days),
                time.GetUtcNow().UtcDateTime,
                db.Viewer.UserId
            )
        );
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return account.Name;
    }
}
