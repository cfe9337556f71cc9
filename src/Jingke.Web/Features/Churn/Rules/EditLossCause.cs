using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.Churn;
using Jingke.Domain.Facts;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Churn.Rules;

/// <summary>Adds a cause of losses, gives one other names, takes it out of use or into use again, moves it in the list.</summary>
internal sealed class EditLossCause(JingkeDbContext db)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "required"), MaxLength(LossCause.MaximumName, ErrorMessage = "too-long:60")]
        public string? NameHans { get; set; }

        [MaxLength(LossCause.MaximumName, ErrorMessage = "too-long:60")]
        public string? NameHant { get; set; }

        [MaxLength(LossCause.MaximumName, ErrorMessage = "too-long:60")]
        public string? NameEn { get; set; }

        /// <summary>The version that was on the screen.</summary>
        public int Version { get; set; }
    }

    /// <summary>All causes in their order, with how many reviews name each.</summary>
    public async Task<IReadOnlyList<(LossCause Cause, int Reviews)>> ListAsync(CancellationToken cancel)
    {
        var causes = await Ordered().AsNoTracking().ToListAsync(cancel);
        var named = await db
            .LossReviews.GroupBy(review => review.CauseId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        return [.. causes.Select(cause => (cause, named.GetValueOrDefault(cause.Id)))];
    }

    /// <summary>The cause and how the form shows it; an empty form without an identifier.</summary>
    /// <exception cref="NotFoundException">There is no such cause.</exception>
    public async Task<(LossCause? Cause, Input Input)> LoadAsync(long? id, CancellationToken cancel)
    {
        if (id is null)
            return (null, new());
        var cause =
            await db.LossCauses.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancel)
            ?? throw new NotFoundException(nameof(LossCause), id);
        return (
            cause,
            new()
            {
                NameHans = cause.NameHans,
                NameHant = cause.NameHant,
                NameEn = cause.NameEn,
                Version = cause.Version,
            }
        );
    }

    /// <summary>Adds or changes the cause.</summary>
    /// <exception cref="NotFoundException">There is no such cause.</exception>
    /// <exception cref="RuleException"><c>loss-cause.name-missing</c>, <c>loss-cause.name-taken</c></exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved first.</exception>
    public async Task RunAsync(long? id, Input input, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The stamp's row is the lock: two additions at once could take one name or one place.
        await db.RaiseStampAsync(ChangeStamp.Settings, cancel);
        var causes = await Ordered().ToListAsync(cancel);
        var names = new LocalName(input.NameHans!.Trim(), input.NameHant?.Trim() ?? "", input.NameEn?.Trim() ?? "");
        if (causes.Exists(each => each.Id != id && each.NameHans == names.Hans))
            throw new RuleException("loss-cause.name-taken", names.Hans);

        if (id is null)
            db.LossCauses.Add(new($"own-{Guid.CreateVersion7():N}", names, causes.Max(each => each.Position) + 1));
        else
        {
            var cause = causes.Find(each => each.Id == id) ?? throw new NotFoundException(nameof(LossCause), id);
            db.Entry(cause).Property(each => each.Version).OriginalValue = input.Version;
            cause.Rename(names);
        }
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Takes the cause out of use, or into use again. Reviews that name it keep it.</summary>
    /// <returns>The cause.</returns>
    /// <exception cref="NotFoundException">There is no such cause.</exception>
    /// <exception cref="RuleException"><c>loss-cause.last</c>: there would be none to choose.</exception>
    public async Task<LossCause> RetireAsync(long id, bool retire, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The stamp's row is the lock: two people could retire the last two at once.
        await db.RaiseStampAsync(ChangeStamp.Settings, cancel);
        var cause = await db.LossCauses.FindAsync([id], cancel) ?? throw new NotFoundException(nameof(LossCause), id);
        if (retire && !await db.LossCauses.AnyAsync(each => each.Id != id && !each.IsRetired, cancel))
            throw new RuleException("loss-cause.last");

        if (retire)
            cause.Retire();
        else
            cause.Restore();
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return cause;
    }

    /// <summary>Moves the cause one place up; the first one stays.</summary>
    /// <exception cref="NotFoundException">There is no such cause.</exception>
    public async Task MoveUpAsync(long id, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The stamp's row is the lock: two moves at once would give two causes one place.
        await db.RaiseStampAsync(ChangeStamp.Settings, cancel);
        var causes = await Ordered().ToListAsync(cancel);
        var at = causes.FindIndex(each => each.Id == id);
        if (at < 0)
            throw new NotFoundException(nameof(LossCause), id);

        if (at > 0)
            (causes[at - 1], causes[at]) = (causes[at], causes[at - 1]);
        for (var place = 0; place < causes.Count; place++)
            causes[place].MoveTo(place);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private IQueryable<LossCause> Ordered() => db.LossCauses.OrderBy(cause => cause.Position).ThenBy(cause => cause.Id);
}
