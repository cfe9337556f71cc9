using Jingke.Domain;
using Jingke.Domain.Facts;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.FieldCatalogue;

/// <summary>Takes a field out of use, or into use again. Its facts are kept either way.</summary>
internal sealed class RetireField(JingkeDbContext db, CatalogueInForce inForce)
{
    /// <summary>Retires the field, or restores it.</summary>
    /// <returns>The field.</returns>
    /// <exception cref="NotFoundException">There is no such field.</exception>
    /// <exception cref="RuleException"><c>field.name-taken</c>: another took its name meanwhile.</exception>
    public async Task<FieldDefinition> RunAsync(long id, bool retire, CancellationToken cancel)
    {
        var fields = await db.FieldDefinitions.ToListAsync(cancel);
        var field = fields.Find(each => each.Id == id) ?? throw new NotFoundException(nameof(FieldDefinition), id);
        if (retire)
        {
            field.Retire();
        }
        else
        {
            EditField.CheckName(fields, field.Subject, field.NameHans, id);
            field.Restore();
        }
        await db.SaveChangesAsync(cancel);
        await inForce.ReloadAsync(cancel);
        return field;
    }
}
