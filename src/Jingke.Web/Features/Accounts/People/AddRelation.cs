using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.Contacts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.People;

/// <summary>A relation between two people as a form gives it.</summary>
public sealed class RelationInput
{
    /// <summary>Who reports, influences, is the parent; of a mutual relation either.</summary>
    [Required(ErrorMessage = "required")]
    public long? FromId { get; set; }

    /// <summary>How they stand to each other.</summary>
    [Required(ErrorMessage = "required")]
    public RelationKind? Kind { get; set; }

    /// <summary>To whom.</summary>
    [Required(ErrorMessage = "required")]
    public long? ToId { get; set; }

    /// <summary>Anything worth knowing about it.</summary>
    [MaxLength(ContactRelation.MaximumNoteLength, ErrorMessage = "too-long:500")]
    public string? Note { get; set; }
}

/// <summary>Writes down how two people of an account stand to each other.</summary>
internal sealed class AddRelation(JingkeDbContext db)
{
    /// <summary>Adds the relation.</summary>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope, or no such person at it.</exception>
    /// <exception cref="RuleException">
    /// <c>account.only-shown</c>, <c>relation.known</c>, <c>relation.other-way-round</c> (name, name), and those of <see cref="ContactRelation"/>
    /// </exception>
    public async Task RunAsync(long accountId, RelationInput input, CancellationToken cancel)
    {
        await db.AccountToChangeAsync(accountId, cancel);
        var relation = new ContactRelation(accountId, input.FromId!.Value, input.Kind!.Value, input.ToId!.Value, input.Note);
        var people = await db
            .Contacts.Where(contact => contact.AccountId == accountId && (contact.Id == relation.FromId || contact.Id == relation.ToId))
            .ToDictionaryAsync(contact => contact.Id, cancel);
        foreach (var id in (long[])[relation.FromId, relation.ToId])
            if (!people.ContainsKey(id))
                throw new NotFoundException(nameof(Contact), id);

        var known = await db
            .ContactRelations.Where(each =>
                each.Kind == relation.Kind
                && (
                    each.FromId == relation.FromId && each.ToId == relation.ToId
                    || each.FromId == relation.ToId && each.ToId == relation.FromId
                )
            )
            .ToListAsync(cancel);
        if (known.Exists(each => each.FromId == relation.FromId))
            throw new RuleException("relation.known");
        if (known.Count > 0 && relation.Kind is (RelationKind.ReportsTo or RelationKind.ParentOf))
            throw new RuleException("relation.other-way-round", people[relation.ToId].Name, people[relation.FromId].Name);
        db.Add(relation);
        await db.SaveChangesAsync(cancel);
    }
}
