namespace Jingke.Analytics.CrossSelling;

/// <summary>A share of cases with the bound that it hardly lies below.</summary>
internal static class Proportion
{
    /// <summary>Lower end of Wilson's score interval: few cases give a low bound, so that luck does not lead a list. Wilson (1927), JASA 22, 209-212.</summary>
    /// <param name="hits">Cases that have it.</param>
    /// <param name="cases">All cases, at least 1.</param>
    /// <param name="z">How many standard errors; 1.96 leaves 2.5 % below.</param>
    public static double AtLeast(int hits, int cases, double z)
    {
        var (share, squared) = ((double)hits / cases, z * z);
        var middle = share + (squared / (2 * cases));
        var spread = z * Math.Sqrt((share * (1 - share) / cases) + (squared / (4.0 * cases * cases)));
        return Math.Max((middle - spread) / (1 + (squared / cases)), 0);
    }
}
