namespace Jingke.Analytics.Forecasting;

/// <summary>Least squares line through values at 1, 2, 3, …</summary>
/// <param name="Intercept">Value at 0.</param>
/// <param name="Slope">Change from one value to the next.</param>
internal readonly record struct StraightLine(double Intercept, double Slope)
{
    public double At(double x) => Intercept + (Slope * x);

    /// <summary>The line; flat through a single value.</summary>
    public static StraightLine Through(ReadOnlySpan<double> values)
    {
        var middle = (values.Length + 1) / 2d;
        var (mean, cross, square) = (Seasonality.Mean(values), 0d, 0d);
        for (var i = 0; i < values.Length; i++)
        {
            var x = i + 1 - middle;
            cross += x * (values[i] - mean);
            square += x * x;
        }

        var slope = square > 0 ? cross / square : 0;
        return new(mean - (slope * middle), slope);
    }
}
