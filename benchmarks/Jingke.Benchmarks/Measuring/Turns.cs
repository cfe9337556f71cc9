using System.Diagnostics;

namespace Jingke.Benchmarks.Measuring;

/// <summary>Lets contenders take turns, so that whatever else the machine does meets all of them alike.</summary>
internal static class Turns
{
    /// <summary>Turns that do not count, then turns until everybody had theirs.</summary>
    public static async Task<Timing[]> RunAsync(params Contender[] contenders)
    {
        var samples = contenders.Select(_ => new List<Sample>()).ToArray();
        foreach (var contender in contenders)
        {
            for (var turn = 0; turn < contender.Warmups; turn++)
                await contender.RunAsync();
        }

        for (var turn = 0; turn < contenders.Max(contender => contender.Repetitions); turn++)
        {
            for (var at = 0; at < contenders.Length; at++)
            {
                if (turn < contenders[at].Repetitions)
                    samples[at].Add(await contenders[at].RunAsync());
            }
        }

        return contenders.Select((contender, at) => Timing.Of(contender.Name, samples[at])).ToArray();
    }

    /// <summary>Times work done in this process.</summary>
    public static Sample Time(Action work)
    {
        GC.Collect();
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        work();
        return new(watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
    }

    /// <inheritdoc cref="Time"/>
    public static async Task<Sample> TimeAsync(Func<Task> work)
    {
        GC.Collect();
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await work();
        return new(watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
    }
}
