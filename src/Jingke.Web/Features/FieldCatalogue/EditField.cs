using Jingke.Domain;
using Jingke.Domain.Facts;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.FieldCatalogue;

/// <summary>Adds a field to the catalogue or changes one. It counts at once, without a restart.</summary>
internal sealed class EditField(JingkeDbContext db, JingkeDbFactory factory, CatalogueInForce inForce)
{
    /// <summary>More choices are no choice: such a thing is a text.</summary>
    public const int MostChoices = 200;

    /// <summary>The field.</summary>
    /// <exception cref="NotFoundException">There is no such field.</exception>
    public async Task<FieldDefinition> LoadAsync(long id, CancellationToken cancel) =>
        await db.FieldDefinitions.AsNoTracking().SingleOrDefaultAsync(field => field.Id == id, cancel)
        ?? throw new NotFoundException(nameof(FieldDefinition), id);

    /// <summary>Adds or changes the field.</summary>
    /// <param name="id">The field; null adds one.</param>
    /// <param name="input">What it becomes.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The field as saved.</returns>
    /// <exception cref="NotFoundException">There is no such field.</exception>
    /// <exception cref="RuleException"><c>field.*</c></exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved first.</exception>
    public async Task<FieldDefinition> RunAsync(long? id, FieldInput input, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The stamp's row is the lock: two additions at once could take one key, one name or one place.
        await db.RaiseStampAsync(ChangeStamp.Settings, cancel);
        var fields = await db.FieldDefinitions.ToListAsync(cancel);
        var field = id is null
            ? New(fields, input)
            : fields.Find(each => each.Id == id) ?? throw new NotFoundException(nameof(FieldDefinition), id);
        db.Entry(field).Property(each => each.Version).OriginalValue = input.Version;
        // What is repeated in a column of accounts stands in lists, files and analyses for all to see.
        if (input.IsSensitive && field is { Column: not null, IsSensitive: false })
            throw new RuleException("field.sensitive-in-lists");
        if (!field.IsRetired)
            CheckName(fields, field.Subject, input.Names.Hans, id);

        var choices = Choices(field, input);
        await CheckChoicesAsync(field, choices, cancel);
        var section = field.Subject == FieldSubject.Contact ? CardSection.Personal : input.Section ?? CardSection.Basics;
        var stays = id is not null && section == field.Section;
        field.Change(
            new()
            {
                Names = input.Names,
                Section = section,
                Position = stays ? field.Position : fields.Where(each => each.Section == section).Select(each => each.Position + 1).Max(),
                Unit = field.Type == FieldType.Number ? input.Unit ?? "" : "",
                Choices = choices,
                ShelfLifeDays = input.ShelfLifeDays,
                Weight = input.Weight!.Value,
                IsSensitive = input.IsSensitive,
                IsQuestion = input.IsQuestion,
                SeenBy = FieldInput.Roles(input.SeenBy),
                EditedBy = FieldInput.Roles(input.EditedBy),
                IsRetired = field.IsRetired,
            }
        );
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await inForce.ReloadAsync(cancel);
        return field;
    }

    /// <summary>Refuses a name that another field on the same card has: import and filters would not know which is meant.</summary>
    /// <exception cref="RuleException"><c>field.name-taken</c> (name)</exception>
    public static void CheckName(IEnumerable<FieldDefinition> fields, FieldSubject subject, string name, long? except)
    {
        if (fields.Any(each => each.Id != except && !each.IsRetired && each.MeetsOnCard(subject) && each.NameHans == name))
            throw new RuleException("field.name-taken", name);
    }

    private FieldDefinition New(List<FieldDefinition> fields, FieldInput input)
    {
        if (input is not { Subject: { } subject, Type: { } type })
            throw new RuleException("field.type-missing");

        var key = input.Key?.Trim() is { Length: > 0 } given
            ? given
            : PinyinKey.Of(input.Names.Hans, "field", key => fields.Exists(each => each.Key == key));
        if (fields.Exists(each => each.Key == key))
            throw new RuleException("field.key-taken", key);

        var field = new FieldDefinition(key, subject, type);
        db.FieldDefinitions.Add(field);
        return field;
    }

    // A choice is known by its key, so that it can get another name; only keys that the field has are taken from the form.
    private static List<FieldChoice> Choices(FieldDefinition field, FieldInput input)
    {
        if (field.Type is not (FieldType.OneOf or FieldType.SomeOf))
            return [];

        var typed = input.Choices.ToList();
        if (typed.Count > MostChoices)
            throw new RuleException("field.too-many-choices", MostChoices);

        var known = field.Choices.Select(choice => choice.Key).ToHashSet(StringComparer.Ordinal);
        var taken = known.ToHashSet(StringComparer.Ordinal);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        return typed.ConvertAll(choice =>
            choice with
            {
                Key = known.Contains(choice.Key) && kept.Add(choice.Key) ? choice.Key : NewKey(choice),
            }
        );

        string NewKey(FieldChoice choice)
        {
            var key = PinyinKey.Of(choice.En.Length > 0 ? choice.En : choice.Hans, "choice", taken.Contains);
            taken.Add(key);
            return key;
        }
    }

    private async Task CheckChoicesAsync(FieldDefinition field, List<FieldChoice> choices, CancellationToken cancel)
    {
        var gone = field.Choices.Where(choice => choices.TrueForAll(kept => kept.Key != choice.Key)).ToList();
        if (gone.Count == 0)
            return;

        // Also those count that this administrator may not see, and those in the recycle bin.
        await using var whole = factory.CreateForSystem();
        foreach (var choice in gone)
        {
            var key = $",{choice.Key},";
            var facts = whole.Facts.IgnoreQueryFilters().Where(fact => fact.FieldId == field.Id);
            if (await facts.AnyAsync(fact => ("," + fact.Value + ",").Contains(key), cancel))
                throw new RuleException("field.choice-in-use", choice.Hans);
        }
    }
}
