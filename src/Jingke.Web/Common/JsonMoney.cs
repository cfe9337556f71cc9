using Jingke.Analytics.Tiers;
using Jingke.Domain;

namespace Jingke.Web.Common;

/// <summary>Amounts and quantities as JSON gives them: decimal numbers of units, 12.3 for 123,000 ten-thousandths.</summary>
internal static class JsonMoney
{
    /// <summary>Currency units, or units of quantity, of a count of ten-thousandths.</summary>
    public static decimal Units(long tenThousandths) => new Money(tenThousandths).Units;

    /// <inheritdoc cref="Units(long)"/>
    public static decimal? Units(long? tenThousandths) => tenThousandths is { } count ? Units(count) : null;

    /// <summary>The numbers of a reason with its money in currency units; null for what is not a number, for which JSON has no word.</summary>
    public static IReadOnlyList<double?> ArgumentsOf(Reason reason) =>
        [
            .. reason.Arguments.Select(
                (number, at) => double.IsFinite(number) ? number / (IsMoney(reason.Code, at) ? Money.PerUnit : 1) : (double?)null
            ),
        ];

    private static bool IsMoney(string code, int argument) =>
        argument == 0
        && code
            is ReasonCodes.NegativeBase
                or ReasonCodes.BelowMinimum
                or ReasonCodes.LetGoByTrueProfit
                or ReasonCodes.LetGoByProfit
                or ReasonCodes.LetGoByNetSales;
}
