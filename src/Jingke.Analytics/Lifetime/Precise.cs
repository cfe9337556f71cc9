namespace Jingke.Analytics.Lifetime;

/// <summary>Logarithms and exponentials near 1 and 0, where the plain ones lose digits, and far out, where they overflow.</summary>
internal static class Precise
{
    /// <summary>ln(1 + x), for x > -1.</summary>
    public static double Log1P(double x)
    {
        var sum = 1 + x;
        if (sum == 1)
            return x;

        // What rounding took from the sum, it takes from the divisor too.
        return double.IsInfinity(sum) ? sum : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>e^x - 1.</summary>
    public static double ExpM1(double x)
    {
        if (Math.Abs(x) > 0.5)
            return Math.Exp(x) - 1;

        var power = Math.Exp(x);
        return power == 1 ? x : (power - 1) * (x / Math.Log(power));
    }

    /// <summary>ln((start + length) / start), for a positive start and a length of at least 0.</summary>
    public static double LogRatio(double start, double length) => Log1P(length / start);

    /// <summary>ln(1 + e^value).</summary>
    public static double SoftPlus(double value) => value > 0 ? value + Log1P(Math.Exp(-value)) : Log1P(Math.Exp(value));

    /// <summary>1 / (1 + e^value).</summary>
    public static double Complement(double value)
    {
        if (value <= 0)
            return 1 / (1 + Math.Exp(value));

        var inverse = Math.Exp(-value);
        return inverse / (1 + inverse);
    }
}
