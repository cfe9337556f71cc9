using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Domain.People;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;

namespace Jingke.Web.Features.Accounts.Card;

/// <summary>The card of an account as it is shown to one role.</summary>
public sealed class FactSheet(
    Account account,
    Catalogue catalogue,
    IReadOnlyDictionary<long, Fact> facts,
    AccountVerdict verdict,
    FactWords words,
    Func<FieldType, long, string?> nameOf,
    Role role
)
{
    /// <summary>The account.</summary>
    public Account Account => account;

    /// <summary>The catalogue it was made from.</summary>
    public Catalogue Catalogue => catalogue;

    /// <summary>The role it is shown to.</summary>
    public Role Role => role;

    /// <summary>Sentences of vetting.</summary>
    public FactWords Words => words;

    /// <summary>How well the account is known.</summary>
    public KnowledgeScores Scores => verdict.Scores;

    /// <summary>The sections of the account's card in order, each with its fields; a section without fields is left out.</summary>
    public IEnumerable<IGrouping<CardSection, CardField>> Sections =>
        catalogue
            .OfAccounts(account.Kind)
            .Where(each => each.IsSeenBy(role))
            .Select(each => Field(each))
            .GroupBy(each => each.Definition.Section);

    /// <summary>Fields of the personal card of a contact.</summary>
    public IEnumerable<CardField> OfContact(long contactId) =>
        catalogue.OfContacts.Where(field => field.IsSeenBy(role)).Select(field => Field(field, contactId));

    /// <summary>The questions that one should be able to answer before a visit.</summary>
    public IEnumerable<CardField> Questions => Sections.SelectMany(section => section).Where(each => each.Definition.IsQuestion);

    /// <summary>One field with what is known of it; also one out of use, for its history.</summary>
    public CardField Field(FieldDefinition field, long? contactId = null) =>
        new(
            field,
            contactId,
            verdict.Slots.GetValueOrDefault(new(field.Id, contactId)),
            words,
            nameOf,
            field.IsEditedBy(role) && !field.IsRetired
        );

    /// <summary>The fact of a verdict; null for a value that stood in the account before facts were kept.</summary>
    public Fact? FactOf(FactVerdict judged) => facts.GetValueOrDefault(judged.Fact.Id);
}

/// <summary>One field of a card.</summary>
/// <param name="Definition">The field.</param>
/// <param name="ContactId">The contact, for a field of a personal card.</param>
/// <param name="Slot">What vetting made of its facts; null without any.</param>
/// <param name="Words">Sentences of vetting.</param>
/// <param name="NameOf">Names contacts, accounts and files.</param>
/// <param name="MayEdit">Whether the person's role may record values.</param>
public sealed record CardField(
    FieldDefinition Definition,
    long? ContactId,
    SlotVerdict? Slot,
    FactWords Words,
    Func<FieldType, long, string?> NameOf,
    bool MayEdit
)
{
    /// <summary>How well it is known.</summary>
    public Knowledge Knowledge => Slot?.Knowledge ?? Knowledge.Unknown;

    /// <summary>The value that is shown, in words; null when none can be. Hidden when the field is sensitive.</summary>
    public string? Text => Slot?.Shown is { } shown ? TextOf(shown) : null;

    /// <summary>The verdict on the fact that is shown.</summary>
    public FactVerdict? Shown => Slot?.Facts.FirstOrDefault(each => each.Fact == Slot.Shown);

    /// <summary>A value in words; hidden when the field is sensitive.</summary>
    public string TextOf(Testimony fact) => Definition.IsSensitive ? PersonalData.Hidden : PlainTextOf(fact);

    /// <summary>A remark on a fact; hidden when the field is sensitive, since it may well repeat the value.</summary>
    public string? Remark(string? remark) => remark is not null && Definition.IsSensitive ? PersonalData.Hidden : remark;

    /// <summary>A value in words, be it sensitive or not: for who has revealed it.</summary>
    internal string PlainTextOf(Testimony fact) => FieldWords.Of(Definition, fact.FieldValue, NameOf);
}
