using Jingke.Analytics.Forecasting;
using Jingke.Analytics.Segments;

namespace Jingke.Web.Features.Analysis.Forecasts;

/// <summary>Why a forecast is not to be trusted far, with the figures that say so.</summary>
/// <param name="Code">Key of its sentence after "Weak.".</param>
/// <param name="Numbers">What the sentence tells: shares 0 to 1, counts, factors.</param>
internal sealed record ForecastWeakness(string Code, params IReadOnlyList<double> Numbers)
{
    private const int Season = 12;
    private const int SeasonIsSeenFrom = 36;
    private const double ManyZeros = 0.25;
    private const double Falling = -0.2;
    private const double Biased = 0.1;
    private const double TooNarrow = 0.7;
    private const double Heavy = 0.2;

    /// <summary>Finds them; the last is true of every forecast.</summary>
    /// <param name="found">The forecast.</param>
    /// <param name="spread">How sales are spread over accounts; null for one account.</param>
    public static IReadOnlyList<ForecastWeakness> Of(LedgerForecast found, SalesSpread? spread)
    {
        ForecastWeakness?[] all =
        [
            OfLength(found),
            OfZeros(found.History.NetSales),
            OfTrend(found.History.NetSales),
            OfYardstick(found.Forecast),
            OfBias(found),
            OfIntervals(found),
            OfSpread(spread),
            spread?.Largest >= Heavy ? new("concentrated", spread.Largest.Value) : null,
            new("always"),
        ];
        return [.. all.OfType<ForecastWeakness>()];
    }

    private static ForecastWeakness? OfLength(LedgerForecast found)
    {
        var months = found.History.NetSales.Length;
        return months < SeasonIsSeenFrom ? new("short", months, SeasonIsSeenFrom)
            : found.Forecast.PastError is { Horizon: < Season and var ahead } ? new("near", months, ahead)
            : null;
    }

    private static ForecastWeakness? OfZeros(long[] history)
    {
        var zeros = history.Count(value => value == 0);
        return zeros >= ManyZeros * history.Length ? new("zeros", zeros, history.Length) : null;
    }

    private static ForecastWeakness? OfTrend(long[] history)
    {
        if (history.Length < 2 * Season)
            return null;

        var (now, before) = (history[^Season..].Sum(), history[^(2 * Season)..^Season].Sum());
        return before > 0 && ((double)now / before) - 1 is var change && change <= Falling ? new("falling", -change) : null;
    }

    private static ForecastWeakness? OfYardstick(Forecast forecast) =>
        forecast.PastError?.Mase is { } mase
        && forecast.Others.FirstOrDefault(test => test.Method == ForecastMethods.SeasonalNaive)?.Mase is { } lastYear
        && lastYear < mase
            ? new("yardstick", mase, lastYear)
            : null;

    private static ForecastWeakness? OfBias(LedgerForecast found) =>
        FindingsOf(found) is { SameSide: true, Bias: { } bias } && Math.Abs(bias) >= Biased
            ? new(bias > 0 ? "high" : "low", Math.Abs(bias), found.Forecast.PastError!.Origins.Count)
            : null;

    private static ForecastWeakness? OfIntervals(LedgerForecast found) =>
        found.Forecast.Basis == IntervalBasis.None ? new("none")
        : FindingsOf(found) is { Covered80: { } covered } && covered < TooNarrow ? new("narrow", covered, found.Forecast.Widening)
        : null;

    private static ForecastWeakness? OfSpread(SalesSpread? spread) =>
        spread is { Verdict: ParetoVerdict.DoesNotHold, Top20Percent: { } share } ? new("flat", share) : null;

    /// <summary>What the trials of the method show; null without any.</summary>
    public static BackTestFindings? FindingsOf(LedgerForecast found) =>
        found.Forecast.PastError is { } past
            ? BackTestFindings.Of(Array.ConvertAll(found.History.NetSales, value => (double)value), past)
            : null;
}
