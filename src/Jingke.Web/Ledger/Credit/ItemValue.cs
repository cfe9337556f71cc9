using Jingke.Domain.Credit;
using Jingke.Domain.Facts;

namespace Jingke.Web.Ledger.Credit;

/// <summary>Where the value of an item was taken from.</summary>
public enum ValueSource
{
    /// <summary>From nowhere: it is missing.</summary>
    None,

    /// <summary>From our own books.</summary>
    Own,

    /// <summary>From an investigation.</summary>
    Finding,

    /// <summary>From the card of the account.</summary>
    Fact,
}

/// <summary>What was observed of an item on a day.</summary>
/// <param name="Value">0 (worst) to 1 (best).</param>
/// <param name="On">The day for which it is true.</param>
/// <param name="IsStale">Whether its source itself says that it is out of date.</param>
/// <param name="InvestigationId">The investigation; null for a fact of the card.</param>
/// <param name="Note">A remark; may be empty.</param>
public sealed record Observed(double Value, DateOnly On, bool IsStale, long? InvestigationId, string Note)
{
    /// <summary>What is chosen of a field, as a value in steps of a grade; null where it says nothing.</summary>
    /// <param name="field">A field with choices, the best first.</param>
    /// <param name="choice">Key of the choice.</param>
    public static double? ValueOf(FieldDefinition field, string choice)
    {
        // Who has no dealings with us yet is neither good nor bad.
        var choices = field.Choices.Where(each => each.Key != "none-yet").ToList();
        var place = choices.FindIndex(each => each.Key == choice);
        const int steps = ScoreItem.Grades - 1;
        return place < 0 || choices.Count < 2 ? null : 1 - (Math.Round((double)steps * place / (choices.Count - 1)) / steps);
    }
}

/// <summary>The value of an item of one account, and where it comes from.</summary>
/// <param name="Item">The item.</param>
/// <param name="Value">0 (worst) to 1 (best); null when it is missing or out of date.</param>
/// <param name="Source">Where it, or what is out of date of it, comes from.</param>
/// <param name="Seen">What was observed; null for figures of our own and where nothing was.</param>
public sealed record ItemValue(ScoreItem Item, double? Value, ValueSource Source, Observed? Seen)
{
    /// <summary>Whether something is known that is out of date.</summary>
    public bool IsStale => Value is null && Seen is not null;

    /// <summary>Decides: our own books first, then what was observed last; of one day the investigation. What is out of date counts for nothing.</summary>
    public static ItemValue Of(ScoreItem item, double? own, Observed? finding, Observed? fact, DateOnly today)
    {
        if (own is { } figure)
            return new(item, figure, ValueSource.Own, null);
        var seen = fact is null || finding?.On >= fact.On ? finding : fact;
        if (seen is null)
            return new(item, null, ValueSource.None, null);

        var source = seen.InvestigationId is null ? ValueSource.Fact : ValueSource.Finding;
        return new(item, seen.IsStale || item.IsStale(seen.On, today) ? null : seen.Value, source, seen);
    }
}
