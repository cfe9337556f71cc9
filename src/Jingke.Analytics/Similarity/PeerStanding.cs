using MathNet.Numerics.Statistics;

namespace Jingke.Analytics.Similarity;

/// <summary>Where the net sales of one account stand among those of accounts like it. Money in ten-thousandths.</summary>
/// <param name="NetSales">What the account itself bought.</param>
/// <param name="Peers">How many accounts it is held against.</param>
/// <param name="Exceeded">How many of them bought less.</param>
/// <param name="LowerQuartile">A quarter of them bought less than this.</param>
/// <param name="Median">Half of them bought less than this.</param>
/// <param name="UpperQuartile">A quarter of them bought more than this.</param>
/// <remarks>
/// The quartiles are interpolated between the two nearest values (Hyndman and Fan 1996, definition 7) and told with three figures: an exact
/// one may be what a single account bought.
/// </remarks>
public sealed record PeerStanding(long NetSales, int Peers, int Exceeded, long LowerQuartile, long Median, long UpperQuartile)
{
    private const int Figures = 3;

    /// <summary>Whether it is in the upper quarter.</summary>
    public bool IsUpper => NetSales >= UpperQuartile;

    /// <summary>How much more it would be at the upper quartile; 0 when it is there.</summary>
    public long ToUpper => Math.Max(UpperQuartile - NetSales, 0);

    /// <summary>Works it out.</summary>
    /// <param name="netSales">Of the account.</param>
    /// <param name="peers">Of each account like it, at least one; in any order.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static PeerStanding Of(long netSales, IEnumerable<long> peers)
    {
        double[] sorted = [.. peers.Order().Select(each => (double)each)];
        if (sorted.Length == 0)
            throw new ArgumentException("There is nobody to be held against.", nameof(peers));

        return new(
            netSales,
            sorted.Length,
            sorted.Count(each => each < netSales),
            Told(Quantile(sorted, 0.25)),
            Told(Quantile(sorted, 0.5)),
            Told(Quantile(sorted, 0.75))
        );
    }

    private static double Quantile(double[] sorted, double share) =>
        SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);

    private static long Told(double amount)
    {
        if (amount == 0)
            return 0;

        var step = Math.Pow(10, Math.Max(Math.Floor(Math.Log10(Math.Abs(amount))) - Figures + 1, 0));
        return (long)(Math.Round(amount / step) * step);
    }
}
