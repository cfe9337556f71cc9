namespace Jingke.Web.Tabular.Receivables;

/// <summary>One accepted row of a file of receivables: an invoice, and perhaps one receipt for it. Amounts are ten-thousandths.</summary>
/// <param name="Row">Row number as a person sees it.</param>
/// <param name="AccountCode">Code of the account; empty without one.</param>
/// <param name="AccountName">Name of the account; empty without one.</param>
/// <param name="InvoiceNo">Number of the invoice.</param>
/// <param name="InvoicedOn">The day on it.</param>
/// <param name="DueOn">The day by whose end it is to be paid.</param>
/// <param name="Amount">What is to be paid.</param>
/// <param name="Receipt">What came in; null for a row that only tells of the invoice.</param>
internal sealed record ReceivableRecord(
    long Row,
    string AccountCode,
    string AccountName,
    string InvoiceNo,
    DateOnly InvoicedOn,
    DateOnly DueOn,
    long Amount,
    ReceiptRecord? Receipt
);

/// <summary>What came in.</summary>
/// <param name="On">The day.</param>
/// <param name="Amount">How much, ten-thousandths.</param>
/// <param name="Occurrence">Which one it is among equal receipts of the file, from 0.</param>
internal sealed record ReceiptRecord(DateOnly On, long Amount, int Occurrence);
