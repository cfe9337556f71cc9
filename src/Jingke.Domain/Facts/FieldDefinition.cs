using Jingke.Domain.People;

namespace Jingke.Domain.Facts;

/// <summary>A field of the card, as the catalogue has it. An administrator edits the catalogue; code knows no field but by its key.</summary>
public sealed class FieldDefinition
{
    private FieldDefinition() { }

    /// <summary>A new field.</summary>
    /// <param name="key">Short name that never changes: letters of a to z, digits and hyphens. Import, export and JSON know the field by it.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="type">What its values are; fixed, since values were written by it.</param>
    /// <exception cref="RuleException"><c>field.key-invalid</c></exception>
    public FieldDefinition(string key, FieldSubject subject, FieldType type)
    {
        if (
            key.Length is 0 or > MaximumKeyLength
            || !key.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
        )
            throw new RuleException("field.key-invalid", key);

        (Key, Subject, Type) = (key, subject, type);
    }

    /// <summary>Longest key, in characters.</summary>
    public const int MaximumKeyLength = 60;

    /// <summary>Identifier.</summary>
    public long Id { get; private set; }

    /// <summary>Short name that never changes.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What it is about.</summary>
    public FieldSubject Subject { get; private set; }

    /// <summary>What its values are.</summary>
    public FieldType Type { get; private set; }

    /// <summary>The part of the card it stands in.</summary>
    public CardSection Section { get; private set; }

    /// <summary>Where it stands within its section.</summary>
    public int Position { get; private set; }

    /// <summary>Simplified Chinese name.</summary>
    public string NameHans { get; private set; } = "";

    /// <summary>Traditional Chinese name; empty means as in simplified Chinese.</summary>
    public string NameHant { get; private set; } = "";

    /// <summary>English name; empty means as in simplified Chinese.</summary>
    public string NameEn { get; private set; } = "";

    /// <summary>Unit of a number, e.g. 人; empty for none.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>What can be chosen, in order; empty for types without choices.</summary>
    public IReadOnlyList<FieldChoice> Choices { get; private set; } = [];

    /// <summary>Days after which a value must be asked for again; null when it does not age.</summary>
    public int? ShelfLifeDays { get; private set; }

    /// <summary>How much the field counts in completeness, 0 to 10; 0 leaves it out.</summary>
    public int Weight { get; private set; }

    /// <summary>Whether its values are masked from those without the right to read personal data.</summary>
    public bool IsSensitive { get; private set; }

    /// <summary>Roles that see it; empty means all who see the account.</summary>
    public IReadOnlyList<Role> SeenBy { get; private set; } = [];

    /// <summary>Roles that change it; empty means all who may change the account.</summary>
    public IReadOnlyList<Role> EditedBy { get; private set; } = [];

    /// <summary>Name of the column of <see cref="Accounts.Account"/> that repeats the accepted value for lists and analyses; null for none.</summary>
    public string? Column { get; private set; }

    /// <summary>Whether it is one of the questions to know before a visit 你了解你的客户吗.</summary>
    public bool IsQuestion { get; private set; }

    /// <summary>Whether it is out of use: it is no longer asked for, its facts are kept.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The names together.</summary>
    public LocalName Names => new(NameHans, NameHant, NameEn);

    /// <summary>Whether it is about accounts of a kind.</summary>
    public bool IsAbout(Accounts.AccountKind kind) =>
        Subject == FieldSubject.Account
        || Subject == (kind == Accounts.AccountKind.Household ? FieldSubject.Household : FieldSubject.Company);

    /// <summary>Whether a role sees its values.</summary>
    public bool IsSeenBy(Role role) => SeenBy.Count == 0 || SeenBy.Contains(role);

    /// <summary>Whether a role may record values.</summary>
    public bool IsEditedBy(Role role) => IsSeenBy(role) && (EditedBy.Count == 0 || EditedBy.Contains(role));

