using Jingke.Analytics.Lifetime;
using Xunit;

namespace Jingke.Tests.Analytics.Lifetime;

/// <summary>Fits to the data of the papers, where they lie beside the repository, against the published parameters.</summary>
public class FitTests
{
    private static readonly Lazy<AccountHistories> Sample = new(() => AccountHistories.Of(Cdnow.Sample(), Cdnow.CalibrationEnd));

    [Fact]
    public void Bg_nbd_is_fitted_to_the_sample_as_published()
    {
        var fitted = PurchaseModels.BgNbd(Sample.Value.Pool());

        AssertFit(fitted.Report!, -9582.429, 0.2426, 4.4136, 0.7929, 2.4259);
        AssertErrors(fitted.Report!, 0.0126, 0.378, 0.186, 0.705);
        Assert.Equal(2357, fitted.Report!.Customers);
        Assert.Equal(1016, fitted.Report.Rows);
    }

    [Fact]
    public void Pareto_nbd_is_fitted_to_the_sample_as_published() =>
        AssertFit(PurchaseModels.ParetoNbd(Sample.Value.Pool()).Report!, -9594.976, 0.5533, 10.5777, 0.6062, 11.6687);

    [Fact]
    public void Gamma_gamma_is_fitted_to_the_sample_as_published()
    {
        var fitted = FitSpend(Sample.Value);

        AssertFit(fitted.Report!, -4055.918, 6.2496, 3.7442, 15.4436);
        Assert.Equal(946, fitted.Report!.Customers);
    }

    [Fact]
    public void All_are_fitted_to_the_rounded_summary_as_published()
    {
        var (histories, spend) = Cdnow.Summary();
        var pool = PooledHistories.Of(histories);

        AssertFit(PurchaseModels.BgNbd(pool).Report!, -9582.426, 0.242593, 4.413532, 0.792886, 2.425752);
        AssertFit(PurchaseModels.ParetoNbd(pool).Report!, -9594.974, 0.5533, 10.5776, 0.6062, 11.6679);
        var frequency = Array.ConvertAll(histories, history => history.Frequency);
        AssertFit(GammaGammaModel.Fit(frequency, spend).Report!, -4055.923, 6.2488, 3.7446, 15.4477);
    }

    [Fact]
    public void All_are_fitted_to_the_whole_cohort_as_by_another_program()
    {
        var histories = AccountHistories.Of(Cdnow.Master(), Cdnow.CalibrationEnd);
        var pool = histories.Pool();

        Assert.Equal(23_570, pool.Customers);
        AssertFit(PurchaseModels.BgNbd(pool).Report!, -95368.444, 0.2516, 4.7889, 0.7234, 2.1611);
        AssertFit(PurchaseModels.ParetoNbd(pool).Report!, -95415.119, 0.5974, 11.5857, 0.5222, 8.8278);
        AssertFit(FitSpend(histories).Report!, -40763.476, 6.2754, 3.6244, 14.9837);
    }

    /// <summary>Fader, Hardie and Lee (2005), figure 6, and its counterpart for Pareto/NBD: purchases in the 39 weeks that followed.</summary>
    [Fact]
    public void The_hold_out_is_predicted_by_frequency_as_published()
    {
        var histories = Sample.Value;
        var actual = histories.PurchasesUntil(Cdnow.End);
        var pool = histories.Pool();
        var (bg, pareto) = (PurchaseModels.BgNbd(pool).Model!, PurchaseModels.ParetoNbd(pool).Model!);

        Assert.Equal(1882, actual.Sum());
        AssertTable([0.237, 0.697, 1.393, 1.560, 2.532, 2.947, 3.862, 6.359], row => actual[row]);
        AssertTable(
            [0.225, 0.523, 1.044, 1.520, 2.164, 2.654, 3.504, 6.157],
            row => bg.ExpectedPurchases(histories[row]!.Value, Cdnow.HoldOutWeeks)
        );
        AssertTable(
            [0.138, 0.600, 1.196, 1.714, 2.398, 2.907, 3.819, 6.403],
            row => pareto.ExpectedPurchases(histories[row]!.Value, Cdnow.HoldOutWeeks)
        );

        void AssertTable(double[] printed, Func<int, double> value)
        {
            for (var bin = 0; bin < 8; bin++)
            {
                var rows = Enumerable.Range(0, histories.Rows.Count).Where(row => Math.Min(histories.Purchases[row] - 1, 7) == bin);
                Assert.Equal(printed[bin], rows.Average(value), (0.01 * printed[bin]) + 0.0005);
            }
        }
    }

    [Theory]
    [InlineData(25, 1669.6, 1674.4)]
    [InlineData(39, 2501.5, 2533.0)]
    [InlineData(52, 3134.1, 3191.4)]
    [InlineData(65, 3680.6, 3764.2)]
    [InlineData(78, 4165.7, 4275.7)]
    public void The_cohort_buys_on_as_the_tracking_plot_says(int week, double bg, double pareto)
    {
        var histories = Sample.Value;
        var pool = histories.Pool();
        var starts = histories
            .FirstDay.GroupBy(day => day)
            .Select(day => ((day.Key - 1 - Cdnow.FirstDay.DayNumber) / 7.0, day.Count()))
            .ToArray();

        Assert.Equal(bg, PurchaseModels.BgNbd(pool).Model!.ExpectedCumulative(starts, week), 0.5);
        Assert.Equal(pareto, PurchaseModels.ParetoNbd(pool).Model!.ExpectedCumulative(starts, week), 0.5);
    }

    [Fact]
    public void Lifetime_value_over_twelve_months_is_that_of_another_program()
    {
        var (histories, spend) = Cdnow.Summary();
        var model = PurchaseModels.BgNbd(PooledHistories.Of(histories)).Model!;
        var money = GammaGammaModel.Fit(Array.ConvertAll(histories, history => history.Frequency), spend).Model!;

        var values = histories
            .Select((history, i) => CustomerLifetimeValue.Of(model, history, money.ExpectedSpend(history.Frequency, spend[i])!.Value))
            .ToArray();

        double[] first = [36.278, 4.637, 8.344, 8.344, 8.344, 283.523, 6.881, 8.344, 43.354, 8.344];
        for (var i = 0; i < first.Length; i++)
            Assert.Equal(first[i], values[i], 1e-3 * first[i]);
        Assert.Equal(71_509.74, values.Sum(), 0.5);
        Assert.Equal(0.7129, values.OrderDescending().Take(472).Sum() / values.Sum(), 1e-4);
    }

    private static Fitted<GammaGammaModel> FitSpend(AccountHistories histories)
    {
        var rows = Enumerable.Range(0, histories.Rows.Count).ToArray();
        return GammaGammaModel.Fit(
            Array.ConvertAll(rows, row => histories.Purchases[row] - 1),
            Array.ConvertAll(rows, row => histories.MeanRepeatSpend(row) / 10_000)
        );
    }

    /// <summary>Parameters to three significant digits, log-likelihood to 0.01.</summary>
    private static void AssertFit(FitReport report, double logLikelihood, params double[] values)
    {
        Assert.Equal(FitEnd.Maximum, report.End);
        Assert.Equal(logLikelihood, report.LogLikelihood, 0.01);
        for (var i = 0; i < values.Length; i++)
            Assert.Equal(values[i], report.Parameters[i].Value, 5e-4 * values[i]);
    }

    private static void AssertErrors(FitReport report, params double[] errors)
    {
        for (var i = 0; i < errors.Length; i++)
            Assert.Equal(errors[i], report.Parameters[i].StandardError!.Value, 0.005 * errors[i]);
    }
}
