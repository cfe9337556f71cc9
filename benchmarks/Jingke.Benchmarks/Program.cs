using Jingke.Benchmarks;
using Jingke.Benchmarks.Analysis;
using Jingke.Benchmarks.Analyze;
using Jingke.Benchmarks.Customers;
using Jingke.Benchmarks.Duplicates;
using Jingke.Benchmarks.Import;
using Jingke.Benchmarks.Load;
using Jingke.Benchmarks.Models;
using Jingke.Benchmarks.Pages;
using Jingke.Benchmarks.Reporting;

(string Name, Func<RunOptions, Workspace, Report, Task> RunAsync)[] all =
[
    ("analysis", AnalysisBenchmark.RunAsync),
    ("load", LoadBenchmark.RunAsync),
    ("analyze", AnalyzeBenchmark.RunAsync),
    ("models", ModelsBenchmark.RunAsync),
    ("vetting", CustomersBenchmark.VetAsync),
    ("customers", CustomersBenchmark.RunAsync),
    ("duplicates", DuplicatesBenchmark.RunAsync),
    ("import", ImportBenchmark.RunAsync),
    ("pages", PagesBenchmark.RunAsync),
];

RunOptions options;
try
{
    options = RunOptions.Parse(args);
    if (options.Only is { } only && !Array.Exists(all, benchmark => benchmark.Name == only))
        throw new FormatException($"There is no benchmark '{only}'. {RunOptions.Usage}");
}
catch (FormatException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}

var workspace = new Workspace(options.Work);
var report = new Report();
foreach (var (name, run) in all)
{
    if (options.Only is null || options.Only == name)
        await run(options, workspace, report);
}

report.Write(workspace.PathOf("results.json"));
return 0;
