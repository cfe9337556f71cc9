using Jingke.Domain;
using Jingke.Domain.Facts;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.FieldCatalogue;

/// <summary>Moves a field one place up or down within its section, among the fields that the view shows.</summary>
internal sealed class MoveField(JingkeDbContext db, CatalogueInForce inForce)
{
    /// <summary>Moves the field; one that is the first or last already stays.</summary>
    /// <exception cref="NotFoundException">There is no such field.</exception>
    public async Task RunAsync(long id, bool up, FieldView view, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The stamp's row is the lock: two moves at once would give two fields one place.
        await db.RaiseStampAsync(ChangeStamp.Settings, cancel);
        var field = await db.FieldDefinitions.FindAsync([id], cancel) ?? throw new NotFoundException(nameof(FieldDefinition), id);
        var section = await db
            .FieldDefinitions.Where(each => each.Section == field.Section)
            .OrderBy(each => each.Position)
            .ThenBy(each => each.Id)
            .ToListAsync(cancel);
        var goal = up
            ? section.TakeWhile(each => each != field).LastOrDefault(each => view.Shows(each))
            : section.SkipWhile(each => each != field).Skip(1).FirstOrDefault(each => view.Shows(each));
        if (goal is not null)
            Order.Move(section, field, goal, each => each.Position, (each, place) => each.MoveTo(place));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await inForce.ReloadAsync(cancel);
    }
}
