using System.Runtime.InteropServices;

namespace Jingke.Benchmarks.Reporting;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    /// <summary>Processor, memory, system, runtime; lines of text.</summary>
    public static IEnumerable<string> Describe() =>
        [
            $"processor: {Field("/proc/cpuinfo", "model name")}, {Environment.ProcessorCount} cores",
            $"memory: {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20} MB",
            $"system: {RuntimeInformation.OSDescription}",
            $"runtime: {RuntimeInformation.FrameworkDescription}",
        ];

    /// <summary>The load of the last minute, as the system tells it: runnable processes on average.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Field(string file, string name) =>
        File.Exists(file)
            ? File.ReadLines(file)
                .Where(line => line.StartsWith(name, StringComparison.Ordinal))
                .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())
                .FirstOrDefault("unknown")
            : "unknown";
}
