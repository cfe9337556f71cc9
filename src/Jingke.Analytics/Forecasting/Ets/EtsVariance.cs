namespace Jingke.Analytics.Forecasting.Ets;

/// <summary>Forecasts of a fitted model and the variance of their errors.</summary>
/// <remarks>
/// Hyndman et al. (2008), chapter 6: class 1 (additive errors), class 2 (multiplicative errors), class 3 (multiplicative errors and
/// season; exact within the first season, an approximation after it).
/// </remarks>
internal static class EtsVariance
{
    public static ForecastPath Path(EtsModel model, int horizon)
    {
        var (mean, spread) = (new double[horizon], new double[horizon]);
        var factors = model.Form.Season == SeasonKind.Multiplicative;
        var (plain, weights) = (Means(model, horizon, withSeason: !factors), Weights(model, horizon, withSeason: !factors));
        var variances = model.Form.MultiplicativeError ? Relative(model, plain, weights) : Additive(model.Variance, weights);
        for (var h = 0; h < horizon; h++)
        {
            var factor = factors ? model.Season[h % model.Season.Length] : 1;
            (mean[h], spread[h]) = (plain[h] * factor, Math.Sqrt(Math.Max(variances[h], 0)) * Math.Abs(factor));
        }

        return new ForecastPath(model.Form.ToString(), mean, spread) { Fitted = model.Fitted };
    }

    private static double[] Means(EtsModel model, int horizon, bool withSeason)
    {
        var means = new double[horizon];
        var (damping, power) = (0d, 1d);
        for (var h = 0; h < horizon; h++)
        {
            power *= model.Smoothing.Phi;
            damping += power;
            means[h] = model.Level + (damping * model.Trend);
            if (withSeason && model.Season.Length > 0)
                means[h] += model.Season[h % model.Season.Length];
        }

        return means;
    }

    /// <summary>How much of an error is still in the forecast j months later, for j = 1, 2, …: c_j in the book.</summary>
    private static double[] Weights(EtsModel model, int horizon, bool withSeason)
    {
        var (alpha, beta, gamma, phi) = model.Smoothing;
        var weights = new double[horizon];
        var (damping, power) = (0d, 1d);
        for (var j = 1; j <= horizon; j++)
        {
            power *= phi;
            damping += power;
            weights[j - 1] = alpha + (beta * damping);
            if (withSeason && model.Season.Length > 0 && j % model.Season.Length == 0)
                weights[j - 1] += gamma;
        }

        return weights;
    }

    private static double[] Additive(double variance, double[] weights)
    {
        var variances = new double[weights.Length];
        var sum = 1d;
        for (var h = 0; h < variances.Length; h++)
        {
            variances[h] = variance * sum;
            sum += weights[h] * weights[h];
        }

        return variances;
    }

    private static double[] Relative(EtsModel model, double[] means, double[] weights)
    {
        var (variances, theta) = (new double[means.Length], new double[means.Length]);
        for (var h = 0; h < means.Length; h++)
        {
            theta[h] = means[h] * means[h];
            for (var j = 1; j <= h; j++)
                theta[h] += model.Variance * weights[j - 1] * weights[j - 1] * theta[h - j];
            var seasons = 1d;
            if (model.Form.Season == SeasonKind.Multiplicative)
                seasons = Math.Pow(1 + (model.Smoothing.Gamma * model.Smoothing.Gamma * model.Variance), h / model.Season.Length);
            variances[h] = (theta[h] * (1 + model.Variance) * seasons) - (means[h] * means[h]);
        }

        return variances;
    }
}
