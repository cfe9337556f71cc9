using Jingke.Analytics.Retention;
using Jingke.Web.Ledger.Churn;
using Jingke.Web.Ledger.Findings;

namespace Jingke.Web.Features.Churn;

/// <summary>The figures above the list of accounts at risk.</summary>
internal sealed class ChurnOverview(SeenChurn churn, UnreviewedLosses unreviewed)
{
    /// <summary>The figures; money in ten-thousandths.</summary>
    /// <param name="AtRisk">Accounts at risk.</param>
    /// <param name="AtStake">Their value at stake.</param>
    /// <param name="Lost">Accounts lost, whenever that was.</param>
    /// <param name="LostSales">What those bought in the 12 months up to the last order of each.</param>
    /// <param name="Unreviewed">Lost key accounts without a review.</param>
    /// <param name="Retention">Retention of the newest year; null where the data cover less than two years.</param>
    public sealed record Answer(int AtRisk, long AtStake, int Lost, long LostSales, int Unreviewed, RetentionPoint? Retention);

    /// <summary>Works them out.</summary>
    public async Task<Answer> RunAsync(Seen<ChurnFindings> seen, CancellationToken cancel)
    {
        var sums = churn.Kept(seen, "overview", () => Sum(seen), _ => 1);
        return sums with { Unreviewed = (await unreviewed.RunAsync(seen, null, cancel)).Count };
    }

    private static Answer Sum(Seen<ChurnFindings> seen)
    {
        var (risk, stake, lost, sales) = (0, 0L, 0, 0L);
        foreach (var account in seen.Accounts)
        {
            var state = seen.Findings.StateOf(account);
            if (state is not (ChurnState.AtRisk or ChurnState.Lost))
                continue;

            var figure = seen.Findings[account];
            if (state == ChurnState.AtRisk)
                (risk, stake) = (risk + 1, stake + figure.AtStake);
            else
                (lost, sales) = (lost + 1, sales + figure.Rhythm.LastYearSales);
        }
        return new(risk, stake, lost, sales, 0, RevenueRetention.Of(seen.View, 1) is [var point] ? point : null);
    }
}
