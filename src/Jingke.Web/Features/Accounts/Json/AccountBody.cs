using Jingke.Web.Data.Facts;
using Jingke.Web.Features.Accounts.Edit;

namespace Jingke.Web.Features.Accounts.Json;

/// <summary>An account as a program gives it, with facts for the fields of the catalogue.</summary>
internal sealed class AccountBody : AccountInput
{
    /// <summary>Values of fields, each with where it comes from.</summary>
    public IReadOnlyList<FactEntry>? Facts { get; init; }

    /// <summary>The facts as they are recorded.</summary>
    public IReadOnlyList<RecordFacts.Given> Given() => [.. (Facts ?? []).Select(fact => fact.Given())];
}

/// <summary>A value of a field.</summary>
internal sealed record FactEntry
{
    /// <summary>Key of the field.</summary>
    public string Field { get; init; } = "";

    /// <summary>The value; as it is stored, or as people write it.</summary>
    public string? Value { get; init; }

    /// <summary>The contact it is about, for fields of contacts.</summary>
    public long? ContactId { get; init; }

    /// <summary>Key of the channel; without one an own visit.</summary>
    public string? Channel { get; init; }

    /// <summary>Whether it was seen or heard at first hand.</summary>
    public bool FirstHand { get; init; } = true;

    /// <summary>The day for which it was true; without one today.</summary>
    public DateOnly? ObservedOn { get; init; }

    /// <summary>Whether it holds for a single occasion only.</summary>
    public bool OneOff { get; init; }

    /// <summary>A remark.</summary>
    public string? Note { get; init; }

    /// <summary>The fact as it is recorded.</summary>
    public RecordFacts.Given Given() =>
        new(Field, Value, ContactId)
        {
            From = new()
            {
                Channel = Channel,
                IsFirstHand = FirstHand,
                ObservedOn = ObservedOn,
                IsOneOff = OneOff,
                Note = Note,
            },
        };
}
