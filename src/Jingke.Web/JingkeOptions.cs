using System.Globalization;
using Jingke.Analytics.Ledger;
using Jingke.Domain;

namespace Jingke.Web;

/// <summary>
/// Settings of an installation, from command line (<c>--data</c>), environment (<c>JINGKE_DATA</c>) or appsettings.json;
/// docs/configuration.md lists them.
/// </summary>
public sealed class JingkeOptions
{
    /// <summary>Empty: SQLite in the data folder. With <c>Host=</c>: PostgreSQL. Else the path of a SQLite file.</summary>
    public string Database { get; set; } = "";

    /// <summary>Folder for the embedded database and uploaded files. Default <c>./data</c>.</summary>
    public string Data { get; set; } = "data";

    /// <summary>Largest upload in bytes. Default 2 GiB.</summary>
    public long MaximumUploadBytes { get; set; } = 2L << 30;

    /// <summary>Days for which a file that was brought in stays after its import has ended, or was left lying. Default 30.</summary>
    public int KeepFilesDays { get; set; } = 30;

    /// <summary>Line keeps every sales line in memory, month keeps monthly sums made by the database. Default line.</summary>
    public LedgerGrain LedgerGrain { get; set; } = LedgerGrain.Line;

    /// <summary>The options of a call: command line before environment before appsettings.json in the working folder.</summary>
    /// <param name="args">What follows the verb.</param>
    /// <exception cref="RuleException"><c>setting.not-allowed</c>: a setting has a value that it cannot have.</exception>
    public static JingkeOptions From(string[] args) => From(Layers(new ConfigurationBuilder(), args).Build());

    /// <summary>Adds what a person can say, later before earlier: file in the working folder, environment, command line.</summary>
    internal static IConfigurationBuilder Layers(IConfigurationBuilder configuration, string[] args) =>
        configuration
            .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
            .AddEnvironmentVariables("JINGKE_")
            .AddCommandLine(args);

    // The binder would stop with a stack trace at a wrong number, and take 7 for the name of a grain.
    private static JingkeOptions From(IConfiguration given)
    {
        var options = new JingkeOptions();
        return new()
        {
            Database = given[nameof(Database)] ?? options.Database,
            Data = given[nameof(Data)] switch
            {
                null => options.Data,
                var folder when string.IsNullOrWhiteSpace(folder) => throw Wrong(nameof(Data), folder, "./data"),
                var folder => folder,
            },
            MaximumUploadBytes = Number(given, nameof(MaximumUploadBytes), options.MaximumUploadBytes, 1, long.MaxValue),
            KeepFilesDays = (int)Number(given, nameof(KeepFilesDays), options.KeepFilesDays, 1, 36_500),
            LedgerGrain = given[nameof(LedgerGrain)]?.ToLowerInvariant() switch
            {
                null => options.LedgerGrain,
                "line" => LedgerGrain.Line,
                "month" => LedgerGrain.Month,
                _ => throw Wrong(nameof(LedgerGrain), given[nameof(LedgerGrain)]!, "line, month"),
            },
        };
    }

    private static long Number(IConfiguration given, string name, long standard, long least, long most) =>
        given[name] is not { } text ? standard
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw Wrong(name, text, string.Create(CultureInfo.InvariantCulture, $"{least} … {most}"));

    private static RuleException Wrong(string name, string value, string allowed) =>
        new("setting.not-allowed", char.ToLowerInvariant(name[0]) + name[1..], value, allowed);
}
