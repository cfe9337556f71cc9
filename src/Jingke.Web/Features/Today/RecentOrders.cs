using Jingke.Analytics.Ledger;
using Jingke.Analytics.Periods;
using Jingke.Web.Common;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger;

namespace Jingke.Web.Features.Today;

/// <summary>Orders of a viewer's accounts since yesterday, or of the latest day that had any.</summary>
internal sealed class RecentOrders(Analyses analyses, Clock clock)
{
    /// <summary>How many accounts are named.</summary>
    public const int Most = 10;

    /// <summary>An account with its orders of these days; the amount is in ten-thousandths.</summary>
    public sealed record Row(long AccountId, string Name, int Orders, long Amount);

    /// <summary>The orders.</summary>
    /// <param name="Days">The days they are of.</param>
    /// <param name="IsLatest">Whether nothing came since yesterday, so that the days are the latest one with orders.</param>
    /// <param name="Rows">The accounts with the largest amounts.</param>
    /// <param name="Accounts">How many accounts ordered.</param>
    /// <param name="Orders">How many orders there are.</param>
    /// <param name="Amount">Their amount, ten-thousandths.</param>
    public sealed record Answer(DayRange Days, bool IsLatest, IReadOnlyList<Row> Rows, int Accounts, int Orders, long Amount);

    /// <summary>The orders; null when there are none at all, or when the ledger only knows months.</summary>
    /// <exception cref="Domain.RuleException"><c>ledger.loading</c></exception>
    public Answer? Run(Viewer viewer)
    {
        var today = clock.Today;
        var view = analyses.ViewOf(viewer);
        if (view.Ledger.Grain == LedgerGrain.Month || view.Ledger.LineCount == 0)
            return null;

        return analyses.Of(viewer, view, $"recent-orders:{today:yyyyMMdd}", () => (Find(view, today), Most));
    }

    private static Answer? Find(LedgerView view, DateOnly today)
    {
        var fresh = Of(view, new DayRange(today.AddDays(-1), today), isLatest: false);
        if (fresh.Accounts > 0)
            return fresh;
        return LatestDay(view, today) is { } day ? Of(view, new DayRange(day, day), isLatest: true) : null;
    }

    private static DateOnly? LatestDay(LedgerView view, DateOnly today)
    {
        DateOnly? latest = null;
        foreach (var account in AccountsOf(view))
        {
            var (start, end) = view.Ledger.LinesOf(account);
            // A line dated in the future is a slip.
            while (end > start && view.Ledger.DayOf(end - 1) > today)
                end--;
            if (end > start && view.Ledger.DayOf(end - 1) is var day && (latest is null || day > latest))
                latest = day;
        }
        return latest;
    }

    private static Answer Of(LedgerView view, DayRange days, bool isLatest)
    {
        var rows = new List<Row>();
        var orders = new HashSet<int>();
        foreach (var account in AccountsOf(view))
        {
            var (start, end) = view.Ledger.LinesOf(account, days);
            if (start == end)
                continue;
            var amount = 0L;
            orders.Clear();
            for (var line = start; line < end; line++)
            {
                amount += view.Ledger.Amounts[line];
                orders.Add(view.Ledger.Orders[line]);
            }
            rows.Add(new(view.Ledger.Accounts.Ids[account], view.Ledger.Accounts.Names[account], orders.Count, amount));
        }
        return new(
            days,
            isLatest,
            [.. rows.OrderByDescending(row => row.Amount).ThenBy(row => row.AccountId).Take(Most)],
            rows.Count,
            rows.Sum(row => row.Orders),
            rows.Sum(row => row.Amount)
        );
    }

    private static IEnumerable<int> AccountsOf(LedgerView view) =>
        view.Accounts?.ToArray() ?? Enumerable.Range(0, view.Ledger.AccountCount);
}
