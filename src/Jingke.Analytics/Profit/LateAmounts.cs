using Jingke.Analytics.Periods;

namespace Jingke.Analytics.Profit;

/// <summary>Money that came in.</summary>
/// <param name="On">The day.</param>
/// <param name="Amount">Ten-thousandths.</param>
public readonly record struct Receipt(DateOnly On, long Amount);

/// <summary>How much of an invoice was late for how long.</summary>
public static class LateAmounts
{
    /// <summary>
    /// Open amount x days from the due day to each receipt, as far as they lie in a period: ten-thousandths x days. 100 paid three days after
    /// the due day are 300; what is still open counts to the end of the period.
    /// </summary>
    /// <param name="dueOn">The day by whose end it is to be paid.</param>
    /// <param name="amount">Amount of the invoice, ten-thousandths; nothing is late of a credit note.</param>
    /// <param name="receipts">What came in for it, in any order; more than the amount counts for nothing.</param>
    /// <param name="period">The days that count.</param>
    /// <returns>At least 0.</returns>
    public static double AmountDays(DateOnly dueOn, long amount, IReadOnlyList<Receipt> receipts, DayRange period)
    {
        var day = Math.Max(dueOn.DayNumber, period.From.DayNumber - 1);
        var end = period.To.DayNumber;
        var (open, sum) = (amount, 0.0);
        foreach (var receipt in receipts.OrderBy(receipt => receipt.On))
        {
            var paid = Math.Min(receipt.On.DayNumber, end);
            if (paid > day)
                (sum, day) = (sum + ((double)Math.Max(open, 0) * (paid - day)), paid);

            open -= receipt.On.DayNumber <= end ? receipt.Amount : 0;
        }

        return end > day ? sum + ((double)Math.Max(open, 0) * (end - day)) : sum;
    }
}
