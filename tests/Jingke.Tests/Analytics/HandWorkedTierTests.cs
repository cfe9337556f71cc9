using Jingke.Analytics;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Tiers;
using Xunit;

namespace Jingke.Tests.Analytics;

/// <summary>Value scores and tiers of ledgers small enough to be worked out by hand.</summary>
public sealed class HandWorkedTierTests
{
    private const long Yuan = 10_000;

    [Fact]
    public void A_missing_part_of_the_value_score_gives_its_weight_to_the_others()
    {
        var company = new Company(2, new Sale(0, new(2024, 1, 1), 100, Product: 1), new Sale(1, new(2024, 1, 1), 300, Product: 1));

        var tiers = SalesAnalysis.Of(LedgerView.Of(company.Ledger())).Tiers();

        // Present: M 40, F 10, R 10, V 5 = 65. Account 0 has M quantile .25, the others .5.
        Assert.Equal(((40 * 0.25) + (25 * 0.5)) / 65 * 100, tiers.Scores[0]!.Value, 1e-12);
        Assert.Equal(((40 * 0.75) + (25 * 0.5)) / 65 * 100, tiers.Scores[1]!.Value, 1e-12);
        var parts = tiers.Scores.PartsOf(0);
        Assert.Equal(40.0 / 65, parts[(int)ValuePart.Monetary].Weight);
        Assert.Null(parts[(int)ValuePart.Profit].Points);
        Assert.Equal(1, parts.Sum(part => part.Weight), 1e-12);
        Assert.Contains(new Reason(ReasonCodes.MissingPart, (double)ValuePart.Profit, 25), tiers.ReasonsOf(0));
    }

    [Fact]
    public void People_s_ratings_are_parts_of_the_value_score()
    {
        var company = new Company(2, new Sale(0, new(2024, 1, 1), 100), new Sale(1, new(2024, 1, 1), 300));
        var ratings = new AccountRatings(Potential: [9, double.NaN], Influence: [-1, 0]);

        var scores = SalesAnalysis.Of(LedgerView.Of(company.Ledger())).Tiers(ratings: ratings).Scores;

        // 0: M .25, F .5, R .5, potential alone .5, influence .25; 1: M .75, F .5, R .5, influence .75, potential missing.
        Assert.Equal(((40 * 0.25) + (20 * 0.5) + (5 * 0.5) + (5 * 0.25)) / 70 * 100, scores[0]!.Value, 1e-12);
        Assert.Equal(((40 * 0.75) + (20 * 0.5) + (5 * 0.75)) / 65 * 100, scores[1]!.Value, 1e-12);
    }

    [Fact]
    public void An_account_whose_growth_repeated_once_makes_it_key_is_rising()
    {
        (long Before, long Now)[] accounts =
        [
            (1000, 1000),
            (950, 950),
            (250, 500),
            (200, 300),
            (90, 90),
            (80, 80),
            (70, 70),
            (60, 60),
            (50, 50),
            (5, 40),
        ];
        var sales = accounts.SelectMany(
            (account, i) =>
                new[]
                {
                    new Sale(i, new DateOnly(2023, 6, 1), account.Before * Yuan),
                    new Sale(i, new DateOnly(2024, 6, 1), account.Now * Yuan),
                }
        );

        var tiers = SalesAnalysis.Of(LedgerView.Of(new Company(10, [.. sales]).Ledger())).Tiers();

        Assert.Equal([Tier.Key, Tier.Key], [tiers[0], tiers[1]]);
        // The last key account, 950, has M quantile .85 and else .5: (40 x .85 + 20 x .5) / 60.
        Assert.Equal(4400.0 / 60, tiers.KeyThreshold!.Value, 1e-12);
        // Account 2 doubled; doubled again it has 1000 like account 0, quantile .9. Account 3 would have 450, account 9 thrice 40.
        Assert.Equal(Tier.Rising, tiers[2]);
        Assert.Contains(
            tiers.ReasonsOf(2),
            reason => reason.Code == ReasonCodes.Rising && Math.Abs(reason.Arguments[0] - (4600.0 / 60)) < 1e-12 && reason.Arguments[1] == 2
        );
        Assert.Equal([Tier.Ordinary, Tier.LetGo, Tier.LetGo], [tiers[3], tiers[8], tiers[9]]);
        Assert.True(tiers.LetGoUsesNetSales);
        Assert.Equal([2, 1, 5, 2], tiers.Summary.Select(tier => tier.Accounts));
    }

