using Jingke.Analytics.Similarity;

namespace Jingke.Tests.Analytics.Similarity;

/// <summary>Made-up prospects and key accounts with missing values, ties, equal profiles and outliers.</summary>
internal static class RandomMarket
{
    public static AttributeTable Of(int seed, int rows, int levels = 6, double missing = 0.15)
    {
        var random = new Random(seed);
        int Code(int most) => random.NextDouble() < missing ? 0 : random.Next(1, most + 1);
        double Number(double most) => random.NextDouble() < missing ? double.NaN : Math.Pow(random.NextDouble(), 3) * most;
        var (industry, province, size) = (new int[rows], new int[rows], new int[rows]);
        var (age, capital) = (new double[rows], new double[rows]);
        for (var i = 0; i < rows; i++)
        {
            (industry[i], province[i], size[i]) = (Code(levels), Code(levels * 2), Code(4));
            (age[i], capital[i]) = (random.Next(3) == 0 ? 5 : Number(40), Number(1e9));
        }

        return Table(industry, province, size, age, capital);
    }

    public static AttributeTable Table(int[] industry, int[] province, int[] size, double[] age, double[] capital) =>
        new(
            AttributeColumn.Category("industry", industry),
            AttributeColumn.Category("province", province),
            AttributeColumn.Ordered("size", size),
            AttributeColumn.Number("age", age),
            AttributeColumn.Magnitude("capital", capital)
        );
}
