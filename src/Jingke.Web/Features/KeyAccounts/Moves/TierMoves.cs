using Jingke.Analytics.Periods;
using Jingke.Analytics.Tiers;
using Jingke.Web.Data;
using Jingke.Web.Ledger;

namespace Jingke.Web.Features.KeyAccounts.Moves;

/// <summary>
/// Who rose and who fell since the end of the last fiscal quarter: the tiers of the 12 months to a day against those of the 12 months to
/// that quarter's end, by the same rules. Read from sales rather than from past evaluations, so that it is there from the first import on
/// and a change of rules moves nobody.
/// </summary>
internal sealed class TierMoves(JudgedAccounts judgedAccounts, OrganisationInForce organisation)
{
    /// <summary>Finds the moves up to a day.</summary>
    public async Task<TierMovement> RunAsync(DateOnly asOf, TierRules rules, CancellationToken cancel)
    {
        var since = Period.Of(PeriodPreset.LastQuarter, asOf, organisation.Current.FiscalYearStartMonth).To;
        var now = await judgedAccounts.RunAsync(Standard(asOf), rules, cancel);
        if (now.Seen.View.Ledger.FirstOn is not { } first || first > since)
            return new(null, [], []);

        var then = await judgedAccounts.RunAsync(Standard(since), rules, cancel);
        return ReferenceEquals(now.Seen.View.Ledger, then.Seen.View.Ledger)
            ? judgedAccounts.Kept(
                now,
                $"moves:{since:O}",
                () => Compare(now, then, since),
                answer => answer.Risen.Count + answer.Fallen.Count
            )
            : await RunAsync(asOf, rules, cancel);
    }

    private static Analyses.Question Standard(DateOnly asOf) =>
        Period.LastTwelveMonths(asOf) is var period ? new(period, period.YearEarlier(), asOf) : null!;

    private static TierMovement Compare(Judged now, Judged then, DateOnly since)
    {
        var (risen, fallen) = (new List<TierMove>(), new List<TierMove>());
        for (var row = 0; row < now.Seen.Figures.Rows.Count; row++)
        {
            var (from, to) = (then.Tiers[row], now.Tiers[row]);
            if (from == to)
                continue;
            if (IsRise(from, to))
                risen.Add(Describe(now, then, row));
            else if (IsFall(from, to))
                fallen.Add(Describe(now, then, row));
        }
        return new(
            since,
            [.. risen.OrderBy(move => move.To).ThenByDescending(move => move.NetSales)],
            [.. fallen.OrderBy(move => move.From).ThenByDescending(move => move.NetSalesThen)]
        );
    }

    // A better tier stands earlier. Who had no sales then has risen only by becoming key at once.
    private static bool IsRise(Tier from, Tier to) => from == Tier.None ? to == Tier.Key : to != Tier.None && to < from;

    private static bool IsFall(Tier from, Tier to) => to == Tier.None ? from is Tier.Key or Tier.Rising : from != Tier.None && to > from;

    private static TierMove Describe(Judged now, Judged then, int row) =>
        new(
            now.Seen.Figures.Rows.AccountAt(row),
            then.Tiers[row],
            now.Tiers[row],
            then.Seen.Ranking.RankOf(row),
            now.Seen.Ranking.RankOf(row),
            now.Seen.Figures[row].NetSales,
            then.Seen.Figures[row].NetSales,
            now.Tiers[row] == Tier.None ? [] : now.Tiers.ReasonsOf(row)
        );
}
