using Jingke.Analytics.Forecasting;

namespace Jingke.Web.Common.Charts;

/// <summary>The pictures of a forecast.</summary>
internal static class ForecastChart
{
    private const int HistoryShown = 36;

    /// <summary>What was, what the method says of it, and what is to be expected, with the bands within which 80 and 95 of 100 months should lie.</summary>
    /// <param name="found">The forecast.</param>
    /// <param name="linkOf">The rows behind a month that was.</param>
    /// <param name="unit">The currency.</param>
    /// <param name="withFitted">Whether to show what the method says of the months that were; a page that does says what it is.</param>
    public static ChartModel Of(LedgerForecast found, Func<DateOnly, string> linkOf, string unit, bool withFitted)
    {
        var (history, points) = (found.History, found.Forecast.Points);
        var first = Math.Max(history.NetSales.Length - HistoryShown, 0);
        var past = history.NetSales.Length - first;
        DateOnly[] months = [.. Enumerable.Range(0, past + points.Count).Select(at => history.MonthOf(first + at))];
        var was = ChartSeries.Money(
            Word("Actual"),
            [.. history.NetSales[first..].Select(value => (long?)value), .. Nothing(points.Count)]
        ) with
        {
            Colour = ChartColour.Current,
            Links = [.. months.Take(past).Select(linkOf), .. Enumerable.Repeat<string?>(null, points.Count)],
        };
        var said = ChartSeries.Money(
            Word("Fitted"),
            [.. Enumerable.Range(first, past).Select(found.FittedOf), .. Nothing(points.Count)]
        ) with
        {
            Colour = ChartColour.Forecast,
            IsQuiet = true,
        };
        ChartSeries Coming(string name, Func<ForecastPoint, double?> valueOf, string? band) =>
            ChartSeries.Money(Word(name), [.. Nothing(past), .. points.Select(point => LedgerForecast.Amount(valueOf(point)))]) with
            {
                Colour = ChartColour.Forecast,
                IsDashed = band is null,
                Band = band,
            };
        IEnumerable<ChartSeries> bands =
            found.Forecast.Basis == IntervalBasis.None
                ? []
                :
                [
                    Coming("Low95", point => point.Low95, "95"),
                    Coming("High95", point => point.High95, "95"),
                    Coming("Low80", point => point.Low80, "80"),
                    Coming("High80", point => point.High80, "80"),
                ];
        IEnumerable<ChartSeries> fitted = withFitted ? [said] : [];
        return Line(months, [was, .. fitted, Coming("Forecast", point => point.Value, null), .. bands], unit);
    }

    /// <summary>What the method said when it stood at earlier months, against what came.</summary>
    /// <param name="found">The forecast, with a back-test.</param>
    /// <param name="trials">Which trials, as places in the back-test.</param>
    /// <param name="unit">The currency.</param>
    public static ChartModel OfBackTest(LedgerForecast found, IReadOnlyList<int> trials, string unit)
    {
        var (history, test) = (found.History, found.Forecast.PastError!);
        // A year before the first trial, to see from where it set out.
        var first = Math.Max(test.Origins[trials[0]] - 11, 0);
        DateOnly[] months = [.. Enumerable.Range(first, history.NetSales.Length - first).Select(history.MonthOf)];
        var was = ChartSeries.Money(Word("Actual"), history.NetSales[first..]) with { Colour = ChartColour.Current };
        var said = trials.Select(
            (trial, at) =>
            {
                var origin = test.Origins[trial];
                var values = new long?[months.Length];
                for (var h = 0; h < test.Horizon; h++)
                    values[origin + 1 + h - first] = LedgerForecast.Amount(test.Paths[trial].Mean[h]);
                return ChartSeries.Money(Word("SaidAt", Format.Month(history.MonthOf(origin))), values) with
                {
                    // The first colour is that of what was.
                    Colour = trials.Count == 1 ? ChartColour.Forecast : ChartColour.At(at + 1),
                    IsDashed = true,
                };
            }
        );
        return Line(months, [was, .. said], unit);
    }

    private static ChartModel Line(DateOnly[] months, IReadOnlyList<ChartSeries> series, string unit) =>
        new(ChartKind.Line, Word("Month"), [.. months.Select(month => Format.Month(month))], series) { Unit = unit };

    private static string Word(string name, params object?[] args) => CommonTexts.Get($"Forecast.{name}", args);

    private static IEnumerable<long?> Nothing(int count) => Enumerable.Repeat<long?>(null, count);
}
