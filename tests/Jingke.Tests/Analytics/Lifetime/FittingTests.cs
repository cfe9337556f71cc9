using Jingke.Analytics.Lifetime;
using Jingke.Analytics.Lifetime.Fitting;
using Xunit;

namespace Jingke.Tests.Analytics.Lifetime;

/// <summary>The fitting itself: finds what is there, ends on any data, and says honestly how it ended.</summary>
public class FittingTests
{
    private static readonly PurchaseModelKind[] Kinds = Enum.GetValues<PurchaseModelKind>();

    [Fact]
    public void Bg_nbd_is_recovered_from_customers_who_follow_it()
    {
        var (histories, _) = Simulated.BetaGeometric(30_000, (0.6, 5, 0.9, 2.5), mayLeaveAtOnce: false, i => 20 + (i % 60));

        AssertRecovered(PurchaseModels.BgNbd(PooledHistories.Of(histories)).Report!, 0.6, 5, 0.9, 2.5);
    }

    [Fact]
    public void Mbg_nbd_is_recovered_from_customers_who_follow_it()
    {
        var (histories, _) = Simulated.BetaGeometric(30_000, (0.6, 5, 0.9, 2.5), mayLeaveAtOnce: true, i => 20 + (i % 60));

        AssertRecovered(PurchaseModels.MbgNbd(PooledHistories.Of(histories)).Report!, 0.6, 5, 0.9, 2.5);
    }

    [Fact]
    public void Pareto_nbd_is_recovered_from_customers_who_follow_it()
    {
        var (histories, _) = Simulated.ParetoNbd(30_000, (0.7, 6, 0.8, 20), i => 20 + (i % 60));

        AssertRecovered(PurchaseModels.ParetoNbd(PooledHistories.Of(histories)).Report!, 0.7, 6, 0.8, 20);
    }

    [Fact]
    public void Gamma_gamma_is_recovered_from_customers_who_follow_it()
    {
        var (frequency, spend) = Simulated.GammaGamma(20_000, (6, 3.5, 16));

        AssertRecovered(GammaGammaModel.Fit(frequency, spend).Report!, 6, 3.5, 16);
    }

    [Fact]
    public void Gradients_are_the_slopes_of_the_likelihood()
    {
        var (histories, _) = Simulated.ParetoNbd(500, (0.7, 6, 0.8, 20), i => 5 + (i % 60));
        histories[0] = new PurchaseHistory(2000, 44, 50);
        var pool = PooledHistories.Of(histories);
        LogLikelihood[] likelihoods =
        [
            new BetaGeometricLikelihood(pool, 30, 0),
            new BetaGeometricLikelihood(pool, 30, 1),
            new ParetoNbdLikelihood(pool, 30),
            new GammaGammaLikelihood([1, 1, 2, 9, 9], [0.1, 2, 0.7, 0.9, 1.3]),
        ];

        foreach (var likelihood in likelihoods)
        {
            var logs = Enumerable.Range(0, likelihood.Parameters).Select(i => Math.Log(0.4 + (0.35 * i))).ToArray();
            var (gradient, unused) = (new double[logs.Length], new double[logs.Length]);
            likelihood.Evaluate(logs, gradient);
            for (var i = 0; i < logs.Length; i++)
            {
                var (above, below) = ((double[])logs.Clone(), (double[])logs.Clone());
                above[i] += 1e-5;
                below[i] -= 1e-5;
                var slope = (likelihood.Evaluate(above, unused) - likelihood.Evaluate(below, unused)) / 2e-5;
                Assert.Equal(slope, gradient[i], 1e-5 * (1 + Math.Abs(slope)));
            }
        }
    }

    /// <summary>A fitted likelihood is the sum of what the model says of each customer.</summary>
    [Fact]
    public void The_reported_log_likelihood_is_the_sum_over_customers()
    {
        var (histories, _) = Simulated.ParetoNbd(2000, (0.7, 6, 0.8, 20), i => 5 + (i % 60));
        var pool = PooledHistories.Of(histories);

        foreach (var kind in Kinds)
        {
            var fitted = PurchaseModels.Fit(kind, pool);
            Assert.Equal(histories.Sum(fitted.Model!.LogLikelihood), fitted.Report!.LogLikelihood, 1e-6);
        }
    }

