namespace Jingke.Domain.Accounts;

/// <summary>
/// What is to be done about an account 措施, as one person put it at one time. A change is a new row, so the newest is what holds and the
/// others are its history.
/// </summary>
public sealed class AccountMeasure : IOfAccount
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaximumLength = 1000;

    private AccountMeasure() { }

    /// <summary>Writes a measure down.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="text">What is to be done; empty takes the measure in force back.</param>
    /// <param name="at">When it was written.</param>
    /// <param name="byId">Who wrote it; null for the system.</param>
    /// <exception cref="RuleException"><c>measure.too-long</c></exception>
    public AccountMeasure(long accountId, string? text, DateTime at, Guid? byId)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length > MaximumLength)
            throw new RuleException("measure.too-long", MaximumLength);

        (AccountId, Text, At, ById) = (accountId, trimmed, at, byId);
    }

    /// <summary>Identifier, rising with time.</summary>
    public long Id { get; private set; }

    /// <summary>The account.</summary>
    public long AccountId { get; private set; }

    /// <summary>The account.</summary>
    public Account? Account { get; private set; }

    /// <summary>What is to be done; empty when it was taken back.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When it was written.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who wrote it; null for the system.</summary>
    public Guid? ById { get; private set; }
}
