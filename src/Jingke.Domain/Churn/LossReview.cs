using Jingke.Domain.Accounts;

namespace Jingke.Domain.Churn;

/// <summary>
/// What a company makes of a lost customer 流失复盘: the cause, how it came, what is to be learnt. It speaks of one loss, told by the
/// customer's last order: who comes back and is lost again is reviewed again.
/// </summary>
public sealed class LossReview : IOfAccount
{
    /// <summary>The longest story or lesson, in characters.</summary>
    public const int MaximumLength = 4000;

    private LossReview() { }

    /// <summary>Reviews a loss.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="lastOrderOn">Day of its last order.</param>
    /// <exception cref="RuleException">Those of <see cref="Write"/>.</exception>
    public LossReview(long accountId, DateOnly lastOrderOn) => (AccountId, LastOrderOn) = (accountId, lastOrderOn);

    /// <summary>Identifier.</summary>
    public long Id { get; private set; }

    /// <summary>The account.</summary>
    public long AccountId { get; private set; }

    /// <summary>The account.</summary>
    public Account? Account { get; private set; }

    /// <summary>Day of the last order before the loss.</summary>
    public DateOnly LastOrderOn { get; private set; }

    /// <summary>The cause.</summary>
    public long CauseId { get; private set; }

    /// <summary>The cause.</summary>
    public LossCause? Cause { get; private set; }

    /// <summary>How it came.</summary>
    public string Story { get; private set; } = "";

    /// <summary>What is to be learnt from it.</summary>
    public string Lesson { get; private set; } = "";

    /// <summary>When it was written last.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who wrote it last; null for the system.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Whether it speaks of the loss after that order: the customer did not order again since.</summary>
    public bool SpeaksOf(DateOnly lastOrderOn) => LastOrderOn >= lastOrderOn;

    /// <summary>Writes it down, in place of what it said before.</summary>
    /// <param name="causeId">The cause.</param>
    /// <param name="story">How it came.</param>
    /// <param name="lesson">What is to be learnt; may be empty.</param>
    /// <param name="at">When it is written.</param>
    /// <param name="byId">Who writes it.</param>
    /// <exception cref="RuleException"><c>loss-review.story-missing</c>, <c>loss-review.too-long</c></exception>
    public void Write(long causeId, string? story, string? lesson, DateTime at, Guid? byId)
    {
        var (told, learnt) = (story?.Trim() ?? "", lesson?.Trim() ?? "");
        if (told.Length == 0)
            throw new RuleException("loss-review.story-missing");
        if (told.Length > MaximumLength || learnt.Length > MaximumLength)
            throw new RuleException("loss-review.too-long", MaximumLength);

        (CauseId, Story, Lesson, At, ById) = (causeId, told, learnt, at, byId);
    }
}
