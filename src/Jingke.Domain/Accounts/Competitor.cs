using Jingke.Domain.Audit;

namespace Jingke.Domain.Accounts;

/// <summary>Who else sells to an account 竞争对手, and how we compare in its eyes.</summary>
public sealed class Competitor : IOfAccount, IRecyclable
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaximumNameLength = 200;

    private Competitor() { }

    /// <summary>A new competitor at an account.</summary>
    /// <exception cref="RuleException"><c>competitor.name-missing</c></exception>
    public Competitor(long accountId, string? name)
    {
        AccountId = accountId;
        Rename(name);
    }

    /// <summary>Identifier.</summary>
    public long Id { get; private set; }

    /// <inheritdoc/>
    public long AccountId { get; private set; }

    /// <inheritdoc/>
    public Account? Account { get; private set; }

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it sells or offers to the account.</summary>
    public string? Offers { get; private set; }

    /// <summary>What it is good at.</summary>
    public string? Strengths { get; private set; }

    /// <summary>Where it is weak.</summary>
    public string? Weaknesses { get; private set; }

    /// <summary>How our price compares; null while that is not known.</summary>
    public Standing? Price { get; private set; }

    /// <summary>How our quality compares; null while that is not known.</summary>
    public Standing? Quality { get; private set; }

    /// <summary>How our service compares; null while that is not known.</summary>
    public Standing? Service { get; private set; }

    /// <summary>How our delivery compares; null while that is not known.</summary>
    public Standing? Delivery { get; private set; }

    /// <summary>How our relations to the account compare; null while that is not known.</summary>
    public Standing? Relationship { get; private set; }

    /// <inheritdoc/>
    public DateTime? DeletedAt { get; private set; }

    /// <inheritdoc/>
    public Guid? DeletedById { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Gives it another name.</summary>
    /// <exception cref="RuleException"><c>competitor.name-missing</c></exception>
    public void Rename(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new RuleException("competitor.name-missing");

        Name = name.Trim();
    }

    /// <summary>Says what is known of it; empty text becomes null.</summary>
    public void Describe(string? offers, string? strengths, string? weaknesses) =>
        (Offers, Strengths, Weaknesses) = (Text(offers), Text(strengths), Text(weaknesses));

    /// <summary>Says how we compare; null where that is not known.</summary>
    public void Compare(Standing? price, Standing? quality, Standing? service, Standing? delivery, Standing? relationship) =>
        (Price, Quality, Service, Delivery, Relationship) = (price, quality, service, delivery, relationship);

    private static string? Text(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim();
}

/// <summary>How we compare with a competitor in one respect.</summary>
public enum Standing
{
    /// <summary>我们更好</summary>
    Better,

    /// <summary>差不多</summary>
    Even,

    /// <summary>我们较差</summary>
    Worse,
}
