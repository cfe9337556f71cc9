using FsCheck;
using FsCheck.Fluent;
using Jingke.Analytics.Lifetime;
using MathNet.Numerics.Integration;
using Xunit;

namespace Jingke.Tests.Analytics.Lifetime;

/// <summary>What must hold of the models for any parameters and any customer.</summary>
public class ModelTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 300)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Probabilities_are_probabilities_and_nothing_overflows(int seed)
    {
        var random = new Random(seed);
        var model = AnyModel(random);
        var history = AnyHistory(random);
        var weeks = Math.Pow(10, random.NextDouble() * 3) - 1;

        var (alive, expected) = (model.ProbabilityAlive(history), model.ExpectedPurchases(history, weeks));

        Assert.InRange(alive, 0, 1);
        Assert.True(double.IsFinite(expected) && expected >= 0, $"{model}, {history}, {weeks}: {expected}");
        Assert.True(double.IsFinite(model.LogLikelihood(history)), $"{model}, {history}");
        Assert.True(double.IsFinite(model.ExpectedPurchasesOfNew(weeks)), $"{model}, {weeks}");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Expected_purchases_grow_with_the_horizon_from_nothing(int seed)
    {
        var random = new Random(seed);
        var model = AnyModel(random);
        var history = AnyHistory(random);
        double[] horizons = [0, 0.001, 1, 4.345, 26, 52, 520];

        var conditional = Array.ConvertAll(horizons, weeks => model.ExpectedPurchases(history, weeks));
        var ofNew = Array.ConvertAll(horizons, model.ExpectedPurchasesOfNew);

        Assert.Equal(0, conditional[0]);
        Assert.Equal(0, ofNew[0]);
        for (var i = 1; i < horizons.Length; i++)
        {
            Assert.True(conditional[i] >= conditional[i - 1] * (1 - 1e-12), $"{model}, {history}: {string.Join(" ", conditional)}");
            Assert.True(ofNew[i] >= ofNew[i - 1] * (1 - 1e-12), $"{model}: {string.Join(" ", ofNew)}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_later_last_purchase_is_a_better_sign_and_a_longer_silence_a_worse_one(int seed)
    {
        var random = new Random(seed);
        var model = AnyModel(random);
        var x = random.Next(1, 60);
        var age = 1 + (random.NextDouble() * 150);
        var shares = new[] { 0.01, 0.2, 0.5, 0.8, 0.99, 1 };

        var byRecency = Array.ConvertAll(shares, share => model.ProbabilityAlive(new(x, share * age, age)));
        var bySilence = Array.ConvertAll(shares, share => model.ProbabilityAlive(new(x, 0.01 * age, share * age)));

        for (var i = 1; i < shares.Length; i++)
        {
            Assert.True(byRecency[i] >= byRecency[i - 1] * (1 - 1e-12), $"{model}: {string.Join(" ", byRecency)}");
            Assert.True(bySilence[i] <= bySilence[i - 1] * (1 + 1e-12), $"{model}: {string.Join(" ", bySilence)}");
        }
    }

    [Fact]
    public void One_who_bought_once_is_alive_for_bg_nbd_and_only_for_bg_nbd()
    {
        var silent = new PurchaseHistory(0, 0, 200);

        Assert.Equal(1, new BgNbdModel(0.25, 4.4, 0.8, 2.4).ProbabilityAlive(silent));
        Assert.InRange(new MbgNbdModel(0.25, 4.4, 0.8, 2.4).ProbabilityAlive(silent), 0.01, 0.99);
        Assert.InRange(new ParetoNbdModel(0.55, 10.6, 0.6, 11.7).ProbabilityAlive(silent), 0.01, 0.99);
    }

    /// <summary>The unit of time is anybody's: days give what weeks give, the density of a history scaled by the unit per purchase.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_unit_of_time_changes_nothing(int seed)
    {
        var random = new Random(seed);
        var (r, alpha, s, beta) = (Any(random), Any(random), Any(random), Any(random));
        var history = AnyHistory(random, 300);
        var days = new PurchaseHistory(history.Frequency, history.Recency * 7, history.Age * 7);
        (PurchaseModel Weeks, PurchaseModel Days)[] pairs =
        [
            (new BgNbdModel(r, alpha, s, beta), new BgNbdModel(r, alpha * 7, s, beta)),
            (new MbgNbdModel(r, alpha, s, beta), new MbgNbdModel(r, alpha * 7, s, beta)),
            (new ParetoNbdModel(r, alpha, s, beta), new ParetoNbdModel(r, alpha * 7, s, beta * 7)),
        ];

        foreach (var (inWeeks, inDays) in pairs)
        {
            Near(inWeeks.ProbabilityAlive(history), inDays.ProbabilityAlive(days), 1e-8);
            Near(inWeeks.ExpectedPurchases(history, 52), inDays.ExpectedPurchases(days, 364), 1e-8);
            Near(inWeeks.LogLikelihood(history), inDays.LogLikelihood(days) + (history.Frequency * Math.Log(7)), 1e-9);
        }
    }

    /// <summary>Expected purchases of BG/NBD against the mean over the chance to drop out, worked out by brute force.</summary>
    [Theory]
    [InlineData(0.25, 4.4, 1.8, 2.4, 0, 0, 30, 52)]
    [InlineData(0.25, 4.4, 1.0, 2.4, 2, 20, 39, 52)]
    [InlineData(1.7, 4.4, 3.2, 1.4, 12, 37, 39, 26)]
    [InlineData(0.5, 10, 2.5, 30, 400, 99, 100, 52)]
    [InlineData(0.5, 10, 2.5, 300, 10_000, 99, 100, 52)]
    public void Expected_purchases_are_the_mean_over_the_chance_to_drop_out(
        double r,
        double alpha,
        double a,
        double b,
        int x,
        double recency,
        double age,
        double weeks
    )
    {
        var model = new BgNbdModel(r, alpha, a, b);
        var history = new PurchaseHistory(x, recency, age);
        var (stay, shape, rate) = (b + x, r + x, alpha + age);
        double Density(double p) =>
            Math.Exp(((a - 1) * Math.Log(p)) + ((stay - 1) * Math.Log(1 - p)) - MathNet.Numerics.SpecialFunctions.BetaLn(a, stay));
        double Purchases(double p) => (1 - Math.Pow(1 + (p * weeks / rate), -shape)) / p;

        // In p = q^4 no density here is infinite at 0.
        var mean = Integral(q => 4 * Math.Pow(q, 3) * Density(Math.Pow(q, 4)) * Purchases(Math.Pow(q, 4)), 0, 1);

        Near(model.ProbabilityAlive(history) * mean, model.ExpectedPurchases(history, weeks), 1e-7);
    }

    /// <summary>The integral of Pareto/NBD against brute force, where its integrand is flat, steep, and changes from one to the other.</summary>
    [Theory]
    [InlineData(0.55, 10.6, 0.6, 11.7, 0, 0, 39)]
    [InlineData(0.55, 10.6, 0.6, 11.7, 26, 30.8, 31)]
    [InlineData(0.55, 10.6, 0.6, 11.7, 300, 30, 100)]
    [InlineData(0.55, 0.01, 0.6, 500, 5, 0.1, 300)]
    [InlineData(5, 500, 3, 0.05, 5, 0.1, 300)]
    [InlineData(0.1, 300, 0.1, 20, 0, 0, 150)]
    [InlineData(40, 80, 0.3, 7, 1, 1, 150)]
    public void The_integral_of_pareto_nbd_is_exact(double r, double alpha, double s, double beta, int x, double recency, double age)
    {
        double Integrand(double y) =>
            Math.Exp((-(r + x) * Math.Log((alpha + y) / (alpha + recency))) - ((s + 1) * Math.Log((beta + y) / (beta + recency))));
        var integral = Integral(v => 6 * (age - recency) * Math.Pow(v, 5) * Integrand(recency + ((age - recency) * Math.Pow(v, 6))), 0, 1);

        var log = ParetoIntegral.Integrate(r + x, alpha, s, beta, recency, age, out _);

        Near(integral, Math.Exp(log) * (beta + recency), 1e-11);
    }

    [Fact]
    public void Expected_spend_lies_between_the_customers_own_and_that_of_all() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                ArbMap.Default.ArbFor<PositiveInt>(),
                ArbMap.Default.ArbFor<PositiveInt>(),
                (x, cents) =>
                {
                    var model = new GammaGammaModel(6.25, 3.74, 15.44);
                    var (own, all) = (cents.Get / 100.0, model.MeanSpend!.Value);
                    var expected = model.ExpectedSpend(x.Get, own)!.Value;
                    return expected >= Math.Min(own, all) - 1e-9 && expected <= Math.Max(own, all) + 1e-9;
                }
            )
        );

    [Fact]
    public void A_mean_spend_that_does_not_exist_is_not_made_up()
    {
        var model = new GammaGammaModel(0.2, 0.5, 10);

        Assert.Null(model.MeanSpend);
        Assert.Null(model.ExpectedSpend(0, 0));
        Assert.Null(model.ExpectedSpend(2, 30));
        Assert.NotNull(model.ExpectedSpend(3, 30));
    }

    [Theory]
    [InlineData(-1, 0, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 2, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, double.NaN, 1)]
    [InlineData(1, 0, double.PositiveInfinity)]
    public void An_impossible_history_is_refused(int x, double recency, double age) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PurchaseHistory(x, recency, age));

    [Fact]
    public void Impossible_parameters_and_horizons_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BgNbdModel(0, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MbgNbdModel(1, double.NaN, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParetoNbdModel(1, 1, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GammaGammaModel(1, 1, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BgNbdModel(1, 1, 1, 1).ExpectedPurchasesOfNew(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CustomerLifetimeValue.Of(new BgNbdModel(1, 1, 1, 1), new(1, 1, 1), 10, 12, -1));
    }

    [Fact]
    public void Discounting_takes_from_the_value_and_no_discount_leaves_all_of_it()
    {
        var (model, history) = (new ParetoNbdModel(0.55, 10.6, 0.6, 11.7), new PurchaseHistory(5, 30, 39));
        var undiscounted = model.ExpectedPurchases(history, 12 * CustomerLifetimeValue.WeeksPerMonth) * 100;

        Near(undiscounted, CustomerLifetimeValue.Of(model, history, 100, 12, 0), 1e-12);
        Assert.InRange(CustomerLifetimeValue.Of(model, history, 100, 12, 0.02), undiscounted / Math.Pow(1.02, 12), undiscounted);
    }

    private static PurchaseModel AnyModel(Random random) =>
        random.Next(3) switch
        {
            0 => new BgNbdModel(Any(random), Any(random), Any(random), Any(random)),
            1 => new MbgNbdModel(Any(random), Any(random), Any(random), Any(random)),
            _ => new ParetoNbdModel(Any(random), Any(random), Any(random), Any(random)),
        };

    /// <summary>From a hundredth to a thousand, each power of ten alike.</summary>
    private static double Any(Random random) => Math.Pow(10, (random.NextDouble() * 5) - 2);

    private static PurchaseHistory AnyHistory(Random random, int most = 10_000)
    {
        var x = (int)Math.Pow(most, random.NextDouble() * 1.2) - 1;
        x = Math.Min(x, most);
        var age = random.NextDouble() * 300;
        return new PurchaseHistory(x, x == 0 ? 0 : age * (random.Next(4) == 0 ? 1 : random.NextDouble()), age);
    }

    /// <summary>By brute force: many short pieces, each by Gauss-Legendre.</summary>
    private static double Integral(Func<double, double> function, double from, double to)
    {
        const int pieces = 500;
        var width = (to - from) / pieces;
        return Enumerable
            .Range(0, pieces)
            .Sum(piece => GaussLegendreRule.Integrate(function, from + (piece * width), from + ((piece + 1) * width), 16));
    }

    private static void Near(double expected, double actual, double relative) =>
        Assert.True(Math.Abs(expected - actual) <= relative * Math.Max(Math.Abs(expected), 1e-6), $"expected {expected}, found {actual}");
}
