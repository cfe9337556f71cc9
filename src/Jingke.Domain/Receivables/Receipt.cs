using Jingke.Domain.Accounts;

namespace Jingke.Domain.Receivables;

/// <summary>Money that came in for an invoice 回款.</summary>
public sealed class Receipt : IOfAccount
{
    private Receipt() { }

    internal Receipt(Receivable receivable, DateOnly receivedOn, Money amount, int occurrence)
    {
        (AccountId, Receivable, ReceivedOn) = (receivable.AccountId, receivable, receivedOn);
        (Amount, Occurrence) = (amount.TenThousandths, occurrence);
    }

    /// <summary>Identifier.</summary>
    public long Id { get; private set; }

    /// <inheritdoc/>
    public long AccountId { get; private set; }

    /// <inheritdoc/>
    public Account? Account { get; private set; }

    /// <summary>The invoice.</summary>
    public long ReceivableId { get; private set; }

    /// <summary>The invoice.</summary>
    public Receivable? Receivable { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>What came in, ten-thousandths; negative for what was paid back.</summary>
    public long Amount { get; private set; }

    /// <summary>Which one it is among receipts of the same invoice, day and amount, from 0: tells a second payment from a row that is read again.</summary>
    public int Occurrence { get; private set; }

    /// <summary>The import that brought it; null for what was entered otherwise.</summary>
    public long? CreatedByBatchId { get; private set; }
}
