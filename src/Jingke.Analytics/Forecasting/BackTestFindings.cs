namespace Jingke.Analytics.Forecasting;

/// <summary>What the trials of a back-test show besides the mean error: whether the method's own doubt was right, and to which side it errs.</summary>
/// <param name="Months">Months of all trials together.</param>
/// <param name="Covered80">Share of them that lay within the 80 % interval of the method's own model; null where it has no doubt.</param>
/// <param name="Covered95">The same for 95 %.</param>
/// <param name="Bias">Sum of (forecast - actual) / sum of actual over all trials; null where that sum is not positive.</param>
/// <param name="SameSide">Every trial erred to the same side in its sum.</param>
public sealed record BackTestFindings(int Months, double? Covered80, double? Covered95, double? Bias, bool SameSide)
{
    /// <summary>Reads a back-test against what came.</summary>
    /// <param name="history">The history that was tested.</param>
    /// <param name="test">The back-test.</param>
    public static BackTestFindings Of(ReadOnlySpan<double> history, BackTestResult test)
    {
        var (within80, within95, months, doubts) = (0, 0, 0, true);
        var (over, actualSum) = (new double[test.Origins.Count], 0d);
        for (var trial = 0; trial < test.Origins.Count; trial++)
        {
            var (known, path) = (test.Origins[trial] + 1, test.Paths[trial]);
            var (z80, z95) = (Forecaster.Quantile(known, 0.9), Forecaster.Quantile(known, 0.975));
            for (var h = 0; h < test.Horizon; h++, months++)
            {
                var (actual, error) = (history[known + h], path.Mean[h] - history[known + h]);
                doubts &= path.Spread[h] > 0;
                within80 += Math.Abs(error) <= z80 * path.Spread[h] ? 1 : 0;
                within95 += Math.Abs(error) <= z95 * path.Spread[h] ? 1 : 0;
                over[trial] += error;
                actualSum += actual;
            }
        }

        return new(
            months,
            doubts && months > 0 ? (double)within80 / months : null,
            doubts && months > 0 ? (double)within95 / months : null,
            actualSum > 0 ? over.Sum() / actualSum : null,
            over.Length > 1 && (over.All(sum => sum > 0) || over.All(sum => sum < 0))
        );
    }
}
