using Jingke.Domain.Accounts;

namespace Jingke.Domain.Credit;

/// <summary>What finance granted an account 授信: the newest one holds, the earlier ones are its history. It is never changed.</summary>
public sealed class CreditDecision : IOfAccount
{
    /// <summary>The longest reason, in characters.</summary>
    public const int MaximumReason = 1000;

    /// <summary>The longest term, in days.</summary>
    public const int MaximumDays = 365;

    /// <summary>The largest limit, ten-thousandths.</summary>
    public const long MaximumLimit = 1_000_000_000_000 * Money.PerUnit;

    private CreditDecision() { }

    /// <summary>Decides.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="limit">The most that may be open, ten-thousandths; 0 = only against payment in advance.</param>
    /// <param name="termDays">Days within which it pays.</param>
    /// <param name="reason">Why; needed where it differs from what was proposed.</param>
    /// <param name="ground">What the decision was made on.</param>
    /// <param name="at">When.</param>
    /// <param name="byId">Who decides.</param>
    /// <exception cref="RuleException">
    /// <c>credit.limit-outside</c>, <c>credit.term-outside</c>, <c>credit.reason-too-long</c>, <c>credit.reason-missing</c>
    /// </exception>
    public CreditDecision(long accountId, long limit, int termDays, string? reason, CreditGround ground, DateTime at, Guid? byId)
    {
        if (limit is < 0 or > MaximumLimit)
            throw new RuleException("credit.limit-outside");
        if (termDays is < 0 or > MaximumDays)
            throw new RuleException("credit.term-outside", MaximumDays);

        (AccountId, Limit, TermDays, Reason, At, ById) = (accountId, limit, termDays, reason?.Trim() ?? "", at, byId);
        (Rating, Score, ProposedLimit, ProposedDays) = (ground.Rating, ground.Score, ground.Limit, ground.TermDays);
        if (Reason.Length > MaximumReason)
            throw new RuleException("credit.reason-too-long", MaximumReason);
        if (Reason.Length == 0 && !IsAsProposed)
            throw new RuleException("credit.reason-missing");
    }

    /// <summary>Identifier; the greatest of an account holds.</summary>
    public long Id { get; private set; }

    /// <inheritdoc/>
    public long AccountId { get; private set; }

    /// <inheritdoc/>
    public Account? Account { get; private set; }

    /// <summary>The most that may be open, ten-thousandths.</summary>
    public long Limit { get; private set; }

    /// <summary>Days within which it pays.</summary>
    public int TermDays { get; private set; }

    /// <summary>Why; may be empty where it is as proposed.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The rating then; null when there was none.</summary>
    public string? Rating { get; private set; }

    /// <summary>The score then, 0 to 100; null when there was none.</summary>
    public double? Score { get; private set; }

    /// <summary>The limit that was proposed, ten-thousandths; null when none was.</summary>
    public long? ProposedLimit { get; private set; }

    /// <summary>The term that was proposed, in days; null when none was.</summary>
    public int? ProposedDays { get; private set; }

    /// <summary>When it was decided.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who decided; null for the system.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Whether it grants what was proposed.</summary>
    public bool IsAsProposed => Limit == ProposedLimit && TermDays == ProposedDays;
}

/// <summary>What a decision is made on.</summary>
/// <param name="Rating">The rating; null when there is none.</param>
/// <param name="Score">The score, 0 to 100; null when there is none.</param>
/// <param name="Limit">The limit proposed, ten-thousandths; null when none is.</param>
/// <param name="TermDays">The term proposed, in days; null when none is.</param>
public sealed record CreditGround(string? Rating, double? Score, long? Limit, int? TermDays);
