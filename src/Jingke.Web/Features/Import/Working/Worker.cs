using System.Diagnostics;
using System.Globalization;

namespace Jingke.Web.Features.Import.Working;

/// <summary>Who a worker is, so that another one on the same machine can tell whether it still lives.</summary>
/// <param name="Machine">Name of the machine.</param>
/// <param name="ProcessId">Number of its process.</param>
/// <param name="StartedAt">When the process started, in seconds since 1970.</param>
/// <param name="Key">Tells workers of one process apart.</param>
internal sealed record Worker(string Machine, int ProcessId, long StartedAt, Guid Key)
{
    /// <summary>A worker of this process.</summary>
    public static Worker New() => new(Environment.MachineName, Environment.ProcessId, StartOf(Process.GetCurrentProcess()), Guid.NewGuid());

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static Worker? Parse(string text) =>
        text.Split('|') is [var machine, var process, var started, var key]
        && int.TryParse(process, CultureInfo.InvariantCulture, out var id)
        && long.TryParse(started, CultureInfo.InvariantCulture, out var at)
        && Guid.TryParse(key, out var guid)
            ? new(machine, id, at, guid)
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Machine}|{ProcessId}|{StartedAt}|{Key:N}");

    /// <summary>Whether it is certain that the worker no longer lives. Of another machine that is never certain.</summary>
    public bool IsDead()
    {
        if (Machine != Environment.MachineName)
            return false;
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            // The number may have been given to another process since; in a container every first process is number 1.
            return process.HasExited || Math.Abs(StartOf(process) - StartedAt) > 2;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static long StartOf(Process process) => new DateTimeOffset(process.StartTime.ToUniversalTime()).ToUnixTimeSeconds();
}
