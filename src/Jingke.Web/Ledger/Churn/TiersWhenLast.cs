using Jingke.Analytics;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Periods;
using Jingke.Analytics.Retention;
using Jingke.Analytics.Tiers;

namespace Jingke.Web.Ledger.Churn;

/// <summary>
/// The tier that each account had when it still bought: who is gone has none today. Judged by the rules in force now, on the 12 months up to
/// the end of the quarter of its last order, from sales rather than past evaluations, so that it is there from the first import on.
/// </summary>
internal static class TiersWhenLast
{
    // Who left longer ago is nobody's key account any more; each quarter is an evaluation of all accounts.
    private const int Quarters = 20;

    /// <summary>The tiers, one entry per account index; None for those that left longer ago or never bought.</summary>
    public static Tier[] Of(LedgerView view, OrderRhythms rhythms, TierRules rules, AccountRatings ratings)
    {
        var found = new Tier[view.Ledger.AccountCount];
        var byEnd = Enumerable
            .Range(0, rhythms.Count)
            .Where(account => rhythms[account].LastOn is not null)
            .GroupBy(account => QuarterEnd(rhythms[account].LastOn!.Value))
            .OrderByDescending(quarter => quarter.Key)
            .Take(Quarters);
        foreach (var quarter in byEnd)
        {
            var end = quarter.Key < view.AsOf ? quarter.Key : view.AsOf;
            var then = SalesAnalysis.Of(LedgerView.Of(view.Ledger, end, Period.LastTwelveMonths(end), view.Accounts));
            // What was known besides orders is known of today only; by it those who still buy have the tier that other pages show.
            var tiers = then.Tiers(rules, end == view.AsOf ? ratings : null);
            foreach (var account in quarter)
                if (then.Figures.Rows.RowOf(account) is >= 0 and var row)
                    found[account] = tiers[row];
        }
        return found;
    }

    private static DateOnly QuarterEnd(DateOnly day) => new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1).AddMonths(3).AddDays(-1);
}
