using System.Diagnostics;
using System.Globalization;

namespace Jingke.Benchmarks.Measuring;

/// <summary>A process that is watched: time, processor time and peak memory, from Linux's /proc.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const double TickMs = 10;

    private readonly Process process;
    private readonly Stopwatch watch = Stopwatch.StartNew();

    private ChildProcess(Process process) => this.process = process;

    /// <summary>What a finished process took. Memory is its peak resident set.</summary>
    internal sealed record Ended(int ExitCode, string Output, string Error, double WallMs, double CpuMs, double PeakMegabytes);

    /// <summary>Starts a program with its output and errors redirected.</summary>
    public static ChildProcess Start(string program, string folder, params string[] arguments) =>
        new(
            Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    WorkingDirectory = folder,
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            ) ?? throw new InvalidOperationException($"{program} did not start.")
        );

    /// <summary>Runs a program to its end.</summary>
    public static async Task<Ended> RunAsync(string program, string folder, params string[] arguments)
    {
        await using var child = Start(program, folder, arguments);
        var (output, error) = (child.process.StandardOutput.ReadToEndAsync(), child.process.StandardError.ReadToEndAsync());
        var (cpu, peak) = (0.0, 0.0);
        // A high-water mark only rises, so the last look before the end is the peak but for the last few milliseconds.
        while (!child.process.HasExited)
        {
            cpu = Math.Max(cpu, child.CpuMs());
            peak = Math.Max(peak, child.PeakMegabytes());
            await Task.Delay(10);
        }

        return new(child.process.ExitCode, await output, await error, child.watch.Elapsed.TotalMilliseconds, cpu, peak);
    }

    /// <summary>Time since it started.</summary>
    public double WallMs => watch.Elapsed.TotalMilliseconds;

    /// <summary>Its standard output.</summary>
    public StreamReader Output => process.StandardOutput;

    /// <summary>Its standard error.</summary>
    public StreamReader Error => process.StandardError;

    /// <summary>True when it has ended.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>Processor time so far, of user and system, in steps of 10 ms; 0 when it has ended.</summary>
    public double CpuMs()
    {
        // Fields after the name in brackets: state is the first, utime the 12th, stime the 13th.
        var fields = Read("stat") is { Length: > 0 } stat ? stat[(stat.LastIndexOf(')') + 2)..].Split(' ') : [];
        return fields.Length < 13
            ? 0
            : (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) * TickMs;
    }

    /// <summary>Peak resident set so far; 0 when it has ended.</summary>
    public double PeakMegabytes()
    {
        foreach (var line in Read("status").Split('\n'))
        {
            if (line.StartsWith("VmHWM:", StringComparison.Ordinal))
                return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }

        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private string Read(string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/{file}");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
