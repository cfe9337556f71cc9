using Jingke.Analytics.Forecasting;
using Jingke.Analytics.Forecasting.Ets;
using Xunit;

namespace Jingke.Tests.Analytics.Forecasting;

/// <summary>Numbers that R prints for the airline passengers (stats 4.2, forecast 8.20).</summary>
public class PublishedTests
{
    private static readonly double[] Air = AirPassengers.Values;

    [Theory]
    [InlineData(SeasonKind.Multiplicative, 0.2756, 0.0327, 0.8707, 16570.78)]
    [InlineData(SeasonKind.Additive, 0.2480, 0.0345, 1, 21860.18)]
    public void Holt_Winters_finds_the_parameters(SeasonKind kind, double alpha, double beta, double gamma, double squares)
    {
        var fit = HoltWinters.Fit(Air, kind)!;

        Assert.Equal(alpha, fit.Alpha, 0.0002);
        Assert.Equal(beta, fit.Beta, 0.0002);
        Assert.Equal(gamma, fit.Gamma, 0.0002);
        Assert.Equal(squares, fit.SquaredErrors, 0.01);
    }

    [Fact]
    public void Holt_Winters_continues_with_the_printed_year() =>
        IsWithin(
            0.001,
            [447.0559, 419.7123, 464.8671, 496.0839, 507.5326, 575.4509, 666.5923, 657.9137, 550.3088, 492.9853, 420.2073, 465.6345],
            ForecastMethods.HoltWintersMultiplicative.Run(Air, 12)!.Mean
        );

    [Theory]
    [InlineData("ETS(A,N,N)", -863.8934)]
    [InlineData("ETS(A,A,N)", -863.6473)]
    [InlineData("ETS(A,A,A)", -765.9358)]
    [InlineData("ETS(M,A,M)", -682.4036)]
    [InlineData("ETS(M,Ad,M)", -679.5832)]
    public void Each_model_is_as_likely_as_printed_or_likelier(string name, double logLikelihood)
    {
        var form = EtsForm.Candidates.Single(form => form.ToString() == name);

        var model = EtsModel.Fit(Air, form)!;

        Assert.True(model.LogLikelihood > logLikelihood - 0.5, $"{model.LogLikelihood}");
        // -2 L + 2 k + 2 k (k + 1) / (n - k - 1)
        var k = form.Parameters(12);
        Assert.Equal((-2 * model.LogLikelihood) + (2 * k) + (2d * k * (k + 1) / (144 - k - 1)), model.Aicc, 1e-9);
    }

    [Fact]
    public void A_multiplicative_season_with_trend_is_chosen_and_no_printed_one_is_better()
    {
        var model = EtsModel.Choose(Air)!;

        Assert.Equal((true, true, SeasonKind.Multiplicative), (model.Form.MultiplicativeError, model.Form.Trend, model.Form.Season));
        Assert.True(model.Aicc <= 1400.64 + 1, $"{model.Aicc}");
    }

    [Fact]
    public void The_damped_model_continues_with_the_printed_year() =>
        IsWithin(
            0.02,
            [441.8018, 434.1186, 496.63, 483.2375, 483.9914, 551.0244, 613.1797, 609.3648, 530.5408, 463.0332, 402.7478, 451.9694],
            EtsModel.Fit(Air, new EtsForm(true, true, true, SeasonKind.Multiplicative))!.Path(12).Mean
        );

    [Fact]
    public void Theta_continues_with_the_printed_year() =>
        IsWithin(
            0.01,
            [440.0782, 428.3843, 489.7071, 475.7046, 479.6704, 545.3663, 602.752, 601.1008, 523.9515, 456.6271, 397.9537, 447.6449],
            ForecastMethods.Theta.Run(Air, 12)!.Mean
        );

    [Fact]
    public void The_decomposition_has_the_printed_factors()
    {
        double[] printed = [0.9102, 0.8836, 1.0074, 0.9759, 0.9814, 1.1128, 1.2266, 1.2199, 1.0605, 0.9218, 0.8012, 0.8988];

        var factors = Seasonality.Figures(Air, 12, SeasonKind.Multiplicative);

        Assert.Equal(printed, factors.Select(factor => Math.Round(factor, 4)));
        Assert.True(Seasonality.IsSeasonal(Air, 12));
    }

    private static void IsWithin(double part, double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second / pair.First, 1 - part, 1 + part));
}
