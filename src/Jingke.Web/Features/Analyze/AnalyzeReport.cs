using Jingke.Analytics;
using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Forecasting;
using Jingke.Analytics.Lifetime;
using Jingke.Analytics.Segments;
using Jingke.Analytics.Series;
using Jingke.Analytics.Tiers;
using Jingke.Web.Tabular.Columns;

namespace Jingke.Web.Features.Analyze;

/// <summary>
/// How many rows of the file became what. Read = accepted + rejected; identical (equal to an earlier row in every cell), unattributed
/// (naming no account) and those after the as-of date, which count nowhere else, are among the accepted.
/// </summary>
internal sealed record LineCounts(long Read, long Accepted, long Rejected, long Identical, long Unattributed, long AfterAsOf);

/// <summary>Sums over a span of days. Money in ten-thousandths.</summary>
internal sealed record Totals(long NetSales, int Accounts, long Orders, long UnattributedSales);

/// <summary>Everything the command found out.</summary>
internal sealed record AnalyzeReport
{
    public required SalesAnalysis Analysis { get; init; }

    public required TierEvaluation Tiers { get; init; }

    public required Extremes Extremes { get; init; }

    public required IReadOnlyList<CalendarYear> Years { get; init; }

    /// <summary>Breakdowns under the names they have in JSON, in the order of printing; without groups where nothing is known.</summary>
    public required IReadOnlyList<(string Name, Breakdown Breakdown)> By { get; init; }

    /// <summary>Net sales of the company in the twelve months after the last whole one; null when the history is too short.</summary>
    public required LedgerForecast? Forecast { get; init; }

    /// <summary>The model of repeat purchases, fitted to everything up to as-of.</summary>
    public required Fitted<BgNbdModel> Lifetime { get; init; }

    public required LineCounts Lines { get; init; }

    public required Totals Period { get; init; }

    public required Totals AllTime { get; init; }

    /// <summary>First and last day with a line up to as-of.</summary>
    public required (DateOnly From, DateOnly To) Span { get; init; }

    public required IReadOnlyList<Note> Notes { get; init; }

    public required ProblemTally Problems { get; init; }

    public required TimeSpan Reading { get; init; }

    public required TimeSpan Analysing { get; init; }

    /// <summary>What is printed of <see cref="Lifetime"/>: a fit that did not settle is no result.</summary>
    public FitReport? LifetimeFit => Lifetime.Report is { Converged: true } report ? report : null;

    /// <summary>Why nothing is printed of it, or what must be known beside it; null when all is well.</summary>
    public string? LifetimeNote =>
        Lifetime.Problem switch
        {
            FitProblem.None => Lifetime.Report!.End switch
            {
                FitEnd.Maximum => null,
                FitEnd.Boundary => "lifetime.boundary",
                _ => "lifetime.unsettled",
            },
            FitProblem.NoCustomers => "lifetime.no-customers",
            FitProblem.OneCustomer => "lifetime.one-customer",
            FitProblem.NoRepeatPurchases => "lifetime.no-repeat",
            _ => "lifetime.too-short",
        };
}
