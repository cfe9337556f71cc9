namespace Jingke.Web.Tabular.Values;

/// <summary>Whole-number arithmetic that rounds half to even.</summary>
internal static class Rounded
{
    /// <summary>The quotient, rounded; the divisor is positive and the quotient fits a long.</summary>
    public static long Divide(Int128 dividend, long divisor)
    {
        if (dividend >= long.MinValue && dividend <= long.MaxValue)
            return Divide((long)dividend, divisor);
        var (quotient, rest) = Int128.DivRem(dividend, divisor);
        var twice = Int128.Abs(rest) * 2;
        if (twice > divisor || twice == divisor && Int128.IsOddInteger(quotient))
            quotient += Int128.Sign(dividend);
        return checked((long)quotient);
    }

    private static long Divide(long dividend, long divisor)
    {
        var (quotient, rest) = Math.DivRem(dividend, divisor);
        var twice = (ulong)Math.Abs(rest) * 2;
        if (twice > (ulong)divisor || twice == (ulong)divisor && (quotient & 1) != 0)
            quotient += Math.Sign(dividend);
        return quotient;
    }
}
