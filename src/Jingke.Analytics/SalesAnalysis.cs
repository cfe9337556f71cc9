using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Figures;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Segments;
using Jingke.Analytics.Tiers;

namespace Jingke.Analytics;

/// <summary>
/// The standing of every account of a view: figures, ranking, scores, Pareto curve, concentration. Reads the lines once; immutable, so
/// it may be kept for as long as the ledger lives and shared by all readers of the same view.
/// </summary>
public sealed class SalesAnalysis
{
    private SalesAnalysis(AccountFigures figures)
    {
        SalesRanking? ranking = null;
        RfmScores? scores = null;
        Parallel.Invoke(() => ranking = SalesRanking.Of(figures), () => scores = RfmScores.Of(figures));
        (Figures, Ranking, Scores) = (figures, ranking!, scores!);
        Pareto = ParetoCurve.Of(figures, Ranking);
        Concentration = Concentration.Of(figures, Ranking, Pareto);
    }

    /// <summary>The question.</summary>
    public LedgerView View => Figures.View;

    /// <summary>Per account: net sales, orders, recency, variety and so on, and the totals.</summary>
    public AccountFigures Figures { get; }

    /// <summary>Rank, rank change, share.</summary>
    public SalesRanking Ranking { get; }

    /// <summary>R, F, M and V scores and medians.</summary>
    public RfmScores Scores { get; }

    /// <summary>Cumulative curve and the 80/20 verdict.</summary>
    public ParetoCurve Pareto { get; }

    /// <summary>Herfindahl, Gini, share of the largest.</summary>
    public Concentration Concentration { get; }

    /// <summary>Analyses a view.</summary>
    public static SalesAnalysis Of(LedgerView view) => new(AccountFigures.Of(view));

    /// <summary>Tiers under some rules, the defaults when null. Calling it with other rules is the what-if.</summary>
    /// <exception cref="ArgumentException">The rules have problems (<see cref="TierRules.Problems"/>).</exception>
    public TierEvaluation Tiers(TierRules? rules = null, AccountRatings? ratings = null) =>
        TierEvaluation.Of(Figures, Ranking, Scores, rules, ratings);

    /// <summary>Sales broken down by a dimension; by attributes of accounts this reads no line again.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="zones">The company's zones; the default ones when null.</param>
    public Breakdown Breakdown(Dimension dimension, ZoneMap? zones = null) =>
        Breakdowns.Breakdown.Of(Figures, Grouping.Of(View.Ledger, dimension, zones));

    /// <summary>Accounts by value against loyalty.</summary>
    public IReadOnlyList<LoyaltyCell> Loyalty() => LoyaltyMatrix.Of(Figures, Scores);

    /// <summary>Largest, fastest growing and fastest falling accounts.</summary>
    /// <param name="count">How many of each.</param>
    /// <param name="floor">Net sales last year from which growth and decline count, ten-thousandths; null = the median account.</param>
    public Extremes Extremes(int count = 10, long? floor = null) => Segments.Extremes.Of(Figures, Ranking, count, floor);
}
