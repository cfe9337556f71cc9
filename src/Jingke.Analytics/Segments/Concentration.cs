using Jingke.Analytics.Figures;

namespace Jingke.Analytics.Segments;

/// <summary>How much hangs on few accounts. Every figure is null when net sales are not positive.</summary>
/// <param name="Herfindahl">Sum of squared shares: 1 / n when all are equal, 1 when one account has everything.</param>
/// <param name="Gini">
/// Gini coefficient of net sales: sum over accounts, smallest first, of (2 i - n - 1) x_i / (n sum x). 0 when all are equal. Accounts
/// with negative net sales enter as they are; with them the coefficient may exceed 1.
/// </param>
/// <param name="Top1">Share of the largest account.</param>
/// <param name="Top5">Share of the five largest.</param>
/// <param name="Top10">Share of the ten largest.</param>
public sealed record Concentration(double? Herfindahl, double? Gini, double? Top1, double? Top5, double? Top10)
{
    /// <summary>The concentration of a ranking.</summary>
    public static Concentration Of(AccountFigures figures, SalesRanking ranking, ParetoCurve curve)
    {
        var count = ranking.Rows.Length;
        if (figures.TotalNetSales <= 0)
            return new Concentration(null, null, null, null, null);

        var (squares, weighted, total) = (0.0, (Int128)0, (double)figures.TotalNetSales);
        for (var i = 0; i < count; i++)
        {
            var netSales = figures.NetSales[ranking.Rows[i]];
            squares += netSales / total * (netSales / total);
            weighted += (Int128)(count - 1 - (2L * i)) * netSales;
        }

        return new Concentration(
            squares,
            (double)weighted / (count * total),
            curve.ShareOfTop(1),
            curve.ShareOfTop(5),
            curve.ShareOfTop(10)
        );
    }
}
