using Jingke.Benchmarks.Measuring;

namespace Jingke.Benchmarks.Models;

/// <summary>Programs that others wrote, if they are installed.</summary>
internal static class Reference
{
    private static readonly string[] Pythons = ["python3", "/usr/bin/python3"];

    /// <summary>What a script for Python with scipy prints; null where there is none.</summary>
    public static async Task<string?> PythonAsync(Workspace workspace, string script, string file)
    {
        foreach (var python in Pythons)
        {
            if (await SucceedsAsync(workspace, python, "-c", "import scipy"))
                return await RunAsync(workspace, python, script, file);
        }

        Console.WriteLine("  Python with scipy is not installed: no comparison with it.");
        return null;
    }

    /// <summary>What a script for R with its forecast package prints; null where there is none.</summary>
    public static async Task<string?> RAsync(Workspace workspace, string script, string file)
    {
        if (await SucceedsAsync(workspace, "Rscript", "-e", "library(forecast)"))
            return await RunAsync(workspace, "Rscript", script, file);

        Console.WriteLine("  R with its package forecast is not installed: no comparison with it.");
        return null;
    }

    private static async Task<string> RunAsync(Workspace workspace, string program, string script, string file)
    {
        var ended = await ChildProcess.RunAsync(program, Folder(workspace), script, file);
        return ended.ExitCode == 0
            ? ended.Output
            : throw new InvalidOperationException($"{script} ended with {ended.ExitCode}: {ended.Error}");
    }

    private static async Task<bool> SucceedsAsync(Workspace workspace, string program, params string[] arguments)
    {
        try
        {
            return (await ChildProcess.RunAsync(program, Folder(workspace), arguments)).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // no such program
        }
    }

    private static string Folder(Workspace workspace) => Path.Combine(workspace.Repository, "benchmarks", "models");
}
