using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Periods;

namespace Jingke.Analytics.Series;

/// <summary>Net sales by calendar month.</summary>
/// <param name="FirstMonth">The first day of the month of entry 0.</param>
/// <param name="NetSales">Net sales per month, ten-thousandths; months without lines are 0.</param>
public sealed record MonthlySeries(DateOnly FirstMonth, long[] NetSales)
{
    /// <summary>The first day of the month of an entry.</summary>
    public DateOnly MonthOf(int index) => FirstMonth.AddMonths(index);

    /// <summary>The series of a whole set of accounts, or of one product sold to them.</summary>
    /// <param name="ledger">The lines.</param>
    /// <param name="range">First and last day; the months in which they lie are the first and last entries, and only days inside count.</param>
    /// <param name="accounts">The accounts; null = all.</param>
    /// <param name="product">Index of the only product that counts; null = all.</param>
    public static MonthlySeries Of(SalesLedger ledger, DayRange range, AccountSet? accounts = null, int? product = null)
    {
        var months = new MonthAxis(ledger, range);
        return Sum(ledger, months, accounts, (account, sums) => months.Add(account, product, sums));
    }

    /// <summary>The series of one group of a breakdown: of the accounts, products or places that lie in it.</summary>
    /// <param name="ledger">The lines.</param>
    /// <param name="range">As in <see cref="Of"/>.</param>
    /// <param name="grouping">The groups.</param>
    /// <param name="group">Number of the group.</param>
    /// <param name="accounts">The accounts; null = all.</param>
    public static MonthlySeries OfGroup(SalesLedger ledger, DayRange range, Grouping grouping, int group, AccountSet? accounts = null)
    {
        var months = new MonthAxis(ledger, range);
        var lines = new LineGroups(ledger, grouping);
        // Where all lines of an account lie in one group, the others are passed over without looking at their lines.
        return lines.OnePerAccount
            ? Sum(
                ledger,
                months,
                accounts,
                (account, sums) =>
                {
                    if (lines.OfAccount(account) == group)
                        months.Add(account, null, sums);
                }
            )
            : Sum(ledger, months, accounts, (account, sums) => months.Add(account, lines, group, sums));
    }

    private static MonthlySeries Sum(SalesLedger ledger, MonthAxis months, AccountSet? accounts, Action<int, long[]> add)
    {
        var rows = new AccountRows(ledger, accounts);
        var total = new long[months.Count];
        AccountChunks.Run(
            rows.Count,
            (long)ledger.LineCount * rows.Count / Math.Max(ledger.AccountCount, 1),
            () => new long[months.Count],
            (from, to, sums) =>
            {
                for (var row = from; row < to; row++)
                    add(rows.AccountAt(row), sums);
            },
            sums =>
            {
                for (var month = 0; month < total.Length; month++)
                    total[month] += sums[month];
            }
        );
        return new MonthlySeries(months.First, total);
    }

    /// <summary>The series of one account.</summary>
    public static MonthlySeries OfAccount(SalesLedger ledger, DayRange range, int account) => OfAccounts(ledger, range, [account])[0];

    /// <summary>The series of each of some accounts, for the sparklines of a page; in their order.</summary>
    public static IReadOnlyList<MonthlySeries> OfAccounts(SalesLedger ledger, DayRange range, IReadOnlyList<int> accounts)
    {
        var months = new MonthAxis(ledger, range);
        var series = new MonthlySeries[accounts.Count];
        for (var i = 0; i < series.Length; i++)
        {
            var sums = new long[months.Count];
            months.Add(accounts[i], null, sums);
            series[i] = new MonthlySeries(months.First, sums);
        }

        return series;
    }
}

/// <summary>The months of a range, and in which of them each day of a ledger lies.</summary>
internal sealed class MonthAxis
{
    private readonly SalesLedger ledger;
    private readonly int from;
    private readonly int to;

    /// <summary>Entry of each day from the first of the range that the ledger has.</summary>
    private readonly int[] entries;

    public MonthAxis(SalesLedger ledger, DayRange range)
    {
        this.ledger = ledger;
        First = new DateOnly(range.From.Year, range.From.Month, 1);
        Count = ((range.To.Year - range.From.Year) * 12) + range.To.Month - range.From.Month + 1;
        (from, to) = ledger.OffsetsOf(range);
        entries = new int[Math.Max(to - from + 1, 0)];
        for (var i = 0; i < entries.Length; i++)
        {
            var day = DateOnly.FromDayNumber(ledger.Columns.BaseDay + from + i);
            entries[i] = ((day.Year - First.Year) * 12) + day.Month - First.Month;
        }
    }

    public DateOnly First { get; }

    public int Count { get; }

    public void Add(int account, int? product, long[] sums)
    {
        var columns = ledger.Columns;
        var (start, end) = ledger.LinesOf(account, from, to);
        for (var line = start; line < end; line++)
        {
            if (product is null || ledger.ProductOf(line) == product)
                sums[entries[columns.Day[line] - from]] += columns.Amount[line];
        }
    }

    public void Add(int account, LineGroups groups, int group, long[] sums)
    {
        var columns = ledger.Columns;
        var (start, end) = ledger.LinesOf(account, from, to);
        for (var line = start; line < end; line++)
        {
            if (groups.Of(account, line) == group)
                sums[entries[columns.Day[line] - from]] += columns.Amount[line];
        }
    }
}
