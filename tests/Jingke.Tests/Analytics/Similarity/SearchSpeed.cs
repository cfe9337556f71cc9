using System.Diagnostics;
using Jingke.Analytics.Similarity;
using Xunit;

namespace Jingke.Tests.Analytics.Similarity;

/// <summary>Measures the search of a million prospects among ten thousand key accounts; run by name, as docs/performance.md says.</summary>
public class SearchSpeed(ITestOutputHelper output)
{
    private const int Prospects = 1_000_000;

    /// <summary>Attributes that have nothing to do with each other are the worst case: bounds rule out least.</summary>
    [Theory(Explicit = true)]
    [InlineData(0)]
    [InlineData(0.05)]
    public void A_million_prospects_among_ten_thousand_key_accounts(double missing)
    {
        var (market, keys) = (Accounts(1, Prospects, missing), Accounts(2, 10_000, missing));
        using var process = Process.GetCurrentProcess();
        var (clock, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);

        var scale = GowerScale.Of(AttributeWeights.Of(20, 15, 10, 8, 15, 12, 8, 12), market, keys);
        var found = LookAlikes.Of(scale.Code(market), scale.Code(keys));

        process.Refresh();
        var processor = (process.TotalProcessorTime - before).TotalSeconds;
        output.WriteLine($"{missing:P0} missing: {clock.Elapsed.TotalSeconds:F1} s by the clock, {processor:F1} s of processor time");
        Assert.True(found.Nearest(Prospects).Count > 0.99 * Prospects);
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
