using Jingke.Analytics.Retention;
using Jingke.Web.Ledger.Churn;
using Jingke.Web.Ledger.Findings;

namespace Jingke.Web.Features.Churn.Retained;

/// <summary>What stayed: accounts and sales year over year, and cohorts by the period of the first order.</summary>
internal sealed class RetentionReport(SeenChurn churn)
{
    /// <summary>The report.</summary>
    /// <param name="Points">Retention of 12 months against the 12 before, each quarter, the newest last.</param>
    /// <param name="Cohorts">The cohorts.</param>
    /// <param name="Curve">Share of accounts that ordered n periods after their first, over all cohorts old enough.</param>
    public sealed record Answer(IReadOnlyList<RetentionPoint> Points, Cohorts Cohorts, IReadOnlyList<double?> Curve);

    /// <summary>Works it out.</summary>
    public Answer Run(Seen<ChurnFindings> seen, CohortGrain grain) =>
        churn.Kept(
            seen,
            $"retention:{grain}",
            () =>
            {
                var cohorts = Cohorts.Of(seen.View, grain);
                return new Answer(RevenueRetention.Of(seen.View), cohorts, cohorts.Curve());
            },
            answer => answer.Cohorts.Rows.Sum(row => row.Cells.Count) / 8
        );
}