    [Fact]
    public void The_order_of_the_customers_changes_no_digit()
    {
        var (histories, _) = Simulated.ParetoNbd(4000, (0.7, 6, 0.8, 20), i => 5 + (i % 60));
        var shuffled = (PurchaseHistory[])histories.Clone();
        new Random(9).Shuffle(shuffled);

        foreach (var kind in Kinds)
        {
            var (first, second) = (
                PurchaseModels.Fit(kind, PooledHistories.Of(histories)),
                PurchaseModels.Fit(kind, PooledHistories.Of(shuffled))
            );
            Assert.Equal(first.Model, second.Model);
            Assert.Equal(first.Report!.LogLikelihood, second.Report!.LogLikelihood);
        }
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(7.2)]
    [InlineData(1e7)]
    public void Another_currency_unit_scales_the_spend_and_nothing_else(double unit)
    {
        var (frequency, spend) = Simulated.GammaGamma(3000, (6, 3.5, 16));

        var (one, other) = (
            GammaGammaModel.Fit(frequency, spend),
            GammaGammaModel.Fit(frequency, Array.ConvertAll(spend, money => money * unit))
        );

        Assert.Equal(one.Model!.P, other.Model!.P, 1e-5 * one.Model.P);
        Assert.Equal(one.Model.Q, other.Model.Q, 1e-5 * one.Model.Q);
        Assert.Equal(one.Model.MeanSpend!.Value * unit, other.Model.MeanSpend!.Value, 1e-6 * unit * one.Model.MeanSpend.Value);
    }

    [Fact]
    public void A_sample_of_many_rows_only_leads_the_way_to_the_same_maximum()
    {
        var (histories, _) = Simulated.ParetoNbd(60_000, (0.7, 6, 0.8, 20), i => 20 + (i % 60));
        var pool = PooledHistories.Of(histories);
        Assert.True(pool.Histories.Length > 2 * Fitter.SampleRows);

        LogLikelihood[] likelihoods =
        [
            new BetaGeometricLikelihood(pool, 1, 0),
            new BetaGeometricLikelihood(pool, 1, 1),
            new ParetoNbdLikelihood(pool, 1),
        ];
        foreach (var kind in Kinds)
        {
            var report = PurchaseModels.Fit(kind, pool).Report!;
            var slopes = new double[4];
            var value = likelihoods[(int)kind].Evaluate([.. report.Parameters.Select(parameter => Math.Log(parameter.Value))], slopes);

            // A parameter that is off by a thousandth has a slope of ten and more here.
            Assert.Equal(FitEnd.Maximum, report.End);
            Assert.All(slopes, slope => Assert.InRange(slope, -0.5, 0.5));
            Assert.Equal(value, report.LogLikelihood, 1e-4);
        }
    }

    [Fact]
    public void Nothing_to_fit_is_said_plainly()
    {
        PurchaseHistory[] once = [.. Enumerable.Range(0, 50).Select(i => new PurchaseHistory(0, 0, 10 + i))];
        PurchaseHistory[] days = [.. Enumerable.Range(0, 50).Select(i => new PurchaseHistory(i % 3, i % 3 == 0 ? 0 : 1, 3))];

        foreach (var kind in Kinds)
        {
            AssertProblem(FitProblem.NoCustomers, PurchaseModels.Fit(kind, PooledHistories.Of([])));
            AssertProblem(FitProblem.OneCustomer, PurchaseModels.Fit(kind, PooledHistories.Of([new(3, 10, 20)])));
            AssertProblem(FitProblem.NoRepeatPurchases, PurchaseModels.Fit(kind, PooledHistories.Of(once)));
            AssertProblem(FitProblem.TooShort, PurchaseModels.Fit(kind, PooledHistories.Of(days)));
        }

        Assert.Equal(FitProblem.NoCustomers, GammaGammaModel.Fit([], []).Problem);
        Assert.Equal(FitProblem.NoRepeatPurchases, GammaGammaModel.Fit([0, 0], [0, 0]).Problem);
        Assert.Equal(FitProblem.NoSpend, GammaGammaModel.Fit([1, 2], [0, -5]).Problem);
        Assert.Equal(FitProblem.OneCustomer, GammaGammaModel.Fit([1, 2], [0, 5]).Problem);
    }

