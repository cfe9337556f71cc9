using Jingke.Analytics.Segments;
using Jingke.Analytics.Tiers;

namespace Jingke.Analytics.Profit;

/// <summary>The codes of reasons why a big account is no VIP. Money is in ten-thousandths, shares are fractions of net sales.</summary>
public static class ProfitReasonCodes
{
    /// <summary>It costs money: {0} true profit.</summary>
    public const string Loss = "profit.loss";

    /// <summary>{0} rank by net sales, {1} rank by true profit, {2} number of ranked accounts.</summary>
    public const string RankDrop = "profit.rank-drop";

    /// <summary>Goods cost more than usual: {0} gross profit as a share, {1} the median account's, {2} what the difference costs.</summary>
    public const string ThinMargin = "profit.thin-margin";

    /// <summary>Serving it costs more than usual: {0} cost to serve as a share, {1} the median account's, {2} what the difference costs.</summary>
    public const string CostToServe = "profit.cost-to-serve";

    /// <summary>It pays later than usual: {0} cost of late payment as a share, {1} the median account's, {2} what the difference costs.</summary>
    public const string LatePayment = "profit.late-payment";
}

/// <summary>A big account that is no VIP.</summary>
/// <param name="Row">Its row.</param>
/// <param name="SalesRank">Rank by net sales.</param>
/// <param name="ProfitRank">Rank by true profit.</param>
/// <param name="Profit">True profit, ten-thousandths.</param>
/// <param name="Reasons">Why (<see cref="ProfitReasonCodes"/>): loss and ranks first, then what costs most.</param>
public sealed record BigNotVip(int Row, int SalesRank, int ProfitRank, long Profit, IReadOnlyList<Reason> Reasons);

/// <summary>
/// Rank by net sales against rank by true profit, both among the accounts whose true profit is known, so that they can be compared; equal
/// values share the better rank.
/// </summary>
public sealed class ProfitRanking
{
    private readonly TrueProfit profit;
    private readonly int[] salesRanks;
    private readonly int[] profitRanks;
    private readonly int[] bySales;
    private readonly (double Margin, double Service, double Late) medians;

    private ProfitRanking(TrueProfit profit)
    {
        this.profit = profit;
        var known = Enumerable.Range(0, profit.Count).Where(profit.IsKnown).ToArray();
        (Ranked, Unranked) = (known.Length, Enumerable.Range(0, profit.Count).Count(profit.IsActive) - known.Length);
        (bySales, salesRanks) = Rank(known, profit.NetSalesOf);
        (_, profitRanks) = Rank(known, row => profit[row]!.Value);
        var selling = known.Where(row => profit.NetSalesOf(row) > 0).ToArray();
        medians = (Median(selling, Margin), Median(selling, Service), Median(selling, Late));
    }

    /// <summary>Accounts whose true profit is known.</summary>
    public int Ranked { get; }

    /// <summary>Active accounts without a rank, because a part of their profit is missing. Say so.</summary>
    public int Unranked { get; }

    /// <summary>Rank by net sales, 1 = largest; null without true profit.</summary>
    public int? SalesRankOf(int row) => salesRanks[row] > 0 ? salesRanks[row] : null;

    /// <summary>Rank by true profit, 1 = largest; null without true profit.</summary>
    public int? ProfitRankOf(int row) => profitRanks[row] > 0 ? profitRanks[row] : null;

    /// <summary>The accounts that are big and no VIP: among the first by net sales, and not among as many by true profit, or at a loss. Largest net sales first.</summary>
    /// <param name="percent">Big are the first ceil(this percentage of ranked accounts), 1 to 100.</param>
    public IReadOnlyList<BigNotVip> BigNotVips(int percent = 20)
    {
        var cut = CutOf(percent);
        return
        [
            .. bySales
                .TakeWhile(row => salesRanks[row] <= cut)
                .Where(row => profitRanks[row] > cut || profit[row] <= 0)
                .Select(row => new BigNotVip(row, salesRanks[row], profitRanks[row], profit[row]!.Value, ReasonsOf(row))),
        ];
    }

    /// <summary>Active accounts as big as those, whose true profit is not known: nobody can say whether they are VIP. Largest net sales first, then by row.</summary>
    /// <param name="percent">As for <see cref="BigNotVips"/>.</param>
    public IReadOnlyList<int> BigUnknown(int percent = 20)
    {
        var cut = CutOf(percent);
        var floor = bySales.Where(row => salesRanks[row] <= cut).Select(profit.NetSalesOf).DefaultIfEmpty(long.MinValue).Min();
        return
        [
            .. Enumerable
                .Range(0, profit.Count)
                .Where(row => profit.IsActive(row) && !profit.IsKnown(row) && profit.NetSalesOf(row) >= floor)
                .OrderByDescending(profit.NetSalesOf),
        ];
    }

    /// <summary>Ranks the accounts.</summary>
    public static ProfitRanking Of(TrueProfit profit) => new(profit);

    private int CutOf(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        return ParetoCurve.CeilingOfPercent(Ranked, percent);
    }

    private Reason[] ReasonsOf(int row)
    {
        var reasons = new List<Reason>();
        if (profit[row] <= 0)
            reasons.Add(new Reason(ProfitReasonCodes.Loss, profit[row]!.Value));

        reasons.Add(new Reason(ProfitReasonCodes.RankDrop, salesRanks[row], profitRanks[row], Ranked));
        var sales = profit.NetSalesOf(row);
        if (sales <= 0)
            return [.. reasons];

        var costly = new List<(double Cost, Reason Reason)>();
        Compare(ProfitReasonCodes.ThinMargin, Margin(row), medians.Margin, medians.Margin - Margin(row));
        Compare(ProfitReasonCodes.CostToServe, Service(row), medians.Service, Service(row) - medians.Service);
        Compare(ProfitReasonCodes.LatePayment, Late(row), medians.Late, Late(row) - medians.Late);
        return [.. reasons, .. costly.OrderByDescending(one => one.Cost).Select(one => one.Reason)];

        void Compare(string code, double own, double median, double excess)
        {
            if (excess * sales >= 1)
                costly.Add((excess * sales, new Reason(code, own, median, Math.Round(excess * sales))));
        }
    }

    private double Margin(int row) => (double)profit.GrossProfitOf(row)!.Value / profit.NetSalesOf(row);

    private double Service(int row) => (double)profit.CostToServeOf(row)!.Value / profit.NetSalesOf(row);

    private double Late(int row) => (double)profit.LatePaymentOf(row)!.Value / profit.NetSalesOf(row);

    private static double Median(int[] rows, Func<int, double> share)
    {
        if (rows.Length == 0)
            return 0;

        var shares = Array.ConvertAll(rows, row => share(row));
        Array.Sort(shares);
        return (shares[(shares.Length - 1) / 2] + shares[shares.Length / 2]) / 2;
    }

    private (int[] Rows, int[] Ranks) Rank(int[] known, Func<int, long> value)
    {
        var rows = known.OrderByDescending(value).ToArray();
        var ranks = new int[profit.Count];
        for (var i = 0; i < rows.Length; i++)
            ranks[rows[i]] = i > 0 && value(rows[i]) == value(rows[i - 1]) ? ranks[rows[i - 1]] : i + 1;

        return (rows, ranks);
    }
}
