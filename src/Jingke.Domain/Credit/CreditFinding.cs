using Jingke.Domain.Accounts;

namespace Jingke.Domain.Credit;

/// <summary>What an investigation found of one item. The newest of an item counts until its shelf life is over.</summary>
public sealed class CreditFinding : IOfAccount
{
    /// <summary>The longest note, in characters.</summary>
    public const int MaximumNote = 500;

    private CreditFinding() { }

    internal CreditFinding(long accountId, long itemId, int grade, string note, DateOnly on) =>
        (AccountId, ItemId, Grade, Note, On) = (accountId, itemId, grade, note, on);

    /// <summary>Identifier, rising with time.</summary>
    public long Id { get; private set; }

    /// <inheritdoc/>
    public long AccountId { get; private set; }

    /// <inheritdoc/>
    public Account? Account { get; private set; }

    /// <summary>The investigation.</summary>
    public long InvestigationId { get; private set; }

    /// <summary>The investigation.</summary>
    public CreditInvestigation? Investigation { get; private set; }

    /// <summary>The item.</summary>
    public long ItemId { get; private set; }

    /// <summary>1 (worst) to <see cref="ScoreItem.Grades"/> (best).</summary>
    public int Grade { get; private set; }

    /// <summary>Why; may be empty.</summary>
    public string Note { get; private set; } = "";

    /// <summary>The day of the investigation.</summary>
    public DateOnly On { get; private set; }
}
