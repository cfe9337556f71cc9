namespace Jingke.Web.Features.SampleData;

/// <summary>
/// Random numbers that no version of .NET changes, so that the sample company stays the same:
/// SplitMix64 (Steele, Lea, Flood 2014).
/// </summary>
internal sealed class SampleRandom(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number in [0, 1).</summary>
    public double Next() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, below).</summary>
    public int Next(int below) => (int)(Next() * below);

    /// <summary>A whole number in [from, to].</summary>
    public int Between(int from, int to) => from + Next(to - from + 1);

    /// <summary>Whether something with a probability happens.</summary>
    public bool Happens(double probability) => Next() < probability;

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];

    /// <summary>One of several, by weight.</summary>
    public T Pick<T>(IReadOnlyList<T> from, Func<T, double> weight)
    {
        var left = Next() * from.Sum(weight);
        foreach (var each in from)
            if ((left -= weight(each)) < 0)
                return each;
        return from[^1];
    }

    /// <summary>A number from the standard normal distribution (Box and Muller 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());

    /// <summary>A positive number with median 1 whose logarithm has a standard deviation.</summary>
    public double LogNormal(double sigma) => Math.Exp(sigma * Normal());

    /// <summary>How often something happens that is expected so many times (Knuth's product of uniforms; for small numbers).</summary>
    public int Poisson(double expected)
    {
        var limit = Math.Exp(-expected);
        var count = 0;
        for (var product = Next(); product > limit; product *= Next())
            count++;
        return count;
    }

    private ulong Bits()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
