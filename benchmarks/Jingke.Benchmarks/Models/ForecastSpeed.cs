using System.Globalization;
using Jingke.Analytics.Forecasting;
using Jingke.Benchmarks.Measuring;
using Jingke.Benchmarks.Reporting;

namespace Jingke.Benchmarks.Models;

/// <summary>Forecasts of as many monthly series as the test of the competitions has, made up with trend, season and noise.</summary>
internal static class ForecastSpeed
{
    private const int Count = 717;
    private const int Compared = 30;

    public static async Task RunAsync(Workspace workspace, Report report)
    {
        double[][] series = [.. Enumerable.Range(0, Count).Select(Series)];
        var all = (
            await Turns.RunAsync(
                new Contender(
                    "all",
                    1,
                    () => Task.FromResult(Turns.Time(() => Parallel.ForEach(series, one => Forecaster.Automatic(one, 18))))
                )
            )
        )[0];
        report.AtMost(ModelsBenchmark.Name, $"automatic forecast of {Count} series with its back-test", all.WallMs / 1000, "s", 60);
        report.Note(ModelsBenchmark.Name, "… processor for a series", all.CpuMs / Count, "ms");

        var few = series[..Compared];
        var totals = new double[Compared];
        var smooth = await OneByOneAsync("ets", few, (one, at) => totals[at] = ForecastMethods.Ets.Run(one, 12)!.Mean.Sum());
        var theta = await OneByOneAsync("theta", few, (one, _) => ForecastMethods.Theta.Run(one, 12));
        report.Note(ModelsBenchmark.Name, "ETS chosen by AICc, a series", smooth, "ms");
        report.Note(ModelsBenchmark.Name, "Theta, a series", theta, "ms");

        var file = workspace.PathOf("series.csv");
        await File.WriteAllLinesAsync(
            file,
            few.Select(one => string.Join(',', one.Select(value => value.ToString("R", CultureInfo.InvariantCulture))))
        );
        if (await Reference.RAsync(workspace, "forecast.R", file) is not { } answer)
            return;

        double[] numbers =
        [
            .. answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture)),
        ];
        report.Note(ModelsBenchmark.Name, "R's ets(), a series", numbers[0], "ms");
        report.Note(ModelsBenchmark.Name, "R's ets() takes as long", numbers[0] / smooth, "x");
        report.Note(ModelsBenchmark.Name, "R's thetaf(), a series", numbers[1], "ms");
        report.Note(ModelsBenchmark.Name, "R's thetaf() takes as long", numbers[1] / theta, "x");
        var apart = Timing.Median(totals.Zip(numbers[2..], (own, other) => Math.Abs(own / other - 1)));
        report.AtMost(ModelsBenchmark.Name, "next year's total apart from R's, median", apart * 100, "%", 1);
    }

    private static async Task<double> OneByOneAsync(string name, double[][] series, Action<double[], int> forecast)
    {
        var turns = await Turns.RunAsync(
            new Contender(
                name,
                3,
                () =>
                    Task.FromResult(
                        Turns.Time(() =>
                        {
                            for (var at = 0; at < series.Length; at++)
                                forecast(series[at], at);
                        })
                    )
            )
        );
        return turns[0].WallMs / series.Length;
    }

    private static double[] Series(int seed)
    {
        var random = new Random(seed);
        double Normal() => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
        var (level, growth, noise) = (Math.Exp(8 + Normal()), 0.006 * Normal(), 0.04 + (0.1 * random.NextDouble()));
        double[] season = [.. Enumerable.Range(0, 12).Select(_ => Math.Exp(0.2 * Normal()))];
        return
        [
            .. Enumerable
                .Range(0, 48 + random.Next(93))
                .Select(month => level * Math.Exp(growth * month) * season[month % 12] * Math.Exp(noise * Normal())),
        ];
    }
}
