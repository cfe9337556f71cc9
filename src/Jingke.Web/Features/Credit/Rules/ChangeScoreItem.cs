using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.Credit;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Credit.Rules;

/// <summary>Gives an item of a scorecard another weight or shelf life, or takes it out of use. Ratings follow at once.</summary>
internal sealed class ChangeScoreItem(JingkeDbContext db)
{
    /// <summary>What a person fills in.</summary>
    public sealed class Input
    {
        [Required(ErrorMessage = "required"), Range(1, ScoreItem.MaximumWeight, ErrorMessage = "out-of-range:1:100")]
        public int? Weight { get; set; }

        /// <summary>In months.</summary>
        [Required(ErrorMessage = "required"), Range(1, ScoreItem.MaximumMonths, ErrorMessage = "out-of-range:1:120")]
        public int? ShelfMonths { get; set; }

        public bool IsActive { get; set; }

        /// <summary>The version that was on the screen.</summary>
        public int Version { get; set; }
    }

    /// <summary>The item and how the form shows it.</summary>
    /// <exception cref="NotFoundException">There is no such item.</exception>
    public async Task<(ScoreItem Item, Input Input)> LoadAsync(long id, CancellationToken cancel)
    {
        var item =
            await db.ScoreItems.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancel)
            ?? throw new NotFoundException(nameof(ScoreItem), id);
        return (
            item,
            new()
            {
                Weight = item.Weight,
                ShelfMonths = item.ShelfMonths,
                IsActive = item.IsActive,
                Version = item.Version,
            }
        );
    }

    /// <summary>Changes it.</summary>
    /// <exception cref="NotFoundException">There is no such item.</exception>
    /// <exception cref="RuleException"><c>score-item.last</c>: nothing would be judged any more.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved first.</exception>
    public async Task RunAsync(long id, Input input, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The stamp's row is the lock: two people could take the last two items out of use at once.
        await db.RaiseStampAsync(ChangeStamp.Credit, cancel);
        var item = await db.ScoreItems.FindAsync([id], cancel) ?? throw new NotFoundException(nameof(ScoreItem), id);
        if (!input.IsActive && !await db.ScoreItems.AnyAsync(each => each.Id != id && each.Card == item.Card && each.IsActive, cancel))
            throw new RuleException("score-item.last");

        db.Entry(item).Property(each => each.Version).OriginalValue = input.Version;
        item.Change(input.Weight!.Value, input.ShelfMonths!.Value, input.IsActive);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
