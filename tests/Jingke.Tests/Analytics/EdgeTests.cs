using Jingke.Analytics;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Segments;
using Jingke.Analytics.Tiers;
using Xunit;

namespace Jingke.Tests.Analytics;

public class EdgeTests
{
    [Fact]
    public void A_company_without_lines_has_figures_of_nothing()
    {
        var view = LedgerView.Of(new Company(3).Ledger());

        var analysis = SalesAnalysis.Of(view);

        Assert.Equal(0, analysis.Figures.TotalNetSales);
        Assert.Null(view.Ledger.LastOn);
        Assert.Equal(ParetoVerdict.Undefined, analysis.Pareto.Verdict);
        Assert.Null(analysis.Scores.MedianMonetary);
        Assert.All(analysis.Tiers().Summary, tier => Assert.Equal(0, tier.Accounts));
        Assert.Empty(analysis.Tiers().ReasonsOf(1));
        Assert.NotEmpty(Everything.Of(view));
    }

    [Fact]
    public void A_company_without_accounts_is_no_failure() => Assert.NotEmpty(Everything.Of(LedgerView.Of(new Company(0).Ledger())));

    [Fact]
    public void A_scope_without_accounts_is_no_failure()
    {
        var ledger = new Company(2, new Sale(1, new(2024, 1, 1), 5)).Ledger();

        var analysis = SalesAnalysis.Of(LedgerView.Of(ledger, accounts: new AccountSet(2)));

        Assert.Equal((0, 0L), (analysis.Figures.Rows.Count, analysis.Figures.TotalNetSales));
        Assert.Null(analysis.Figures.Of(1));
    }

    [Fact]
    public void One_account_is_key_and_everything()
    {
        var analysis = SalesAnalysis.Of(LedgerView.Of(new Company(1, new Sale(0, new(2024, 1, 1), 5)).Ledger()));

        Assert.Equal(Tier.Key, analysis.Tiers()[0]);
        Assert.Equal(new Concentration(1, 0, 1, 1, 1), analysis.Concentration);
        Assert.Equal((3, 3, 3, 0), analysis.Scores[0]);
    }

    [Fact]
    public void Equal_accounts_have_the_middle_score_and_no_concentration()
    {
        var sales = Enumerable.Range(0, 50).Select(i => new Sale(i, new(2024, 1, 1), 700)).ToArray();

        var analysis = SalesAnalysis.Of(LedgerView.Of(new Company(50, sales).Ledger()));

        Assert.All(
            Enumerable.Range(0, 50),
            row => Assert.Equal((3, 3, 3), (analysis.Scores[row].R, analysis.Scores[row].F, analysis.Scores[row].M))
        );
        Assert.All(Enumerable.Range(0, 50), row => Assert.Equal(1, analysis.Ranking.RankOf(row)));
        Assert.Equal(0, analysis.Concentration.Gini);
        Assert.Equal(0.02, analysis.Concentration.Herfindahl!.Value, 1e-12);
        Assert.Equal([10, 0, 30, 10], analysis.Tiers().Summary.Select(tier => tier.Accounts));
    }

    [Fact]
    public void Negative_totals_have_no_shares_and_no_key_accounts()
    {
        var company = new Company(2, new Sale(0, new(2024, 1, 1), -500), new Sale(1, new(2024, 1, 1), -100));

        var analysis = SalesAnalysis.Of(LedgerView.Of(company.Ledger()));
        var tiers = analysis.Tiers();

        Assert.Equal(-600, analysis.Figures.TotalNetSales);
        Assert.Null(analysis.Ranking.ShareOf(0));
        Assert.Equal(1, analysis.Ranking.RankOf(1));
        Assert.Null(analysis.Concentration.Gini);
        Assert.Null(tiers.KeyThreshold);
        Assert.DoesNotContain(Tier.Key, new[] { tiers[0], tiers[1] });
        Assert.Contains(tiers.ReasonsOf(1), reason => reason.Code == ReasonCodes.BelowMinimum);
        Assert.Contains(tiers.ReasonsOf(0), reason => reason.Code == ReasonCodes.NoOrder);
    }

    [Theory]
    [InlineData(0, 20, "tier-rules.key-percent")]
    [InlineData(101, 0, "tier-rules.key-percent")]
    [InlineData(20, -1, "tier-rules.let-go-percent")]
    [InlineData(60, 50, "tier-rules.percents-overlap")]
    public void Percentages_that_cannot_be_are_refused_with_their_code(int key, int letGo, string code) =>
        Assert.Equal([code], new TierRules { KeyPercent = key, LetGoPercent = letGo }.Problems());

    [Fact]
    public void Weights_and_minimums_that_cannot_be_are_refused_with_their_code()
    {
        Assert.Equal(["tier-rules.weight-negative"], new TierRules { Weights = new(Profit: -1) }.Problems());
        Assert.Equal(["tier-rules.weight-negative"], new TierRules { Weights = new(Profit: double.NaN) }.Problems());
        Assert.Equal(["tier-rules.no-weight"], new TierRules { Weights = new(0, 100, 0, 0) }.Problems());
        Assert.Equal(["tier-rules.minimum-negative"], new TierRules { MinimumOrders = -1 }.Problems());
        Assert.Empty(TierRules.Default.Problems());
    }

    [Fact]
    public void Rules_with_problems_judge_nobody()
    {
        var analysis = SalesAnalysis.Of(LedgerView.Of(new Company(1).Ledger()));

        var refusal = Assert.Throws<ArgumentException>(() => analysis.Tiers(new TierRules { KeyPercent = 0 }));

        Assert.Contains("tier-rules.key-percent", refusal.Message);
    }
}
