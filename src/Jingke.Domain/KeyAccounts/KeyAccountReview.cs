using Jingke.Domain.Accounts;

namespace Jingke.Domain.KeyAccounts;

/// <summary>
/// That the file of a key account was gone through in a review meeting 季度评审, what was concluded, and when it comes up again. What was
/// decided are measures.
/// </summary>
public sealed class KeyAccountReview : IOfAccount
{
    /// <summary>The longest conclusion, in characters.</summary>
    public const int MaximumLength = 2000;

    private KeyAccountReview() { }

    /// <summary>Notes a review.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="on">The day of the review.</param>
    /// <param name="nextOn">When it comes up again.</param>
    /// <param name="conclusion">What was concluded; may be empty.</param>
    /// <param name="at">When it was noted.</param>
    /// <param name="byId">Who noted it; null for the system.</param>
    /// <exception cref="RuleException"><c>key-account.next-review-not-later</c>, <c>key-account.too-long</c></exception>
    public KeyAccountReview(long accountId, DateOnly on, DateOnly nextOn, string? conclusion, DateTime at, Guid? byId)
    {
        if (nextOn <= on)
            throw new RuleException("key-account.next-review-not-later", on);

        (AccountId, On, NextOn, At, ById) = (accountId, on, nextOn, at, byId);
        Conclusion = PlanText.Of(conclusion, MaximumLength);
    }

    /// <summary>Identifier, rising with time.</summary>
    public long Id { get; private set; }

    /// <inheritdoc/>
    public long AccountId { get; private set; }

    /// <inheritdoc/>
    public Account? Account { get; private set; }

    /// <summary>The day of the review.</summary>
    public DateOnly On { get; private set; }

    /// <summary>When it comes up again.</summary>
    public DateOnly NextOn { get; private set; }

    /// <summary>What was concluded; may be empty.</summary>
    public string Conclusion { get; private set; } = "";

    /// <summary>When it was noted.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who noted it; null for the system.</summary>
    public Guid? ById { get; private set; }
}
