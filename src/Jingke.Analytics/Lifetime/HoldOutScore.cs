namespace Jingke.Analytics.Lifetime;

/// <summary>How well predictions made at the cut met what customers then bought. Purchases are counted in the whole hold-out.</summary>
/// <param name="Kind">The model; null for the yardstick "everybody goes on as before", purchases so far / age x weeks.</param>
/// <param name="Fit">How the model was fitted to what was known at the cut; null for the yardstick.</param>
/// <param name="MeanAbsoluteError">Mean over customers of |predicted - actual| purchases.</param>
/// <param name="RootMeanSquareError">Root of the mean over customers of (predicted - actual)^2.</param>
/// <param name="Predicted">Predicted purchases of all customers together.</param>
/// <param name="TotalBias">Predicted / actual - 1 for all customers together; null when nothing was bought.</param>
/// <param name="RankingByPurchases">
/// Share of pairs of a customer who bought again and one who did not in which the former had the larger prediction, equal ones counted
/// half: 1 is perfect, 0.5 is chance. Null when everybody or nobody bought again.
/// </param>
/// <param name="RankingByAlive">The same with the probability alive in place of the prediction; for the yardstick with -(age - recency).</param>
public sealed record HoldOutScore(
    PurchaseModelKind? Kind,
    FitReport? Fit,
    double MeanAbsoluteError,
    double RootMeanSquareError,
    double Predicted,
    double? TotalBias,
    double? RankingByPurchases,
    double? RankingByAlive
)
{
    /// <summary>Scores predictions of customers.</summary>
    /// <param name="kind">The model.</param>
    /// <param name="fit">How it was fitted.</param>
    /// <param name="predicted">Purchases of each customer as predicted.</param>
    /// <param name="alive">What customers are ranked by as alive; larger means more so.</param>
    /// <param name="actual">Purchases of each customer in the hold-out.</param>
    internal static HoldOutScore Of(PurchaseModelKind? kind, FitReport? fit, double[] predicted, double[] alive, int[] actual)
    {
        var (absolute, squared, total, bought) = (0.0, 0.0, 0.0, 0L);
        for (var i = 0; i < actual.Length; i++)
        {
            var error = predicted[i] - actual[i];
            absolute += Math.Abs(error);
            squared += error * error;
            total += predicted[i];
            bought += actual[i];
        }

        return new HoldOutScore(
            kind,
            fit,
            absolute / actual.Length,
            Math.Sqrt(squared / actual.Length),
            total,
            bought > 0 ? (total / bought) - 1 : null,
            Concordance(predicted, actual),
            Concordance(alive, actual)
        );
    }

    /// <summary>Area under the ROC curve, from the sum of mid-ranks (Mann and Whitney).</summary>
    internal static double? Concordance(double[] score, int[] actual)
    {
        var (sorted, again) = ((double[])score.Clone(), Array.ConvertAll(actual, count => count > 0));
        Array.Sort(sorted, again);
        var (ranks, positive) = (0.0, 0L);
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            var equal = 0;
            for (end = start; end < sorted.Length && sorted[end] == sorted[start]; end++)
                equal += again[end] ? 1 : 0;
            ranks += equal * ((start + end + 1) / 2.0);
            positive += equal;
        }

        var negative = sorted.Length - positive;
        return positive == 0 || negative == 0 ? null : (ranks - (positive * (positive + 1) / 2.0)) / ((double)positive * negative);
    }
}
