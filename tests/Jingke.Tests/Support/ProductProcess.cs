using System.Diagnostics;
using System.Text;

namespace Jingke.Tests.Support;

/// <summary>The product as a process of its own, as a person starts it; so that it can be killed.</summary>
internal sealed class ProductProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    private ProductProcess(Process process) => this.process = process;

    /// <summary>What it wrote to standard output so far.</summary>
    public string Output => Read(output);

    /// <summary>What it wrote to standard error so far.</summary>
    public string Error => Read(error);

    /// <summary>Whether it still runs.</summary>
    public bool Runs => !process.HasExited;

    /// <summary>Starts <c>jingke</c> with arguments.</summary>
    /// <param name="args">Verb and options.</param>
    /// <param name="folder">Working folder; the present one when null.</param>
    /// <param name="input">What stands on standard input; nothing when null.</param>
    public static ProductProcess Start(IEnumerable<string> args, string? folder = null, string? input = null) =>
        StartDotnet([Path.Combine(AppContext.BaseDirectory, "jingke.dll"), .. args], folder, input);

    /// <summary>Runs the product as README says for a clone, with <c>dotnet run --project</c>; it must have been built.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunFromSourceAsync(IEnumerable<string> args, string folder)
    {
        var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/', '\\')))!;
        var project = Path.Combine(SourceTree.Root, "src", "Jingke.Web");
        using var run = StartDotnet(["run", "--no-build", "-c", configuration, "--project", project, "--", .. args], folder, input: null);
        return (await run.EndAsync(), run.Output, run.Error);
    }

    private static ProductProcess StartDotnet(IEnumerable<string> args, string? folder, string? input)
    {
        var start = new ProcessStartInfo("dotnet", args)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder ?? "",
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // The product speaks the language of its surroundings; the tests read Chinese.
        start.Environment["LC_ALL"] = "zh_CN.UTF-8";
        var started = new ProductProcess(new Process { StartInfo = start });
        started.process.OutputDataReceived += (_, line) => Add(started.output, line.Data);
        started.process.ErrorDataReceived += (_, line) => Add(started.error, line.Data);
        started.process.Start();
        started.process.BeginOutputReadLine();
        started.process.BeginErrorReadLine();
        if (input is not null)
            started.process.StandardInput.Write(input);
        started.process.StandardInput.Close();
        return started;
    }

    /// <summary>Runs <c>jingke</c> to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        IEnumerable<string> args,
        string? folder = null,
        string? input = null
    )
    {
        using var run = Start(args, folder, input);
        return (await run.EndAsync(), run.Output, run.Error);
    }

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private static void Add(StringBuilder to, string? line)
    {
        if (line is null)
            return;
        lock (to)
            to.AppendLine(line);
    }

    private static string Read(StringBuilder from)
    {
        lock (from)
            return from.ToString();
    }
}
