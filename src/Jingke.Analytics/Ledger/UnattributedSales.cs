namespace Jingke.Analytics.Ledger;

/// <summary>Lines that name no account. They are not in the ledger and belong to nobody; only their totals by day are kept, to be shown.</summary>
public sealed class UnattributedSales
{
    private readonly SortedDictionary<DateOnly, (long Lines, long Amount)> days = [];

    /// <summary>Adds lines of one day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="amount">Sum of their amounts, ten-thousandths.</param>
    /// <param name="lines">How many lines.</param>
    public void Add(DateOnly day, long amount, long lines = 1)
    {
        var sofar = days.GetValueOrDefault(day);
        days[day] = (sofar.Lines + lines, sofar.Amount + amount);
    }

    /// <summary>Number of lines and sum of amounts (ten-thousandths) in a period; of everything when it is null.</summary>
    public (long Lines, long Amount) Total(Periods.DayRange? period = null)
    {
        var (lines, amount) = (0L, 0L);
        foreach (var (day, sum) in days)
        {
            if (period is { } range && !range.Contains(day))
                continue;

            lines += sum.Lines;
            amount += sum.Amount;
        }

        return (lines, amount);
    }
}