    /// <summary>
    /// Nobody leaves: all buy every four weeks to the end. The likelihood rises to where nobody can leave; the parameters of leaving mean
    /// nothing then and have no standard error, and predictions go on as before.
    /// </summary>
    [Fact]
    public void Customers_who_never_leave_end_on_a_boundary_and_are_predicted_to_go_on()
    {
        PurchaseHistory[] histories = [.. Enumerable.Range(0, 400).Select(i => new PurchaseHistory(20 + (i % 7), 100, 101))];

        foreach (var kind in Kinds)
        {
            var fitted = PurchaseModels.Fit(kind, PooledHistories.Of(histories));

            Assert.Contains(fitted.Report!.Parameters, parameter => parameter.StandardError is null);
            Assert.All(fitted.Report.Parameters, parameter => Assert.True(double.IsFinite(parameter.Value)));
            Assert.Equal(52 * 23 / 101.0, fitted.Model!.ExpectedPurchases(new(23, 100, 101), 52), 0.3);
            Assert.InRange(fitted.Model.ProbabilityAlive(new(23, 100, 101)), 0.98, 1);
        }
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public void Any_data_end_in_finite_parameters_and_a_word_on_how(int seed)
    {
        var random = new Random(seed);
        var histories = new PurchaseHistory[random.Next(2, 200)];
        for (var i = 0; i < histories.Length; i++)
        {
            var age = 4 + (random.NextDouble() * Math.Pow(10, random.Next(3)));
            var x = random.Next(4) switch
            {
                0 => 0,
                1 => 1,
                2 => random.Next(10),
                _ => random.Next(seed % 3 == 0 ? 10_000 : 40),
            };
            histories[i] = new PurchaseHistory(x, x == 0 ? 0 : age * random.NextDouble(), age);
        }

        histories[0] = new PurchaseHistory(1, 1, 10);
        foreach (var kind in Kinds)
        {
            var (problem, model, report) = PurchaseModels.Fit(kind, PooledHistories.Of(histories));

            Assert.Equal(FitProblem.None, problem);
            Assert.True(double.IsFinite(report!.LogLikelihood));
            Assert.True(report.Evaluations < 2000);
            Assert.Equal(report.Parameters.Any(parameter => parameter.AtBoundary) && report.Converged, report.End == FitEnd.Boundary);
            Assert.All(report.Parameters, parameter => Assert.True(parameter.StandardError is null or > 0));
            Assert.All(
                histories,
                history =>
                {
                    Assert.InRange(model!.ProbabilityAlive(history), 0, 1);
                    Assert.True(model.ExpectedPurchases(history, 52) is >= 0 and < 1e6);
                }
            );
        }
    }

    public static TheoryData<int> Odd => [.. Enumerable.Range(0, 40)];

    private static void AssertProblem(FitProblem problem, Fitted<PurchaseModel> fitted)
    {
        Assert.Equal(problem, fitted.Problem);
        Assert.Null(fitted.Model);
        Assert.Null(fitted.Report);
    }

    /// <summary>Each parameter within three of its standard errors, which are themselves small.</summary>
    private static void AssertRecovered(FitReport report, params double[] values)
    {
        Assert.Equal(FitEnd.Maximum, report.End);
        for (var i = 0; i < values.Length; i++)
        {
            var (name, value, error, _) = report.Parameters[i];
            Assert.True(error < 0.2 * value, $"{name}: {value} +- {error}");
            Assert.True(Math.Abs(value - values[i]) < 3 * error, $"{name}: {value} +- {error}, not {values[i]}");
        }
    }
}
