using System.Globalization;

namespace Jingke.Benchmarks;

/// <summary>What is asked of a run, from its arguments.</summary>
internal sealed record RunOptions
{
    /// <summary>How the arguments are written.</summary>
    public const string Usage =
        "run.sh [--only analysis|load|analyze|models|vetting|customers|duplicates|import|pages] [--lines N] [--turns N] [--work FOLDER] [--postgres CONNECTION] [--each]";

    /// <summary>The only benchmark to run; null = all.</summary>
    public string? Only { get; init; }

    /// <summary>Lines of the analysis and load benchmarks. Default 10 million.</summary>
    public int Lines { get; init; } = 10_000_000;

    /// <summary>Turns of each contender that count. Default 7.</summary>
    public int Turns { get; init; } = 7;

    /// <summary>Folder for generated data; null = artifacts/benchmarks.</summary>
    public string? Work { get; init; }

    /// <summary>Connection of a PostgreSQL whose empty database the customers benchmark fills and measures; null = SQLite.</summary>
    public string? Postgres { get; init; }

    /// <summary>Also show what each SQL statement takes.</summary>
    public bool Each { get; init; }

    /// <summary>Reads arguments.</summary>
    /// <exception cref="FormatException">An argument is not known or lacks its value.</exception>
    public static RunOptions Parse(string[] args)
    {
        var options = new RunOptions();
        for (var at = 0; at < args.Length; at++)
        {
            options = args[at] switch
            {
                "--only" => options with { Only = Value() },
                "--lines" => options with { Lines = Number() },
                "--turns" => options with { Turns = Number() },
                "--work" => options with { Work = Value() },
                "--postgres" => options with { Postgres = Value() },
                "--each" => options with { Each = true },
                var other => throw new FormatException($"'{other}' is not known. {Usage}"),
            };

            string Value() => ++at < args.Length ? args[at] : throw new FormatException($"'{args[^1]}' needs a value. {Usage}");

            int Number() =>
                int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                    ? number
                    : throw new FormatException($"'{args[at]}' is not a positive whole number. {Usage}");
        }

        return options;
    }
}