    /// <summary>Changes what an administrator may change.</summary>
    /// <exception cref="RuleException">
    /// <c>field.name-missing</c>, <c>field.section-not-for</c>, <c>field.shelf-life-outside</c>, <c>field.weight-outside</c>, <c>field.choices-missing</c>,
    /// <c>field.choice-twice</c> (name)
    /// </exception>
    public void Change(FieldSettings settings)
    {
        if (settings.Names.Hans.Trim().Length == 0)
            throw new RuleException("field.name-missing");
        if ((Subject == FieldSubject.Contact) != (settings.Section == CardSection.Personal))
            throw new RuleException("field.section-not-for");
        if (settings.ShelfLifeDays is < 1 or > 36_500)
            throw new RuleException("field.shelf-life-outside");
        if (settings.Weight is < 0 or > 10)
            throw new RuleException("field.weight-outside");
        if (Type is FieldType.OneOf or FieldType.SomeOf && settings.Choices.Count == 0)
            throw new RuleException("field.choices-missing");
        if (settings.Choices.GroupBy(choice => choice.Hans).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
            throw new RuleException("field.choice-twice", twice.Key);

        (NameHans, NameHant, NameEn) = (settings.Names.Hans.Trim(), settings.Names.Hant.Trim(), settings.Names.En.Trim());
        (Section, Position, Unit) = (settings.Section, settings.Position, settings.Unit.Trim());
        Choices = [.. settings.Choices];
        (ShelfLifeDays, Weight, IsSensitive) = (settings.ShelfLifeDays, settings.Weight, settings.IsSensitive);
        (SeenBy, EditedBy) = ([.. settings.SeenBy], [.. settings.EditedBy]);
        (IsQuestion, IsRetired) = (settings.IsQuestion, settings.IsRetired);
    }

    /// <summary>Puts it at a place within its section.</summary>
    public void MoveTo(int position) => Position = position;

    /// <summary>Takes it out of use; its facts are kept.</summary>
    public void Retire() => IsRetired = true;

    /// <summary>Takes it into use again.</summary>
    public void Restore() => IsRetired = false;

    /// <summary>Whether both are about the same accounts, so that they stand on one card.</summary>
    public bool MeetsOnCard(FieldSubject other) =>
        Subject == other
        || Subject == FieldSubject.Account && other != FieldSubject.Contact
        || other == FieldSubject.Account && Subject != FieldSubject.Contact;

    /// <summary>Ties the field to a column of accounts; for fields that come with the product.</summary>
    public void RepeatIn(string column) => Column = column;
}

/// <summary>What an administrator may change about a field.</summary>
public sealed record FieldSettings
{
    /// <summary>Names.</summary>
    public required LocalName Names { get; init; }

    /// <inheritdoc cref="FieldDefinition.Section"/>
    public required CardSection Section { get; init; }

    /// <inheritdoc cref="FieldDefinition.Position"/>
    public int Position { get; init; }

    /// <inheritdoc cref="FieldDefinition.Unit"/>
    public string Unit { get; init; } = "";

    /// <inheritdoc cref="FieldDefinition.Choices"/>
    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    /// <inheritdoc cref="FieldDefinition.ShelfLifeDays"/>
    public int? ShelfLifeDays { get; init; }

    /// <inheritdoc cref="FieldDefinition.Weight"/>
    public int Weight { get; init; } = 1;

    /// <inheritdoc cref="FieldDefinition.IsSensitive"/>
    public bool IsSensitive { get; init; }

    /// <inheritdoc cref="FieldDefinition.SeenBy"/>
    public IReadOnlyList<Role> SeenBy { get; init; } = [];

    /// <inheritdoc cref="FieldDefinition.EditedBy"/>
    public IReadOnlyList<Role> EditedBy { get; init; } = [];

    /// <inheritdoc cref="FieldDefinition.IsQuestion"/>
    public bool IsQuestion { get; init; }

    /// <inheritdoc cref="FieldDefinition.IsRetired"/>
    public bool IsRetired { get; init; }
}
