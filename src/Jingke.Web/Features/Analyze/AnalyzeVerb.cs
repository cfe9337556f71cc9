using System.Text;
using Jingke.Domain;
using Jingke.Web.Tabular;

namespace Jingke.Web.Features.Analyze;

/// <summary>
/// <c>jingke analyze</c>: reads an order export and prints who the key accounts are. Needs no server, no sign-in and no database,
/// and leaves nothing behind.
/// </summary>
internal static class AnalyzeVerb
{
    /// <summary>Runs the command.</summary>
    /// <param name="args">What stands behind the word <c>analyze</c>.</param>
    /// <param name="output">Where the result goes.</param>
    /// <param name="error">Where a sentence goes when it cannot be done.</param>
    /// <returns>0 done; 1 the file cannot be read or nothing in it could be used; 2 wrong arguments.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        CommandLanguage.Use(args);
        if (args.Contains("--help") || args.Contains("-h"))
        {
            await output.WriteLineAsync(AnalyzeTexts.Say("usage"));
            return 0;
        }

        AnalyzeArguments arguments;
        try
        {
            arguments = AnalyzeArguments.Parse(args);
        }
        catch (RuleException wrong)
        {
            await error.WriteLineAsync(Sentence(wrong));
            await error.WriteLineAsync(AnalyzeTexts.Say("usage"));
            return 2;
        }

        try
        {
            var report = AnalyzeRun.Run(arguments);
            if (arguments.Json)
                await output.WriteLineAsync(JsonReport.Write(report));
            else
                await output.WriteAsync(TableReport.Write(report));
            return 0;
        }
        catch (RuleException refusal)
        {
            await error.WriteLineAsync(Sentence(refusal));
            return 1;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // A full disk, a closed pipe, more places than a ledger holds: what the system says is all there is to say.
            await error.WriteLineAsync(AnalyzeTexts.Say("analyze.failed", failure.Message));
            return 1;
        }
    }

    /// <summary>Runs the command on the terminal.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        await using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false));
        return await RunAsync(args, output, error);
    }

    private static string Sentence(RuleException refusal) =>
        AnalyzeTexts.Has(refusal.Code) ? AnalyzeTexts.Say(refusal.Code, [.. refusal.Args]) : TabularTexts.Say(refusal);
}
