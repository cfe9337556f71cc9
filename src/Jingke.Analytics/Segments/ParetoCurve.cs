using Jingke.Analytics.Figures;

namespace Jingke.Analytics.Segments;

/// <summary>Whether few accounts bring most of the sales.</summary>
public enum ParetoVerdict
{
    /// <summary>There are no positive net sales to divide.</summary>
    Undefined,

    /// <summary>The top 20 % of accounts hold less than half of sales: 80/20 plainly does not hold.</summary>
    DoesNotHold,

    /// <summary>The top 20 % hold at least half but less than <see cref="ParetoCurve.HoldsFrom"/> of sales.</summary>
    Partly,

    /// <summary>The top 20 % hold at least <see cref="ParetoCurve.HoldsFrom"/> of sales.</summary>
    Holds,
}

/// <summary>A point of the curve.</summary>
/// <param name="Accounts">The first so many accounts, largest first.</param>
/// <param name="AccountShare">Their share of the active accounts, 0 to 1.</param>
/// <param name="SalesShare">Their share of net sales; may exceed 1 before the end, where accounts with negative net sales follow.</param>
public readonly record struct ParetoPoint(int Accounts, double AccountShare, double SalesShare);

/// <summary>Cumulative share of net sales against cumulative share of accounts, largest first.</summary>
public sealed class ParetoCurve
{
    /// <summary>From this share of the top 20 % on the verdict says that 80/20 holds.</summary>
    public const double HoldsFrom = 0.7;

    private const int MostPoints = 200;

    /// <summary>Net sales of the first k accounts, k = 0 to n.</summary>
    private readonly Int128[] cumulative;

    private ParetoCurve(Int128[] cumulative)
    {
        this.cumulative = cumulative;
        Top20Percent = CeilingOfPercent(Accounts, 20);
        AccountsFor80Percent = FirstReaching(80);
        Points = Total > 0 ? SamplePoints() : [];
    }

    /// <summary>Number of active accounts.</summary>
    public int Accounts => cumulative.Length - 1;

    /// <summary>How many accounts "the top 20 %" are: ceil(0.2 n).</summary>
    public int Top20Percent { get; }

    /// <summary>Share of net sales of the top 20 %; null when net sales are not positive.</summary>
    public double? Top20PercentShare => ShareOfTop(Top20Percent);

    /// <summary>The smallest number of accounts whose cumulative share reaches 80 %; 0 when net sales are not positive.</summary>
    public int AccountsFor80Percent { get; }

    /// <summary>Does 80/20 hold?</summary>
    public ParetoVerdict Verdict =>
        Top20PercentShare switch
        {
            null => ParetoVerdict.Undefined,
            < 0.5 => ParetoVerdict.DoesNotHold,
            < HoldsFrom => ParetoVerdict.Partly,
            _ => ParetoVerdict.Holds,
        };

    /// <summary>
    /// The curve for a chart, from (0, 0) to (n, 1): every account when there are few, else at most 200 points, evenly spaced, with the
    /// first account, the top 20 % and the accounts for 80 % among them, each exact. Empty when net sales are not positive.
    /// </summary>
    public IReadOnlyList<ParetoPoint> Points { get; }

    /// <summary>Share of net sales of the first so many accounts; null when net sales are not positive.</summary>
    public double? ShareOfTop(int accounts) => Total > 0 ? (double)cumulative[Math.Clamp(accounts, 0, Accounts)] / (double)Total : null;

    /// <summary>The curve of a ranking.</summary>
    public static ParetoCurve Of(AccountFigures figures, SalesRanking ranking)
    {
        var sums = new Int128[ranking.Rows.Length + 1];
        for (var i = 0; i < ranking.Rows.Length; i++)
            sums[i + 1] = sums[i] + figures.NetSales[ranking.Rows[i]];

        return new ParetoCurve(sums);
    }

    internal static int CeilingOfPercent(int count, int percent) => (int)(((long)count * percent + 99) / 100);

    private Int128 Total => cumulative[^1];

    private int FirstReaching(int percent)
    {
        if (Total <= 0)
            return 0;

        var accounts = 0;
        while (cumulative[accounts] * 100 < Total * percent)
            accounts++;

        return accounts;
    }

    private List<ParetoPoint> SamplePoints()
    {
        var wanted = new SortedSet<int> { 0, 1, Top20Percent, AccountsFor80Percent, Accounts };
        var steps = Math.Min(Accounts, MostPoints - wanted.Count);
        for (var step = 1; step <= steps; step++)
            wanted.Add((int)((long)Accounts * step / steps));

        return wanted.Select(accounts => new ParetoPoint(accounts, (double)accounts / Accounts, ShareOfTop(accounts)!.Value)).ToList();
    }
}
