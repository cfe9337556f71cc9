using Jingke.Analytics.Similarity;
using Jingke.Benchmarks.Measuring;
using Jingke.Benchmarks.Reporting;

namespace Jingke.Benchmarks.Models;

/// <summary>
/// The five nearest of ten thousand key accounts for each of a million prospects, exactly. Attributes that have nothing to do with each
/// other are the worst case: bounds rule out least.
/// </summary>
internal static class LookAlikeSpeed
{
    private const int Most = 1_000_000;

    public static void Run(RunOptions options, Report report)
    {
        var prospects = Math.Min(options.Lines, Most);
        foreach (var missing in (double[])[0, 0.05])
        {
            var (market, keys) = (Accounts(1, prospects, missing), Accounts(2, prospects / 100, missing));
            LookAlikes? found = null;
            var took = Turns.Time(() =>
            {
                var scale = GowerScale.Of(AttributeWeights.Of(20, 15, 10, 8, 15, 12, 8, 12), market, keys);
                found = LookAlikes.Of(scale.Code(market), scale.Code(keys));
            });
            if (found!.Nearest(prospects).Count <= 0.99 * prospects)
                throw new InvalidOperationException("Prospects are left without a look-alike.");

            var what = $"look-alikes of {prospects:N0} x {prospects / 100:N0}, {missing * 100:0} % missing";
            report.AtMost(ModelsBenchmark.Name, what, took.WallMs / 1000, "s", 10);
            report.Note(ModelsBenchmark.Name, "… processor", took.CpuMs / 1000, "s");
        }
    }

    private static AttributeTable Accounts(int seed, int rows, double missing)
    {
        var random = new Random(seed);
        bool Known() => random.NextDouble() >= missing;
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        int[] Codes(int most) => [.. Enumerable.Range(0, rows).Select(_ => Known() ? random.Next(1, most + 1) : 0)];
        double[] Sizes() => [.. Enumerable.Range(0, rows).Select(_ => Known() ? Math.Pow(10, 6 + Normal()) : double.NaN)];
        return new AttributeTable(
            AttributeColumn.Category("industry", Codes(96)),
            AttributeColumn.Category("province", Codes(31)),
            AttributeColumn.Ordered("size", Codes(5)),
            AttributeColumn.Category("ownership", Codes(6)),
            AttributeColumn.Magnitude("capital", Sizes()),
            AttributeColumn.Magnitude("staff", Sizes()),
            AttributeColumn.Number("age", [.. Enumerable.Range(0, rows).Select(_ => Known() ? random.NextDouble() * 40 : double.NaN)]),
            AttributeColumn.Magnitude("sales", Sizes())
        );
    }
}
