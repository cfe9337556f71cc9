using Jingke.Domain.Accounts;

namespace Jingke.Domain.Receivables;

/// <summary>
/// An invoice that a customer has to pay 应收款, with what came in for it. Invoices come from the company's books by import; their number
/// tells them apart within an account.
/// </summary>
public sealed class Receivable : IOfAccount
{
    /// <summary>The longest number of an invoice, in characters.</summary>
    public const int MaximumNumber = 64;

    private readonly List<Receipt> receipts = [];

    private Receivable() { }

    /// <summary>An invoice.</summary>
    /// <param name="accountId">Who has to pay.</param>
    /// <param name="invoiceNo">Its number.</param>
    /// <param name="invoicedOn">The day on it.</param>
    /// <param name="dueOn">The day by whose end it is to be paid.</param>
    /// <param name="amount">What is to be paid, with tax; negative for a credit note.</param>
    /// <exception cref="RuleException"><c>receivable.number-missing</c>, <c>receivable.no-amount</c></exception>
    public Receivable(long accountId, string invoiceNo, DateOnly invoicedOn, DateOnly dueOn, Money amount)
    {
        if (invoiceNo.Trim().Length == 0)
            throw new RuleException("receivable.number-missing");
        if (amount == Money.Zero)
            throw new RuleException("receivable.no-amount", invoiceNo);

        (AccountId, InvoiceNo, InvoicedOn, DueOn) = (accountId, invoiceNo.Trim(), invoicedOn, dueOn);
        Amount = amount.TenThousandths;
    }

    /// <summary>Identifier.</summary>
    public long Id { get; private set; }

    /// <inheritdoc/>
    public long AccountId { get; private set; }

    /// <inheritdoc/>
    public Account? Account { get; private set; }

    /// <summary>Number of the invoice; unique within the account.</summary>
    public string InvoiceNo { get; private set; } = "";

    /// <summary>The day on the invoice.</summary>
    public DateOnly InvoicedOn { get; private set; }

    /// <summary>The day by whose end it is to be paid.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>What is to be paid, with tax, ten-thousandths; negative for a credit note 红字发票.</summary>
    public long Amount { get; private set; }

    /// <summary>The import that brought it; null for what was entered otherwise.</summary>
    public long? CreatedByBatchId { get; private set; }

    /// <summary>What came in for it.</summary>
    public IReadOnlyList<Receipt> Receipts => receipts;

    /// <summary>What was still to be paid at the end of a day, ten-thousandths; negative when more came in than was to be paid.</summary>
    public long OpenOn(DateOnly day) => Amount - receipts.Where(receipt => receipt.ReceivedOn <= day).Sum(receipt => receipt.Amount);

    /// <summary>Days that something of it was overdue at the end of a day; 0 while nothing was.</summary>
    public int OverdueDaysOn(DateOnly day) => OpenOn(day) > 0 ? Math.Max(0, day.DayNumber - DueOn.DayNumber) : 0;

    /// <summary>Notes that money came in.</summary>
    /// <exception cref="RuleException"><c>receivable.no-amount</c></exception>
    public void Receive(DateOnly on, Money amount)
    {
        if (amount == Money.Zero)
            throw new RuleException("receivable.no-amount", InvoiceNo);

        var alike = receipts.Count(receipt => receipt.ReceivedOn == on && receipt.Amount == amount.TenThousandths);
        receipts.Add(new(this, on, amount, alike));
    }
}
