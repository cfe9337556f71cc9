using Jingke.Analytics.Figures;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Segments;

namespace Jingke.Analytics.Tiers;

/// <summary>A tier as a whole.</summary>
/// <param name="Tier">Which tier.</param>
/// <param name="Accounts">Number of accounts in it.</param>
/// <param name="NetSales">Their net sales, ten-thousandths.</param>
/// <param name="Share">Their share of net sales; null when the total is not positive.</param>
public sealed record TierSummary(Tier Tier, int Accounts, long NetSales, double? Share);

/// <summary>
/// The tier of every active account under some rules. Precedence: key, rising, let-go, ordinary. Evaluating the same figures under
/// other rules is the what-if; it reads no line again.
/// </summary>
/// <remarks>
/// Key: among the first ceil(key percent) by value score (equal scores: larger net sales, then code), with positive net sales and the
/// rules' minimums. Rising: not key, net sales grew, and with that growth repeated once (factor this / last, at most 3, on net sales and
/// profit, everything else unchanged) the score would reach that of the last key account, minimums included. Let-go: among the last
/// ceil(let-go percent) by true profit, or by gross profit where true profit is not worked out; where it is unknown net sales stand in: accounts are then ordered by their quantile of
/// profit among the known, or of net sales among all.
/// </remarks>
public sealed class TierEvaluation
{
    private const double MostGrowth = 3;
    private const double ConcentrationFrom = 0.1;

    private readonly AccountFigures figures;
    private readonly SalesRanking ranking;
    private readonly Tier[] tiers;
    private readonly int[] byScore;
    private readonly bool[] amongFirst;

    private TierEvaluation(AccountFigures figures, SalesRanking ranking, RfmScores rfm, TierRules rules, AccountRatings ratings)
    {
        (this.figures, this.ranking, Rules) = (figures, ranking, rules);
        Scores = ValueScores.Of(figures, rfm, rules.Weights, ratings);
        (tiers, amongFirst) = (new Tier[figures.Rows.Count], new bool[figures.Rows.Count]);
        int[] first = [],
            last = [];
        Parallel.Invoke(() => first = ByScore(), () => last = ByProfit(rfm));
        byScore = first;
        KeyThreshold = MarkKey();
        MarkLetGo(last);
        MarkRising();
        foreach (var row in byScore)
            tiers[row] = tiers[row] == Tier.None ? Tier.Ordinary : tiers[row];

        Summary = Summarise();
    }

    /// <summary>The rules used.</summary>
    public TierRules Rules { get; }

    /// <summary>The value scores.</summary>
    public ValueScores Scores { get; }

    /// <summary>Value score of the last key account, from which an account is key; null when no account is key.</summary>
    public double? KeyThreshold { get; }

    /// <summary>Rows of the active accounts, best value score first; equal ones by net sales, then code.</summary>
    public IReadOnlyList<int> RowsByScore => byScore;

    /// <summary>Key, rising, ordinary, let-go: always these four, empty ones too.</summary>
    public IReadOnlyList<TierSummary> Summary { get; }

    /// <summary>True when some account was judged for let-go by net sales because its profit is not known; say so beside the figure.</summary>
    public bool LetGoUsesNetSales { get; private set; }

    /// <summary>The tier of a row; <see cref="Tier.None"/> when not active.</summary>
    public Tier this[int row] => tiers[row];

    /// <summary>Why a row has its tier, the most telling first; empty when not active.</summary>
    public IReadOnlyList<Reason> ReasonsOf(int row) =>
        figures.Active[row] ? [.. TierReasons(row), .. FigureReasons(row), .. MissingParts(row)] : [];

    /// <summary>Judges the active accounts.</summary>
    /// <exception cref="ArgumentException">The rules have problems.</exception>
    public static TierEvaluation Of(
        AccountFigures figures,
        SalesRanking ranking,
        RfmScores rfm,
        TierRules? rules = null,
        AccountRatings? ratings = null
    )
    {
        rules ??= TierRules.Default;
        var problems = rules.Problems();
        if (problems.Count > 0)
            throw new ArgumentException($"The tier rules cannot be used: {string.Join(", ", problems)}.", nameof(rules));

        return new TierEvaluation(figures, ranking, rfm, rules, ratings ?? AccountRatings.None);
    }

    /// <summary>Best score first. The ranking is by net sales, so a stable sort of it leaves equal scores in the order of net sales.</summary>
    private int[] ByScore()
    {
        var rows = ranking.Rows.ToArray();
        Array.Reverse(rows);
        rows = RadixSort.Ascending(rows, Scores.Scores);
        Array.Reverse(rows);
        return rows;
    }

    private double? MarkKey()
    {
        double? threshold = null;
        for (var i = 0; i < ParetoCurve.CeilingOfPercent(byScore.Length, Rules.KeyPercent); i++)
        {
            var row = byScore[i];
            amongFirst[row] = true;
            if (!MeetsMinimum(figures.NetSales[row], figures.Orders[row]))
                continue;

            tiers[row] = Tier.Key;
            threshold = Scores.Scores[row];
        }

        return threshold;
    }

    private bool MeetsMinimum(double netSales, int orders) =>
        netSales > 0 && netSales >= (Rules.MinimumNetSales ?? 0) && orders >= (Rules.MinimumOrders ?? 0);

