using Jingke.Benchmarks.Reporting;

namespace Jingke.Benchmarks.Models;

/// <summary>
/// The models of the analysis beside the programs that people use for them today: purchase models beside scipy, forecasts beside R's
/// forecast package, and the search for look-alikes alone. What is not installed is left out, and said.
/// </summary>
internal static class ModelsBenchmark
{
    internal const string Name = "models";

    public static async Task RunAsync(RunOptions options, Workspace workspace, Report report)
    {
        report.Begin(Name);
        await LifetimeSpeed.RunAsync(options, workspace, report);
        await ForecastSpeed.RunAsync(workspace, report);
        LookAlikeSpeed.Run(options, report);
    }
}
