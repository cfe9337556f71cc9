using MathNet.Numerics.LinearAlgebra;

namespace Jingke.Analytics.Lifetime.Fitting;

/// <summary>Finds the most likely parameters and says how sure they are.</summary>
internal static class Fitter
{
    /// <summary>Above twice this many rows the search first climbs on a systematic sample of about so many.</summary>
    public const int SampleRows = 12_000;

    /// <summary>Climbs from each start until one ends at a maximum; then reports the best.</summary>
    /// <param name="likelihood">The log-likelihood.</param>
    /// <param name="sample">The same over a part of the rows; null where that is not worth it.</param>
    /// <param name="starts">Parameter values to begin with, the most promising first.</param>
    /// <param name="lower">Least value of each parameter.</param>
    /// <param name="upper">Largest value of each parameter.</param>
    /// <param name="names">Names of the parameters.</param>
    /// <param name="units">What a parameter value has to be multiplied by to be in the unit of the report.</param>
    /// <param name="offset">What the log-likelihood in the unit of the report is less.</param>
    public static FitReport Fit(
        LogLikelihood likelihood,
        LogLikelihood? sample,
        double[][] starts,
        double[] lower,
        double[] upper,
        string[] names,
        double[] units,
        double offset
    )
    {
        var (logLower, logUpper) = (Array.ConvertAll(lower, Math.Log), Array.ConvertAll(upper, Math.Log));
        NewtonSearch? best = null;
        var (iterations, evaluations) = (0, 0);
        foreach (var start in starts)
        {
            var search = new NewtonSearch(likelihood, logLower, logUpper);
            Climb(search, sample, Array.ConvertAll(start, Math.Log), logLower, logUpper, likelihood.Customers, out var others);
            iterations += search.Iterations + others.Iterations;
            evaluations += search.Evaluations + others.Evaluations;
            best = best is null || search.Value > best.Value ? search : best;
            if (best.Converged)
                break;
        }

        return Report(best!, likelihood, names, units, offset, iterations, evaluations);
    }

    private static void Climb(
        NewtonSearch search,
        LogLikelihood? sample,
        double[] start,
        double[] lower,
        double[] upper,
        double customers,
        out (int Iterations, int Evaluations) others
    )
    {
        others = (0, 0);
        if (sample is null)
        {
            search.Climb(start);
            return;
        }

        // The sample's maximum is close and its curvature, scaled up, is nearly that of all rows: a few evaluations of all rows remain.
        var first = new NewtonSearch(sample, lower, upper);
        first.Climb(start);
        var curvature = first.Curvature(central: false) * (customers / sample.Customers);
        others = (first.Iterations, first.Evaluations);
        search.Climb(first.Point, curvature);
        if (!search.Converged)
            search.Climb(search.Point);
    }

    private static FitReport Report(
        NewtonSearch search,
        LogLikelihood likelihood,
        string[] names,
        double[] units,
        double offset,
        int iterations,
        int evaluations
    )
    {
        var bound = search.AtBound();
        var before = search.Evaluations;
        // One-sided differences are off by a ten-thousandth, far less than a standard error of many rows matters; they halve the cost.
        var errors = StandardErrors(search.Curvature(central: likelihood.Rows <= 2 * SampleRows), bound);
        var parameters = new FittedParameter[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var value = Math.Exp(search.Point[i]) * units[i];
            parameters[i] = new FittedParameter(names[i], value, errors[i] * value, bound[i]);
        }

        var end = search.Converged
            ? Array.Exists(bound, at => at)
                ? FitEnd.Boundary
                : FitEnd.Maximum
            : search.ReachedLimit
                ? FitEnd.EvaluationLimit
                : FitEnd.Stalled;
        return new FitReport(
            search.Value - offset,
            (long)likelihood.Customers,
            likelihood.Rows,
            end,
            iterations,
            evaluations + search.Evaluations - before,
            parameters
        );
    }

    /// <summary>Standard errors of the parameters' logarithms: relative errors of the parameters themselves (delta method).</summary>
    private static double?[] StandardErrors(Matrix<double> information, bool[] bound)
    {
        var errors = new double?[bound.Length];
        var free = Enumerable.Range(0, bound.Length).Where(i => !bound[i]).ToArray();
        for (var i = 0; i < free.Length; i++)
        {
            var matrix = Matrix<double>.Build.Dense(free.Length, free.Length, (row, column) => information[free[row], free[column]]);
            var unit = Vector<double>.Build.Dense(free.Length);
            unit[i] = 1;
            if (NewtonSearch.Solve(matrix, unit) is { } solved && solved[i] > 0)
                errors[free[i]] = Math.Sqrt(solved[i]);
        }

        return errors;
    }
}