    /// <summary>Least profit first; where it is not known net sales stand in.</summary>
    private int[] ByProfit(RfmScores rfm)
    {
        var standing = new double[figures.Rows.Count];
        var rows = ranking.Rows.ToArray();
        foreach (var row in rows)
        {
            var known = Scores.Has(ValuePart.Profit, row);
            standing[row] = known ? Scores.Profit![row] : rfm.Monetary[row];
            LetGoUsesNetSales |= !known;
        }

        Array.Reverse(rows);
        return RadixSort.Ascending(rows, standing);
    }

    private void MarkLetGo(int[] byProfit)
    {
        foreach (var row in byProfit.AsSpan(0, ParetoCurve.CeilingOfPercent(byProfit.Length, Rules.LetGoPercent)))
            tiers[row] = tiers[row] == Tier.None ? Tier.LetGo : tiers[row];
    }

    private void MarkRising()
    {
        if (KeyThreshold is null)
            return;

        AccountChunks.Run(
            byScore.Length,
            byScore.Length * 4L,
            () => tiers,
            (from, to, judged) =>
            {
                foreach (var row in byScore.AsSpan(from, to - from))
                {
                    if (judged[row] != Tier.Key && RisesTo(row) is not null)
                        judged[row] = Tier.Rising;
                }
            },
            null
        );
    }

    /// <summary>Score and growth factor when this year's growth, repeated once, would make the row key; else null.</summary>
    private (double Score, double Factor)? RisesTo(int row)
    {
        if (
            KeyThreshold is not { } threshold
            || figures.YearOnYearOf(row) is not { Status: YearOnYearStatus.Ok, Change: > 0 and var change }
        )
            return null;

        var factor = Math.Min(1 + change, MostGrowth);
        if (!MeetsMinimum(figures.NetSales[row] * factor, figures.Orders[row]))
            return null;

        if (Scores.AtMost(row) < threshold)
            return null;

        var score = Scores.IfGrown(row, factor);
        return score >= threshold ? (score, factor) : null;
    }

    private TierSummary[] Summarise()
    {
        Tier[] order = [Tier.Key, Tier.Rising, Tier.Ordinary, Tier.LetGo];
        var (accounts, netSales) = (new int[order.Length + 1], new long[order.Length + 1]);
        foreach (var row in byScore)
        {
            accounts[(int)tiers[row]]++;
            netSales[(int)tiers[row]] += figures.NetSales[row];
        }

        var total = figures.TotalNetSales;
        return Array.ConvertAll(
            order,
            tier => new TierSummary(tier, accounts[(int)tier], netSales[(int)tier], total > 0 ? (double)netSales[(int)tier] / total : null)
        );
    }

    private IEnumerable<Reason> TierReasons(int row)
    {
        yield return new Reason(ReasonCodes.Score, Scores.Scores[row], KeyThreshold ?? double.NaN);
        if (amongFirst[row] && tiers[row] != Tier.Key)
            yield return new Reason(ReasonCodes.BelowMinimum, figures.NetSales[row], figures.Orders[row]);
        if (tiers[row] == Tier.Rising && RisesTo(row) is { } risen)
            yield return new Reason(ReasonCodes.Rising, risen.Score, risen.Factor);
        if (tiers[row] == Tier.LetGo)
        {
            yield return Scores.ProfitOf(row) is { } profit
                ? new Reason(Scores.ByTrueProfit ? ReasonCodes.LetGoByTrueProfit : ReasonCodes.LetGoByProfit, profit)
                : new Reason(ReasonCodes.LetGoByNetSales, figures.NetSales[row]);
        }
    }

    private IEnumerable<Reason> FigureReasons(int row)
    {
        var share = ranking.ShareOf(row);
        if (share is { } part)
            yield return new Reason(ReasonCodes.Share, part);
        yield return new Reason(ReasonCodes.Rank, ranking.RankOf(row)!.Value, figures.ActiveAccounts);
        if (ranking.RankChangeOf(row) is { } gained and not 0)
            yield return new Reason(ReasonCodes.RankChange, gained, ranking.PreviousRankOf(row)!.Value);

        var yearOnYear = figures.YearOnYearOf(row);
        if (yearOnYear.Change is { } change)
            yield return new Reason(ReasonCodes.YearOnYear, change);
        else if (yearOnYear.Status == YearOnYearStatus.New)
            yield return new Reason(ReasonCodes.New);
        else if (yearOnYear.Status == YearOnYearStatus.NegativeBase)
            yield return new Reason(ReasonCodes.NegativeBase, figures.PreviousNetSales[row]);

        if (figures[row].RecencyDays is { } days)
            yield return new Reason(ReasonCodes.Recency, days);
        yield return figures.Orders[row] > 0 ? new Reason(ReasonCodes.Orders, figures.Orders[row]) : new Reason(ReasonCodes.NoOrder);
        if (share >= ConcentrationFrom)
            yield return new Reason(ReasonCodes.Concentration, share.Value);
    }

    private IEnumerable<Reason> MissingParts(int row) =>
        Enum.GetValues<ValuePart>()
            .Where(part => Rules.Weights[part] > 0 && !Scores.Has(part, row))
            .Select(part => new Reason(ReasonCodes.MissingPart, (double)part, Rules.Weights[part]));
}
