using Jingke.Analytics.Figures;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Segments;

namespace Jingke.Analytics.Tiers;

/// <summary>One part of an account's value score.</summary>
/// <param name="Part">Which part.</param>
/// <param name="Points">Mid-rank quantile x 100 among the active accounts that have this part; null when it is missing.</param>
/// <param name="Weight">Share of the score this part has after missing parts gave theirs away, 0 to 1; 0 when missing.</param>
public readonly record struct ScoredPart(ValuePart Part, double? Points, double Weight);

/// <summary>Value scores 0 to 100 of the active accounts: the weighted mean of the parts an account has.</summary>
public sealed class ValueScores
{
    /// <summary>Per part its quantiles and which rows have it; null where nobody does.</summary>
    private readonly (MidRanks Ranks, bool[] Has)?[] parts;
    private readonly AccountFigures figures;
    private readonly ValueWeights weights;
    private readonly double[] scores;

    /// <summary>The parts somebody has and that weigh something.</summary>
    private readonly (ValuePart Part, double Weight, MidRanks Ranks, bool[] Has)[] present;
    private readonly long[]? profits;

    private ValueScores(AccountFigures figures, RfmScores rfm, ValueWeights weights, AccountRatings ratings)
    {
        (this.figures, this.weights) = (figures, weights);
        var active = figures.Active;
        parts = new (MidRanks, bool[])?[ValueWeights.Parts];
        parts[(int)ValuePart.Monetary] = (rfm.Monetary, active);
        parts[(int)ValuePart.Frequency] = (rfm.Frequency, active);
        parts[(int)ValuePart.Recency] = (rfm.Recency, active);
        parts[(int)ValuePart.Variety] = rfm.Variety is { } variety ? (variety, active) : null;
        (parts[(int)ValuePart.Profit], profits) = ProfitPart(ratings.TrueProfit);
        ByTrueProfit = ratings.TrueProfit is not null;
        parts[(int)ValuePart.Potential] = RatedPart(ratings.Potential);
        parts[(int)ValuePart.Influence] = RatedPart(ratings.Influence);
        present = Enum.GetValues<ValuePart>()
            .Where(part => parts[(int)part] is not null && weights[part] > 0)
            .Select(part => (part, weights[part], parts[(int)part]!.Value.Ranks, parts[(int)part]!.Value.Has))
            .ToArray();
        scores = new double[figures.Rows.Count];
        AccountChunks.Run(
            scores.Length,
            scores.Length * 4L,
            () => scores,
            (from, to, found) =>
            {
                for (var row = from; row < to; row++)
                    found[row] = active[row] ? Weigh(row, double.NaN, double.NaN) : 0;
            },
            null
        );
    }

    /// <summary>Value score of a row, 0 to 100; null when not active.</summary>
    public double? this[int row] => figures.Active[row] ? scores[row] : null;

    /// <summary>Whether profit is true profit; else it is gross profit.</summary>
    public bool ByTrueProfit { get; }

    /// <summary>Quantiles of profit among the accounts whose profit is known; null when none is.</summary>
    public MidRanks? Profit => parts[(int)ValuePart.Profit]?.Ranks;

    /// <summary>The seven parts of a row's score with the weights that took effect.</summary>
    public IReadOnlyList<ScoredPart> PartsOf(int row)
    {
        var weighed = Enum.GetValues<ValuePart>().Where(part => Has(part, row)).Sum(part => weights[part]);
        return Enum.GetValues<ValuePart>()
            .Select(part =>
                Has(part, row)
                    ? new ScoredPart(part, parts[(int)part]!.Value.Ranks[row] * 100, weights[part] / weighed)
                    : new ScoredPart(part, null, 0)
            )
            .ToArray();
    }

    /// <summary>True when the row has this part.</summary>
    public bool Has(ValuePart part, int row) => parts[(int)part] is { } found && found.Has[row];

    /// <summary>The profit of a row that counts, ten-thousandths; null when it is not known.</summary>
    public long? ProfitOf(int row) => Has(ValuePart.Profit, row) ? profits![row] : null;

    /// <summary>Scores the active accounts.</summary>
    public static ValueScores Of(AccountFigures figures, RfmScores rfm, ValueWeights weights, AccountRatings ratings) =>
        new(figures, rfm, weights, ratings);

    internal double[] Scores => scores;

    /// <summary>The score a row would have if its net sales, and its profit with them, grew by a factor and all else stayed.</summary>
    internal double IfGrown(int row, double factor)
    {
        var monetary = parts[(int)ValuePart.Monetary]!.Value.Ranks.IfChanged(row, Grown(figures.NetSales[row], factor));
        var profit = Has(ValuePart.Profit, row) ? Profit!.IfChanged(row, Grown(profits![row], factor)) : double.NaN;
        return Weigh(row, monetary, profit);
    }

    /// <summary>A score no growth of net sales and profit can exceed; saves working out the rest for most accounts.</summary>
    internal double AtMost(int row) => Weigh(row, 1, 1);

    private static long Grown(long value, double factor) => value > 0 ? (long)Math.Min(value * factor, long.MaxValue / 2) : value;

    /// <summary>The weighted mean with these quantiles of net sales and profit in place of the row's own; NaN keeps its own.</summary>
    private double Weigh(int row, double monetary, double profit)
    {
        var (sum, weighed) = (0.0, 0.0);
        foreach (var (part, weight, ranks, has) in present)
        {
            if (!has[row])
                continue;

            var changed = part switch
            {
                ValuePart.Monetary => monetary,
                ValuePart.Profit => profit,
                _ => double.NaN,
            };
            sum += weight * (double.IsNaN(changed) ? ranks[row] : changed);
            weighed += weight;
        }

        return sum / weighed * 100;
    }

    private ((MidRanks, bool[])?, long[]?) ProfitPart(double[]? trueProfit)
    {
        if (trueProfit is null && figures.Cost is null)
            return (null, null);

        var (values, has, count) = (new long[figures.Rows.Count], new bool[figures.Rows.Count], 0);
        for (var row = 0; row < values.Length; row++)
        {
            if ((trueProfit is null ? figures.GrossProfitOf(row) : TrueProfitOf(trueProfit, row)) is not { } profit)
                continue;

            (values[row], has[row]) = (profit, true);
            count++;
        }

        return count == 0 ? (null, null) : ((MidRanks.Of(SalesRanking.RowsWhere(has, count), values), has), values);
    }

    private long? TrueProfitOf(double[] trueProfit, int row)
    {
        var account = figures.Rows.AccountAt(row);
        return figures.Active[row] && account < trueProfit.Length && !double.IsNaN(trueProfit[account]) ? (long)trueProfit[account] : null;
    }

    private (MidRanks, bool[])? RatedPart(double[]? ratings)
    {
        if (ratings is null)
            return null;

        var (values, has, count) = (new double[figures.Rows.Count], new bool[figures.Rows.Count], 0);
        for (var row = 0; row < values.Length; row++)
        {
            var account = figures.Rows.AccountAt(row);
            if (!figures.Active[row] || account >= ratings.Length || double.IsNaN(ratings[account]))
                continue;

            (values[row], has[row]) = (ratings[account], true);
            count++;
        }

        return count == 0 ? null : (MidRanks.Of(SalesRanking.RowsWhere(has, count), Ordinals(values)), has);
    }

    /// <summary>Numbers in the order of the ratings; only their order counts.</summary>
    private static long[] Ordinals(double[] values) =>
        Array.ConvertAll(
            values,
            value =>
            {
                var bits = BitConverter.DoubleToInt64Bits(value + 0.0);
                return bits < 0 ? long.MinValue - bits : bits;
            }
        );
}
