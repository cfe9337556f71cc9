namespace Jingke.Analytics.Forecasting;

/// <summary>
/// Downhill simplex with bounded effort, for functions of a few dozen variables without derivatives. A function may move a trial point
/// back into its region before it judges it: an optimum on the edge is then found as quickly as one inside.
/// </summary>
/// <remarks>Nelder and Mead (1965); the cautious coefficients are those of Gao and Han (2012).</remarks>
internal static class NelderMead
{
    /// <summary>Minimises a function; the better of start and result is left in <paramref name="point"/>.</summary>
    /// <param name="function">To be minimised; infinite where it cannot be. May move its argument back into the allowed region.</param>
    /// <param name="point">Where to start, inside the region; afterwards the best point.</param>
    /// <param name="steps">First step in each direction, not 0.</param>
    /// <param name="evaluations">The most calls of the function.</param>
    /// <param name="tolerance">Ends when best and worst corner differ by no more than this, relative to 1 + |best|.</param>
    /// <param name="cautious">Smaller changes of the simplex, which find the bottom of narrow valleys; else the original ones.</param>
    /// <returns>The value at <paramref name="point"/>.</returns>
    public static double Minimise(
        Func<double[], double> function,
        double[] point,
        double[] steps,
        int evaluations,
        double tolerance,
        bool cautious = true
    )
    {
        var n = point.Length;
        double many = Math.Max(n, 2),
            expand = cautious ? 1 + (2 / many) : 2,
            contract = cautious ? 0.75 - (1 / (2 * many)) : 0.5,
            shrink = cautious ? 1 - (1 / many) : 0.5;
        var corners = new double[n + 1][];
        var values = new double[n + 1];
        for (var i = 0; i <= n; i++)
        {
            corners[i] = (double[])point.Clone();
            if (i > 0)
                corners[i][i - 1] += steps[i - 1];
            values[i] = function(corners[i]);
        }

        var (centre, first, second) = (new double[n], new double[n], new double[n]);
        for (var calls = n + 1; calls < evaluations; )
        {
            var (best, worst, next) = Order(values);
            if (values[worst] - values[best] <= tolerance * (1 + Math.Abs(values[best])))
                break;

            Centre(corners, worst, centre);
            var reflected = Try(function, centre, corners[worst], -1, first);
            calls++;
            if (reflected < values[best])
            {
                var expanded = Try(function, centre, corners[worst], -expand, second);
                calls++;
                Replace(worst, expanded < reflected ? second : first, Math.Min(expanded, reflected));
            }
            else if (reflected < values[next])
            {
                Replace(worst, first, reflected);
            }
            else
            {
                var outside = reflected < values[worst];
                var contracted = Try(function, centre, corners[worst], outside ? -contract : contract, second);
                calls++;
                if (contracted < (outside ? reflected : values[worst]))
                {
                    Replace(worst, second, contracted);
                }
                else
                {
                    ShrinkTo(best);
                    calls += n;
                }
            }
        }

        var (at, _, _) = Order(values);
        Array.Copy(corners[at], point, n);
        return values[at];

        void Replace(int corner, double[] by, double value)
        {
            Array.Copy(by, corners[corner], n);
            values[corner] = value;
        }

        void ShrinkTo(int best)
        {
            for (var i = 0; i <= n; i++)
            {
                if (i == best)
                    continue;

                for (var j = 0; j < n; j++)
                    corners[i][j] = corners[best][j] + (shrink * (corners[i][j] - corners[best][j]));
                values[i] = function(corners[i]);
            }
        }
    }

    private static double Try(Func<double[], double> function, double[] centre, double[] from, double factor, double[] to)
    {
        for (var j = 0; j < to.Length; j++)
            to[j] = centre[j] + (factor * (from[j] - centre[j]));
        return function(to);
    }

    private static void Centre(double[][] corners, int without, double[] centre)
    {
        Array.Clear(centre);
        for (var i = 0; i < corners.Length; i++)
        {
            if (i == without)
                continue;

            for (var j = 0; j < centre.Length; j++)
                centre[j] += corners[i][j];
        }

        for (var j = 0; j < centre.Length; j++)
            centre[j] /= corners.Length - 1;
    }

    /// <summary>The best corner, the worst, and the worst but one.</summary>
    private static (int Best, int Worst, int Next) Order(double[] values)
    {
        var (best, worst) = (0, 0);
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] < values[best])
                best = i;
            if (values[i] >= values[worst])
                worst = i;
        }

        var next = best;
        for (var i = 0; i < values.Length; i++)
        {
            if (i != worst && values[i] > values[next])
                next = i;
        }

        return (best, worst, next);
    }
}
