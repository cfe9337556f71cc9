using Jingke.Analytics.Figures;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Segments;
using Jingke.Analytics.Series;
using Jingke.Web.Ledger;

namespace Jingke.Web.Features.Analysis.Overview;

/// <summary>The company, or the viewer's part of it, at a glance: totals, months, years, and where it is strong and weak.</summary>
internal sealed class SalesOverview(AnalysisScope scope, Standouts standouts)
{
    /// <summary>A month of the period beside the same entry of the comparison period.</summary>
    /// <param name="From">First day of it that lies in the period.</param>
    /// <param name="To">Last day of it that lies in the period.</param>
    /// <param name="NetSales">Net sales, ten-thousandths.</param>
    /// <param name="PreviousNetSales">Net sales of the comparison month, ten-thousandths; null when that period has fewer months.</param>
    public sealed record Month(DateOnly From, DateOnly To, long NetSales, long? PreviousNetSales);

    /// <summary>Everything on the page.</summary>
    /// <param name="NetSales">Net sales, ten-thousandths.</param>
    /// <param name="PreviousNetSales">The same in the comparison period.</param>
    /// <param name="Change">Year on year.</param>
    /// <param name="Accounts">Active accounts.</param>
    /// <param name="PreviousAccounts">The same in the comparison period.</param>
    /// <param name="Orders">Orders.</param>
    /// <param name="PreviousOrders">The same in the comparison period.</param>
    /// <param name="New">Accounts that bought now but not in the comparison period, and their net sales.</param>
    /// <param name="Lost">Accounts that bought in the comparison period but not now, and their net sales then.</param>
    /// <param name="Concentration">How much hangs on few accounts.</param>
    /// <param name="Pareto">The cumulative curve with the 80/20 verdict.</param>
    /// <param name="Months">The months of the period.</param>
    /// <param name="Years">Calendar years up to as-of, oldest first.</param>
    /// <param name="Unattributed">Lines of the period that name no account; null when there are none, or for those who do not see all.</param>
    /// <param name="Standouts">Where it is strong and weak.</param>
    public sealed record Answer(
        long NetSales,
        long PreviousNetSales,
        YearOnYear Change,
        int Accounts,
        int PreviousAccounts,
        long Orders,
        long PreviousOrders,
        (int Accounts, long NetSales) New,
        (int Accounts, long NetSales) Lost,
        Concentration Concentration,
        ParetoCurve Pareto,
        IReadOnlyList<Month> Months,
        IReadOnlyList<CalendarYear> Years,
        (long Lines, long Amount)? Unattributed,
        IReadOnlyList<Standouts.Finding> Standouts
    );

    /// <summary>Works it out.</summary>
    public async Task<Answer> RunAsync(Analyses.Question question)
    {
        var standing = scope.StandingOf(question);
        var (view, figures) = (standing.View, standing.Figures);
        var found = await standouts.RunAsync(view);
        return scope.Kept(
            view,
            "overview",
            () =>
            {
                var unattributed = view.Ledger.Unattributed.Total(view.Period);
                // Figures count orders of their own period only.
                var before = scope.StandingOf(new(view.Comparison, AsOf: view.Comparison.To)).Figures;
                return new Answer(
                    figures.TotalNetSales,
                    figures.TotalPreviousNetSales,
                    figures.YearOnYear,
                    figures.ActiveAccounts,
                    figures.PreviouslyActiveAccounts,
                    figures.TotalOrders,
                    before.TotalOrders,
                    Sum(figures, figure => figure is { IsActive: true, WasActive: false }, figure => figure.NetSales),
                    Sum(figures, figure => figure is { IsActive: false, WasActive: true }, figure => figure.PreviousNetSales),
                    standing.Concentration,
                    standing.Pareto,
                    MonthsOf(view),
                    CalendarYears.Of(view),
                    scope.SeesAll && unattributed.Lines > 0 ? unattributed : null,
                    found
                );
            },
            answer => answer.Months.Count + answer.Years.Count
        );
    }

    private static (int Accounts, long NetSales) Sum(
        AccountFigures figures,
        Func<AccountFigure, bool> counts,
        Func<AccountFigure, long> amount
    )
    {
        var (accounts, sum) = (0, 0L);
        for (var row = 0; row < figures.Rows.Count; row++)
        {
            var figure = figures[row];
            if (!counts(figure))
                continue;
            accounts++;
            sum += amount(figure);
        }

        return (accounts, sum);
    }

    private static List<Month> MonthsOf(LedgerView view)
    {
        var now = MonthlySeries.Of(view.Ledger, view.Period, view.Accounts);
        var before = MonthlySeries.Of(view.Ledger, view.Comparison, view.Accounts);
        var months = new List<Month>(now.NetSales.Length);
        for (var i = 0; i < now.NetSales.Length; i++)
        {
            var (first, last) = (now.MonthOf(i), now.MonthOf(i).AddMonths(1).AddDays(-1));
            months.Add(
                new Month(
                    first > view.Period.From ? first : view.Period.From,
                    last < view.Period.To ? last : view.Period.To,
                    now.NetSales[i],
                    i < before.NetSales.Length ? before.NetSales[i] : null
                )
            );
        }

        return months;
    }
}