    [Fact]
    public void Let_go_goes_by_profit_where_cost_is_known()
    {
        var sales = Enumerable
            .Range(0, 5)
            .Select(i => new Sale(i, new(2024, 6, 1), (i + 1) * 100 * Yuan, Cost: i == 4 ? 600 * Yuan : 10 * Yuan));

        var analysis = SalesAnalysis.Of(LedgerView.Of(new Company(5, [.. sales]).Ledger()));
        var tiers = analysis.Tiers(new TierRules { Weights = new ValueWeights(Monetary: 0, Profit: 100) });

        Assert.Equal(Tier.LetGo, tiers[4]); // the largest, but it lost 100
        Assert.Contains(new Reason(ReasonCodes.LetGoByProfit, -100.0 * Yuan), tiers.ReasonsOf(4));
        Assert.False(tiers.LetGoUsesNetSales);
    }

    [Fact]
    public void Where_true_profit_is_worked_out_it_counts_and_gross_profit_does_not()
    {
        var sales = Enumerable.Range(0, 5).Select(i => new Sale(i, new(2024, 6, 1), (i + 1) * 100 * Yuan, Cost: 10 * Yuan));
        // By gross profit the first is last; serving the last costs more than it brings, and of the fourth nobody knows.
        var ratings = new AccountRatings(TrueProfit: [90 * Yuan, 190 * Yuan, 290 * Yuan, double.NaN, -30 * Yuan]);

        var tiers = SalesAnalysis
            .Of(LedgerView.Of(new Company(5, [.. sales]).Ledger()))
            .Tiers(new TierRules { Weights = new ValueWeights(Monetary: 0, Profit: 100, Frequency: 1, Recency: 0, Variety: 0) }, ratings);

        Assert.Equal(Tier.LetGo, tiers[4]);
        Assert.Contains(new Reason(ReasonCodes.LetGoByTrueProfit, -30.0 * Yuan), tiers.ReasonsOf(4));
        Assert.Equal(Tier.Key, tiers[2]); // the best of the four that are known: quantile 7/8, the fourth has its frequency only
        Assert.Equal(-30 * Yuan, tiers.Scores.ProfitOf(4));
        Assert.Null(tiers.Scores.ProfitOf(3));
        Assert.True(tiers.LetGoUsesNetSales);
    }

    [Fact]
    public void A_verdict_gives_its_reasons_in_numbers()
    {
        var company = new Company(
            2,
            new Sale(0, new(2024, 6, 1), 300 * Yuan, "1"),
            new Sale(0, new(2023, 6, 1), 200 * Yuan, "0"),
            new Sale(1, new(2024, 6, 11), 100 * Yuan, "2"),
            new Sale(1, new(2023, 6, 11), 400 * Yuan, "3")
        );

        var tiers = SalesAnalysis.Of(LedgerView.Of(company.Ledger())).Tiers();

        var reasons = tiers.ReasonsOf(0);
        Assert.Equal(Tier.Key, tiers[0]);
        Assert.Contains(new Reason(ReasonCodes.Share, 0.75), reasons);
        Assert.Contains(new Reason(ReasonCodes.Rank, 1, 2), reasons);
        Assert.Contains(new Reason(ReasonCodes.RankChange, 1, 2), reasons);
        Assert.Contains(new Reason(ReasonCodes.YearOnYear, 0.5), reasons);
        Assert.Contains(new Reason(ReasonCodes.Recency, 10), reasons);
        Assert.Contains(new Reason(ReasonCodes.Orders, 1), reasons);
        Assert.Contains(new Reason(ReasonCodes.Concentration, 0.75), reasons);
        Assert.Contains(new Reason(ReasonCodes.RankChange, -1, 1), tiers.ReasonsOf(1));
    }
}
