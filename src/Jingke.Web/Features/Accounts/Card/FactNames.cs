using Jingke.Domain.Facts;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Card;

/// <summary>Names of the contacts, accounts and files that facts refer to; what is out of the viewer's sight has none.</summary>
internal sealed class FactNames(JingkeDbContext db)
{
    /// <summary>Reads the names for a set of facts, one query for each kind of thing there is.</summary>
    /// <param name="catalogueTypeOf">Type of a field by its identifier.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<Func<FieldType, long, string?>> RunAsync(
        Func<long, FieldType?> catalogueTypeOf,
        IEnumerable<Fact> facts,
        CancellationToken cancel
    )
    {
        var wanted = facts
            .Select(fact => (Type: catalogueTypeOf(fact.FieldId), fact.Value))
            .Where(each => each.Type is FieldType.Person or FieldType.Account or FieldType.File && long.TryParse(each.Value, out _))
            .ToLookup(each => each.Type!.Value, each => long.Parse(each.Value, System.Globalization.CultureInfo.InvariantCulture));
        var names = new Dictionary<(FieldType, long), string>();
        if (wanted[FieldType.Person].ToHashSet() is { Count: > 0 } contacts)
            foreach (
                var row in await db
                    .Contacts.Where(each => contacts.Contains(each.Id))
                    .Select(each => new { each.Id, each.Name })
                    .ToListAsync(cancel)
            )
                names[(FieldType.Person, row.Id)] = row.Name;
        if (wanted[FieldType.Account].ToHashSet() is { Count: > 0 } accounts)
            foreach (
                var row in await db
                    .Accounts.Where(each => accounts.Contains(each.Id))
                    .Select(each => new { each.Id, each.Name })
                    .ToListAsync(cancel)
            )
                names[(FieldType.Account, row.Id)] = row.Name;
        if (wanted[FieldType.File].ToHashSet() is { Count: > 0 } files)
            foreach (
                var row in await db
                    .Attachments.Where(each => files.Contains(each.Id))
                    .Select(each => new { each.Id, each.FileName })
                    .ToListAsync(cancel)
            )
                names[(FieldType.File, row.Id)] = row.FileName;
        return (type, id) => names.GetValueOrDefault((type, id));
    }
}
