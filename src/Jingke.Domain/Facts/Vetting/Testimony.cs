namespace Jingke.Domain.Facts.Vetting;

/// <summary>What vetting needs of a fact; read past the change tracker when millions are vetted.</summary>
public sealed record Testimony
{
    /// <inheritdoc cref="Fact.Id"/>
    public long Id { get; init; }

    /// <inheritdoc cref="Fact.Value"/>
    public required string Value { get; init; }

    /// <inheritdoc cref="Fact.Number"/>
    public long? Number { get; init; }

    /// <inheritdoc cref="Fact.ChannelId"/>
    public long ChannelId { get; init; }

    /// <inheritdoc cref="Fact.IsFirstHand"/>
    public bool IsFirstHand { get; init; }

    /// <inheritdoc cref="Fact.ObservedOn"/>
    public DateOnly ObservedOn { get; init; }

    /// <inheritdoc cref="Fact.IsOneOff"/>
    public bool IsOneOff { get; init; }

    /// <inheritdoc cref="Fact.RecordedAt"/>
    public DateTime RecordedAt { get; init; }

    /// <inheritdoc cref="Fact.RecordedById"/>
    public Guid? RecordedById { get; init; }

    /// <inheritdoc cref="Fact.Settlement"/>
    public FactSettlement? Settlement { get; init; }

    /// <summary>The organisation's day on which a person decided.</summary>
    public DateOnly? SettledOn { get; init; }

    /// <summary>The value as stored.</summary>
    public FieldValue FieldValue => new(Value, Number);

    /// <summary>What vetting needs of a fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="dayOf">The organisation's day of an instant.</param>
    public static Testimony Of(Fact fact, Func<DateTime, DateOnly> dayOf) =>
        new()
        {
            Id = fact.Id,
            Value = fact.Value,
            Number = fact.Number,
            ChannelId = fact.ChannelId,
            IsFirstHand = fact.IsFirstHand,
            ObservedOn = fact.ObservedOn,
            IsOneOff = fact.IsOneOff,
            RecordedAt = fact.RecordedAt,
            RecordedById = fact.RecordedById,
            Settlement = fact.Settlement,
            SettledOn = fact.SettledAt is { } at ? dayOf(at) : null,
        };
}
