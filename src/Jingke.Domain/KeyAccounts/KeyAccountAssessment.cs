using Jingke.Domain.Accounts;

namespace Jingke.Domain.KeyAccounts;

/// <summary>
/// What the manager of a key account adds to what the books say 客户经理判断: its influence in trade or region, risks that no figure shows,
/// and what is agreed apart from the policy of its tier. A change is a new row, so the newest is what holds and the others are its history.
/// </summary>
public sealed class KeyAccountAssessment : IOfAccount
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaximumLength = 2000;

    /// <summary>The highest grade of influence.</summary>
    public const int HighestGrade = 5;

    private KeyAccountAssessment() { }

    /// <summary>Writes one down.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="at">When it was written.</param>
    /// <param name="byId">Who wrote it; null for the system.</param>
    public KeyAccountAssessment(long accountId, DateTime at, Guid? byId) => (AccountId, At, ById) = (accountId, at, byId);

    /// <summary>Identifier, rising with time.</summary>
    public long Id { get; private set; }

    /// <inheritdoc/>
    public long AccountId { get; private set; }

    /// <inheritdoc/>
    public Account? Account { get; private set; }

    /// <summary>Influence in its trade or region, 1 (none to speak of) to 5 (others follow it); null while nobody has judged.</summary>
    public int? InfluenceGrade { get; private set; }

    /// <summary>What that influence consists in; may be empty.</summary>
    public string Influence { get; private set; } = "";

    /// <summary>Risks that the manager sees; may be empty.</summary>
    public string Risks { get; private set; } = "";

    /// <summary>What is done otherwise than the tier's policy says, and why; empty for nothing.</summary>
    public string Deviation { get; private set; } = "";

    /// <summary>When it was written.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who wrote it; null for the system.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Says it.</summary>
    /// <exception cref="RuleException"><c>key-account.grade-outside</c>, <c>key-account.too-long</c></exception>
    public void Say(int? influenceGrade, string? influence, string? risks, string? deviation)
    {
        if (influenceGrade is < 1 or > HighestGrade)
            throw new RuleException("key-account.grade-outside", HighestGrade);

        InfluenceGrade = influenceGrade;
        (Influence, Risks, Deviation) = (
            PlanText.Of(influence, MaximumLength),
            PlanText.Of(risks, MaximumLength),
            PlanText.Of(deviation, MaximumLength)
        );
    }

    /// <summary>Whether another one says the same.</summary>
    public bool SaysSameAs(KeyAccountAssessment? other) =>
        (InfluenceGrade, Influence, Risks, Deviation)
        == (other?.InfluenceGrade, other?.Influence ?? "", other?.Risks ?? "", other?.Deviation ?? "");
}
