using Jingke.Analytics.Retention;
using Jingke.Domain.Accounts;

namespace Jingke.Web.Ledger.Churn;

/// <summary>What is said of one account's staying or going. Money in ten-thousandths; what needs a model is null without one.</summary>
/// <param name="State">Active, at risk or lost, by the company's bounds.</param>
/// <param name="Rhythm">How it orders.</param>
/// <param name="TierThen">Its tier in the 12 months up to the end of the quarter of its last order.</param>
/// <param name="Alive">Probability of being alive, 0 to 1.</param>
/// <param name="ExpectedOrders">Order days expected in the next 12 months.</param>
/// <param name="ExpectedSales">Sales expected in the next 12 months.</param>
/// <param name="Value">Lifetime value: expected sales of the years to come, discounted.</param>
public sealed record ChurnFigure(
    ChurnState State,
    OrderRhythm Rhythm,
    Tier? TierThen,
    double? Alive,
    double? ExpectedOrders,
    long? ExpectedSales,
    long? Value
)
{
    private const double Certain = 1e-9;

    /// <summary>
    /// Value at stake 风险金额: what the account would be expected to buy in the next 12 months were it surely alive, times the probability
    /// that it is gone. Without a model what it bought in the 12 months up to its last order.
    /// </summary>
    public long AtStake =>
        Alive is { } alive && ExpectedSales is { } sales ? (long)(sales / Math.Max(alive, Certain) * (1 - alive)) : Rhythm.LastYearSales;

    /// <summary>How many times its own gap the silence is; null where it has none.</summary>
    public double? GapsSilent => Rhythm is { GapDays: { } gap, SilenceDays: { } silence } ? silence / Math.Max(gap, 1) : null;
}
