using Jingke.Analytics.Periods;
using Jingke.Analytics.Profit;

namespace Jingke.Web.Ledger.Receivables;

/// <summary>What an account owes.</summary>
/// <param name="Open">What is still to be paid, less what was paid too much, ten-thousandths.</param>
/// <param name="Overdue">What of it is past its due day, ten-thousandths.</param>
/// <param name="OverdueDays">Days that the oldest of it is overdue.</param>
/// <param name="OpenInvoices">Invoices that are not paid in full.</param>
/// <param name="OverdueInvoices">Invoices of these that are overdue.</param>
public readonly record struct Owed(long Open, long Overdue, int OverdueDays, int OpenInvoices, int OverdueInvoices);

/// <summary>
/// All the company's invoices and receipts as columns in memory, account by account. Nothing here minds a viewer's scope: who shows it asks
/// only for accounts in scope.
/// </summary>
public sealed class ReceivableColumns
{
    private readonly Dictionary<long, (int First, int End)> accounts = [];
    private readonly List<(int Due, int Invoiced, long Amount, int FirstReceipt)> invoices = [];
    private readonly List<Receipt> receipts = [];

    /// <summary>The change stamp they were read under: equal stamps mean equal columns.</summary>
    public long Stamp { get; internal init; }

    /// <summary>Whether there is any invoice: a company that brings none in does not record who pays late.</summary>
    public bool IsEmpty => invoices.Count == 0;

    /// <summary>Identifiers of the accounts that have an invoice.</summary>
    public IReadOnlyCollection<long> AccountIds => accounts.Keys;

    /// <summary>Whether an account has an invoice.</summary>
    public bool Has(long accountId) => accounts.ContainsKey(accountId);

    /// <summary>What an account owes at the end of a day, by the invoices and receipts until then.</summary>
    public Owed Of(long accountId, DateOnly day)
    {
        var owed = default(Owed);
        var (first, end) = accounts.GetValueOrDefault(accountId);
        for (var at = first; at < end; at++)
        {
            var (due, invoiced, amount, _) = invoices[at];
            if (invoiced > day.DayNumber)
                continue;
            var open = amount;
            foreach (var receipt in ReceiptsOf(at))
                open -= receipt.On <= day ? receipt.Amount : 0;
            var days = open > 0 ? Math.Max(0, day.DayNumber - due) : 0;
            owed = new(
                owed.Open + open,
                owed.Overdue + (days > 0 ? open : 0),
                Math.Max(owed.OverdueDays, days),
                owed.OpenInvoices + (open > 0 ? 1 : 0),
                owed.OverdueInvoices + (days > 0 ? 1 : 0)
            );
        }
        return owed;
    }

    /// <summary>Late amounts x days of an account in a period (<see cref="LateAmounts"/>), ten-thousandths x days.</summary>
    public double LateAmountDays(long accountId, DayRange period)
    {
        var (sum, (first, end)) = (0.0, accounts.GetValueOrDefault(accountId));
        for (var at = first; at < end; at++)
            sum += LateAmounts.AmountDays(DateOnly.FromDayNumber(invoices[at].Due), invoices[at].Amount, ReceiptsOf(at), period);
        return sum;
    }

    /// <summary>What late amounts of a period are late of: what fell due in it, and what was overdue when it began; ten-thousandths.</summary>
    public long DueIn(long accountId, DayRange period)
    {
        var (sum, (first, end)) = (0L, accounts.GetValueOrDefault(accountId));
        for (var at = first; at < end; at++)
        {
            var (due, _, amount, _) = invoices[at];
            if (due > period.To.DayNumber)
                continue;
            var before = due < period.From.DayNumber ? ReceiptsOf(at).Where(each => each.On < period.From).Sum(each => each.Amount) : 0;
            sum += Math.Max(amount - before, 0);
        }
        return sum;
    }

    internal void AddInvoice(long accountId, DateOnly invoicedOn, DateOnly dueOn, long amount)
    {
        var at = invoices.Count;
        accounts[accountId] = accounts.TryGetValue(accountId, out var known) ? (known.First, at + 1) : (at, at + 1);
        invoices.Add((dueOn.DayNumber, invoicedOn.DayNumber, amount, receipts.Count));
    }

    internal void AddReceipt(DateOnly on, long amount) => receipts.Add(new(on, amount));

    private List<Receipt> ReceiptsOf(int invoice)
    {
        var (first, end) = (
            invoices[invoice].FirstReceipt,
            invoice + 1 < invoices.Count ? invoices[invoice + 1].FirstReceipt : receipts.Count
        );
        return receipts.GetRange(first, end - first);
    }
}
