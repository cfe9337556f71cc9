using Jingke.Domain;
using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.Importing;
using Jingke.Web.Data.People;
using Jingke.Web.Features.Import.Checking;
using Jingke.Web.Features.Import.Receivables;
using Jingke.Web.Features.Import.Working;
using Jingke.Web.Ledger;
using Jingke.Web.Ledger.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.CommandLine;

/// <summary><c>jingke import FILE</c>: the same load as in the browser, in this process. A server on the same data notices by itself.</summary>
public static class ImportVerb
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 done; 1 the file cannot be read or nothing in it could be used; 2 wrong arguments.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        CommandLanguage.Use(args);
        if (args.Contains("--help") || args.Contains("-h"))
        {
            await Console.Out.WriteLineAsync(ImportTexts.Get("report.usage"));
            return 0;
        }
        var settings = JingkeOptions.From([]);
        ImportArguments arguments;
        try
        {
            arguments = ImportArguments.Parse(args, settings);
        }
        catch (RuleException wrong)
        {
            await Console.Error.WriteLineAsync(FaultWords.Say(wrong));
            return
                wrong.Code.StartsWith("arguments.", StringComparison.Ordinal) || wrong.Code.StartsWith("mapping.", StringComparison.Ordinal)
                ? 2
                : 1;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            // A second press ends the process at once; what is loaded stays and the import can be taken up again.
            pressed.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        };
        await using var services = Services(arguments.Options);
        try
        {
            await services.GetRequiredService<DatabaseUpgrade>().RunAsync(stop.Token);
            await services.GetRequiredService<PeopleDirectory>().ReloadAsync(stop.Token);
            await services.GetRequiredService<CatalogueInForce>().ReloadAsync(stop.Token);
            return arguments.DryRun ? await CheckAsync(services, arguments, stop.Token) : await LoadAsync(services, arguments, stop.Token);
        }
        catch (RuleException fault)
        {
            await Console.Error.WriteLineAsync(FaultWords.Say(fault));
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(Common.ProblemWords.Of("import.interrupted"));
            return 1;
        }
    }

    private static ServiceProvider Services(JingkeOptions options) =>
        new ServiceCollection()
            .AddLogging(logging =>
                logging
                    .AddSimpleConsole(console => console.TimestampFormat = "yyyy-MM-ddTHH:mm:sszzz ")
                    .SetMinimumLevel(LogLevel.Warning)
                    // What goes wrong with the database is told in a sentence.
                    .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None)
                    .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
                        console.LogToStandardErrorThreshold = LogLevel.Trace
                    )
            )
            .AddSingleton(options)
            .AddData(DatabaseChoice.From(options.Database, options.Data))
            .AddLedger()
            .AddImport()
            .BuildServiceProvider();

    private static async Task<int> CheckAsync(ServiceProvider services, ImportArguments arguments, CancellationToken cancel)
    {
        var batch = await BringAsync(services, arguments, keep: false, cancel);
        try
        {
            var findings = await services.GetRequiredService<CheckFile>().FindAsync(batch, lease: null, cancel);
            await Console.Out.WriteAsync(ImportReport.Of(findings));
            return findings.MayLoad && findings.Accepted + findings.Duplicate > 0 ? 0 : 1;
        }
        finally
        {
            services.GetRequiredService<ImportFiles>().Remove(batch.StoredAs);
        }
    }

    private static async Task<int> LoadAsync(ServiceProvider services, ImportArguments arguments, CancellationToken cancel)
    {
        var brought = await BringAsync(services, arguments, keep: true, cancel);
        var batch = await FollowAsync(services, brought.Id, cancel);
        if (batch.State == ImportState.Failed)
            throw new RuleException("import.failed", FaultWords.Say(batch.ErrorCode, batch.ErrorArgs));
        await using var db = services.GetRequiredService<JingkeDbFactory>().CreateForSystem();
        await Console.Out.WriteAsync(ImportReport.Of(batch, await ChangedInvoice.CountAsync(db, batch.Id, cancel)));
        return 0;
    }

    // The same file, cut off earlier by a crash or by hand, is taken up where it stopped.
    private static async Task<ImportBatch> BringAsync(
        ServiceProvider services,
        ImportArguments arguments,
        bool keep,
        CancellationToken cancel
    )
    {
        var path = arguments.File;
        await using var content = Tabular.Sheets.Refusals.Explain(
            path,
            () => Directory.Exists(path) ? throw new RuleException("file.is-folder", path) : Tabular.Sheets.SheetFile.OpenStream(path)
        );
        var request = new BringFile.Request(Path.GetFileName(path), arguments.Kind, arguments.Mapping, Start: keep);
        var bring = services.GetRequiredService<BringFile>();
        return keep ? await bring.RunOrResumeAsync(content, request, cancel) : await bring.LookAsync(content, request, cancel);
    }

    // Either this process or a running server does the work; both end in the same state.
    private static async Task<ImportBatch> FollowAsync(ServiceProvider services, long id, CancellationToken cancel)
    {
        var (leases, work) = (services.GetRequiredService<Leases>(), services.GetRequiredService<ImportWork>());
        var time = services.GetRequiredService<TimeProvider>();
        await using var progress = new ProgressLine(services.GetRequiredService<JingkeDbFactory>(), id, time);
        while (true)
        {
            if (await leases.ClaimAsync(id, cancel) is { } claimed)
                await using (claimed.Lease)
                    if (await work.RunAsync(claimed.Batch, claimed.Lease, cancel))
                        await EvaluateAsync(services, cancel);
            await using var db = services.GetRequiredService<JingkeDbFactory>().CreateForSystem();
            if (await db.ImportBatches.AsNoTracking().SingleAsync(one => one.Id == id, cancel) is { IsUnderWay: false } ended)
                return ended;
            await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancel);
        }
    }

    private static async Task EvaluateAsync(ServiceProvider services, CancellationToken cancel)
    {
        var store = services.GetRequiredService<LedgerStore>();
        store.Swap(await services.GetRequiredService<LoadLedger>().RunAsync(null, _ => { }, cancel));
        await services.GetRequiredService<EvaluateFreshSales>().RunAsync("import", cancel);
    }
}
