namespace Jingke.Domain.Facts.Vetting;

/// <summary>What else is known of an account, against which a fact is held.</summary>
public sealed record AccountEvidence
{
    /// <summary>Nothing else is known.</summary>
    public static AccountEvidence None { get; } = new();

    /// <summary>Accepted values of the account by the keys of their fields.</summary>
    public IReadOnlyDictionary<string, AcceptedValue> Accepted { get; init; } = new Dictionary<string, AcceptedValue>();

    /// <summary>Our own net sales to it in the last twelve months, ten-thousandths; null when it never bought or the books are not at hand.</summary>
    public long? NetSalesOfYear { get; init; }

    /// <summary>Day of its first purchase in our books; null when it never bought.</summary>
    public DateOnly? FirstSaleOn { get; init; }
}

/// <summary>An accepted value of another field.</summary>
/// <param name="Value">The value.</param>
/// <param name="Reliability">In percent.</param>
/// <param name="RecordedAt">When it was written down.</param>
public readonly record struct AcceptedValue(FieldValue Value, int Reliability, DateTime RecordedAt);
