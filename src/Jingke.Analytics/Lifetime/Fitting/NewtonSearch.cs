using MathNet.Numerics.LinearAlgebra;

namespace Jingke.Analytics.Lifetime.Fitting;

/// <summary>
/// Climbs a log-likelihood by damped Newton steps (Levenberg-Marquardt) on the logarithms of the parameters, within bounds. The second
/// derivatives are differences of the exact gradient. The number of evaluations is bounded, so it ends on any data.
/// </summary>
internal sealed class NewtonSearch(LogLikelihood likelihood, double[] lower, double[] upper)
{
    /// <summary>What a full step would still gain in log-likelihood when the search may end.</summary>
    private const double Gain = 1e-8;

    /// <summary>What rounding takes from a log-likelihood, relative to it.</summary>
    private const double Rounding = 1e-14;
    private const double LongestStep = 2;
    private const double Difference = 1e-4;
    private const int MostEvaluations = 400;

    private readonly int count = likelihood.Parameters;

    /// <summary>Gradient evaluations so far.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Steps taken so far.</summary>
    public int Iterations { get; private set; }

    /// <summary>Where the search is: logarithms of the parameters.</summary>
    public double[] Point { get; private set; } = [];

    /// <summary>The log-likelihood there.</summary>
    public double Value { get; private set; } = double.NegativeInfinity;

    /// <summary>Its gradient there.</summary>
    public double[] Gradient { get; private set; } = [];

    /// <summary>True when no step could gain anything worth naming.</summary>
    public bool Converged { get; private set; }

    /// <summary>True when it may not evaluate any more.</summary>
    public bool ReachedLimit => Evaluations >= MostEvaluations;

    /// <summary>Climbs from a point.</summary>
    /// <param name="start">Logarithms of the parameters to begin with.</param>
    /// <param name="curvature">
    /// Second derivatives of minus the log-likelihood that hold all the way, from a part of the rows for instance; worked out at each
    /// step when null.
    /// </param>
    public void Climb(double[] start, Matrix<double>? curvature = null)
    {
        Point = Array.ConvertAll(start, x => x);
        for (var i = 0; i < count; i++)
            Point[i] = Math.Clamp(Point[i], lower[i], upper[i]);

        (Value, Gradient, Converged) = (Evaluate(Point, out var gradient), gradient, false);
        var damping = 1e-3;
        while (Evaluations < MostEvaluations && double.IsFinite(Value))
        {
            var second = curvature ?? Curvature(central: false);
            var free = Free();
            if (free.Length == 0)
            {
                Converged = true;
                return;
            }

            var (tried, climbed) = (0, false);
            while (!climbed && Evaluations < MostEvaluations)
            {
                var step = Step(second, free, damping, out var gain);
                if (!(gain >= Math.Max(Gain, Rounding * Math.Abs(Value))))
                {
                    // A small gain of a step that had to be damped hard proves nothing.
                    Converged = damping <= 10 && gain >= 0;
                    return;
                }

                climbed = Try(step);
                damping = climbed ? Math.Max(damping / 10, 1e-12) : damping * 8;
                if (!climbed && ++tried > 30)
                    return;
            }

            Iterations++;
        }
    }

    /// <summary>Parameters that lie on a bound beyond which the likelihood still rises.</summary>
    public bool[] AtBound()
    {
        var free = Free();
        return [.. Enumerable.Range(0, count).Select(i => !free.Contains(i))];
    }

    /// <summary>Second derivatives of minus the log-likelihood where the search is, from differences of the gradient.</summary>
    public Matrix<double> Curvature(bool central)
    {
        var second = Matrix<double>.Build.Dense(count, count);
        for (var i = 0; i < count; i++)
        {
            var moved = (double[])Point.Clone();
            var ahead = Point[i] + Difference > upper[i] ? -Difference : Difference;
            moved[i] = Point[i] + ahead;
            Evaluate(moved, out var there);
            var (here, distance) = (Gradient, ahead);
            if (central && Point[i] - ahead >= lower[i] && Point[i] - ahead <= upper[i])
            {
                moved[i] = Point[i] - ahead;
                Evaluate(moved, out here);
                distance = 2 * ahead;
            }

            for (var j = 0; j < count; j++)
                second[j, i] = -(there[j] - here[j]) / distance;
        }

        return (second + second.Transpose()) / 2;
    }

    private int[] Free() =>
        [
            .. Enumerable
                .Range(0, count)
                .Where(i => !(Point[i] <= lower[i] && Gradient[i] <= 0) && !(Point[i] >= upper[i] && Gradient[i] >= 0)),
        ];

    /// <summary>The step that a damped quadratic would take, and what it expects to gain.</summary>
    private double[] Step(Matrix<double> second, int[] free, double damping, out double gain)
    {
        var slope = Vector<double>.Build.Dense(free.Length, i => Gradient[free[i]]);
        var largest = free.Max(i => Math.Abs(second[i, i]));
        while (true)
        {
            var damped = Matrix<double>.Build.Dense(
                free.Length,
                free.Length,
                (i, j) =>
                    second[free[i], free[j]]
                    + (i == j ? damping * Math.Max(Math.Abs(second[free[i], free[i]]), 1e-6 * largest) + double.Epsilon : 0)
            );
            if (Solve(damped, slope) is { } solved)
            {
                gain = slope.DotProduct(solved) / 2;
                var scale = Math.Min(1, LongestStep / solved.AbsoluteMaximum());
                var step = new double[count];
                for (var i = 0; i < free.Length; i++)
                    step[free[i]] = scale * solved[i];

                return step;
            }

            damping *= 10;
            if (damping <= 1e12)
                continue;

            // Flat in every direction, or not a number: this method has nowhere to go.
            gain = double.NaN;
            return new double[count];
        }
    }

    /// <summary>The solution where the matrix is positive definite; else null.</summary>
    internal static Vector<double>? Solve(Matrix<double> matrix, Vector<double> right)
    {
        try
        {
            var solved = matrix.Cholesky().Solve(right);
            return solved.All(double.IsFinite) ? solved : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private bool Try(double[] step)
    {
        var next = new double[count];
        for (var i = 0; i < count; i++)
            next[i] = Math.Clamp(Point[i] + step[i], lower[i], upper[i]);

        var value = Evaluate(next, out var gradient);
        if (!(value > Value))
            return false;

        (Point, Value, Gradient) = (next, value, gradient);
        return true;
    }

    private double Evaluate(double[] point, out double[] gradient)
    {
        Evaluations++;
        gradient = new double[count];
        var value = likelihood.Evaluate(point, gradient);
        return double.IsFinite(value) && gradient.All(double.IsFinite) ? value : double.NegativeInfinity;
    }
}
