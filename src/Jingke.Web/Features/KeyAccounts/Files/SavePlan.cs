using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.KeyAccounts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>Plans a year for a key account. Every version stays, with the figures that were known when it was written.</summary>
internal sealed class SavePlan(JingkeDbContext db, FileFigures figures, TimeProvider time)
{
    /// <summary>What a person fills in.</summary>
    public sealed class Input
    {
        /// <summary>Net sales aimed at, in currency units.</summary>
        [Required(ErrorMessage = "required"), Range(0.01, 1e12, ErrorMessage = "out-of-range:0.01:1000000000000")]
        public double? Target { get; set; }

        /// <summary>What is to be reached besides.</summary>
        [MaxLength(KeyAccountPlan.MaximumLength, ErrorMessage = "too-long:4000")]
        public string? Aims { get; set; }

        /// <summary>How.</summary>
        [MaxLength(KeyAccountPlan.MaximumLength, ErrorMessage = "too-long:4000")]
        public string? Strategy { get; set; }

        /// <summary>The newest version that the person saw; 0 when there was none.</summary>
        public long Seen { get; set; }

        internal static Input Of(KeyAccountPlan? newest) =>
            new()
            {
                Target = newest is null ? null : (double)new Money(newest.Target).Units,
                Aims = newest?.Aims,
                Strategy = newest?.Strategy,
                Seen = newest?.Id ?? 0,
            };
    }

    /// <summary>The version of a year that holds; null for none.</summary>
    public Task<KeyAccountPlan?> NewestAsync(long accountId, int year, CancellationToken cancel) =>
        db
            .KeyAccountPlans.AsNoTracking()
            .Where(plan => plan.AccountId == accountId && plan.Year == year)
            .OrderByDescending(plan => plan.Id)
            .FirstOrDefaultAsync(cancel);

    /// <summary>Saves it; a plan that says nothing new is not saved again.</summary>
    /// <returns>The account's name.</returns>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c>, those of <see cref="KeyAccountPlan"/></exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone saved another version since the person looked.</exception>
    public async Task<string> RunAsync(long accountId, int year, Input input, CancellationToken cancel)
    {
        var account = await db.AccountToChangeAsync(accountId, cancel);
        var newest = await NewestAsync(accountId, year, cancel);
        if ((newest?.Id ?? 0) != input.Seen)
            throw new DbUpdateConcurrencyException("Another version of the plan was saved meanwhile.");

        var plan = new KeyAccountPlan(
            accountId,
            year,
            Money.FromUnits((decimal)input.Target!.Value).TenThousandths,
            input.Aims,
            input.Strategy,
            time.GetUtcNow().UtcDateTime,
            db.Viewer.UserId
        );
        if (plan.SaysSameAs(newest))
            return account.Name;

        if (await figures.RunAsync(accountId, cancel) is { } known)
            plan.KnownThen(known.AsOf, known.Figure.NetSales, known.NextYear);
        db.Add(plan);
        await db.SaveChangesAsync(cancel);
        return account.Name;
    }
}
