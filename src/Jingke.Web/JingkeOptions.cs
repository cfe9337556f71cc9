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

    /// <summary>The options of a call: command line before environment before appsettings.json in the working folder.</summary>
    /// <param name="args">What follows the verb.</param>
    public static JingkeOptions From(string[] args) =>
        new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
            .AddEnvironmentVariables("JINGKE_")
            .AddCommandLine(args)
            .Build()
            .Get<JingkeOptions>()
        ?? new();

    /// <summary><c>line</c> keeps every sales line in memory, <c>month</c> keeps monthly sums made by the database. Default line.</summary>
    public string LedgerGrain { get; set; } = "line";
}
