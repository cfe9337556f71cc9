namespace Jingke.Benchmarks.Measuring;

/// <summary>One repetition: time on the wall and of all processors together, in milliseconds.</summary>
internal readonly record struct Sample(double WallMs, double CpuMs);

/// <summary>Somebody who does the work and tells how long it took.</summary>
/// <param name="Name">Name in the report.</param>
/// <param name="Repetitions">How many of its turns count; fewer where one turn is long.</param>
/// <param name="RunAsync">One turn.</param>
/// <param name="Warmups">
/// How many turns come first and do not count. Code that the runtime compiles while it runs needs several until it is compiled for good;
/// an engine that was compiled beforehand only needs its data in memory.
/// </param>
internal sealed record Contender(string Name, int Repetitions, Func<Task<Sample>> RunAsync, int Warmups = 1);

/// <summary>What a contender showed: the median of its turns, and its best wall time.</summary>
internal sealed record Timing(string Name, double WallMs, double CpuMs, double BestWallMs, int Repetitions)
{
    /// <summary>Sums turns up.</summary>
    public static Timing Of(string name, IReadOnlyCollection<Sample> samples) =>
        new(
            name,
            Median(samples.Select(sample => sample.WallMs)),
            Median(samples.Select(sample => sample.CpuMs)),
            samples.Min(sample => sample.WallMs),
            samples.Count
        );

    /// <summary>The middle value.</summary>
    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>The value below which a share of the values lies.</summary>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min((int)(share * sorted.Length), sorted.Length - 1)];
    }
}
