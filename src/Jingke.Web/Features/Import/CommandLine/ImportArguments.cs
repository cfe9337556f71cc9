using Jingke.Domain;
using Jingke.Domain.Imports;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Features.Import.CommandLine;

/// <summary>What stands after <c>jingke import</c>.</summary>
internal sealed record ImportArguments
{
    private static readonly string[] WithValue =
    [
        "--kind",
        "--mapping",
        "--date-order",
        "--decimal",
        "--source",
        "--data",
        "--database",
        "--rejects",
        "--lang",
    ];

    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>What it brings; null to recognise it.</summary>
    public ImportKind? Kind { get; init; }

    /// <summary>How it is to be read; null when nothing was said.</summary>
    public Mapping? Mapping { get; init; }

    /// <summary>Whether nothing is to be written.</summary>
    public bool DryRun { get; init; }

    /// <summary>Where rejected rows go; null for nowhere.</summary>
    public string? Rejects { get; init; }

    /// <summary>Data folder and database.</summary>
    public required JingkeOptions Options { get; init; }

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="RuleException"><c>arguments.*</c>, or a mapping file that cannot be read.</exception>
    public static ImportArguments Parse(string[] args, JingkeOptions defaults)
    {
        var (values, files, dryRun) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<string>(), false);
        for (var at = 0; at < args.Length; at++)
        {
            var (name, inline) =
                args[at].StartsWith("--", StringComparison.Ordinal) && args[at].IndexOf('=') is > 0 and var sign
                    ? (args[at][..sign], args[at][(sign + 1)..])
                    : (args[at], null);
            if (name == "--dry-run")
                dryRun = true;
            else if (WithValue.Contains(name))
                values[name] = inline ?? (++at < args.Length ? args[at] : throw new RuleException("arguments.value-missing", name));
            else if (name.StartsWith('-') && name.Length > 1)
                throw new RuleException("arguments.unknown", name);
            else
                files.Add(name);
        }
        if (values.TryGetValue("--lang", out var language) && CommandLanguage.Named(language) is null)
            throw new RuleException("arguments.choice-unknown", "--lang", language, "zh-Hans, zh-Hant, en");
        if (files is not [var file])
            throw new RuleException(files.Count == 0 ? "arguments.file-missing" : "arguments.one-file");

        return new()
        {
            File = file,
            Kind = values.TryGetValue("--kind", out var kind) ? KindNamed(kind) : null,
            Mapping = MappingOf(values),
            DryRun = dryRun,
            Rejects = values.GetValueOrDefault("--rejects"),
            Options = new()
            {
                Data = values.GetValueOrDefault("--data", defaults.Data),
                Database = values.GetValueOrDefault("--database", defaults.Database),
                MaximumUploadBytes = long.MaxValue,
                KeepFilesDays = defaults.KeepFilesDays,
                LedgerGrain = defaults.LedgerGrain,
            },
        };
    }

    private static ImportKind KindNamed(string name) =>
        name.ToLowerInvariant() switch
        {
            "sales" => ImportKind.Sales,
            "accounts" => ImportKind.Accounts,
            "contacts" => ImportKind.Contacts,
            "accounts-and-contacts" => ImportKind.AccountsAndContacts,
            "receivables" => ImportKind.Receivables,
            _ => throw new RuleException(
                "arguments.choice-unknown",
                "--kind",
                name,
                "sales, accounts, contacts, accounts-and-contacts, receivables"
            ),
        };

    private static Mapping? MappingOf(Dictionary<string, string> values)
    {
        var mapping = values.TryGetValue("--mapping", out var file) ? Mapping.Load(file) : null;
        if (values.TryGetValue("--date-order", out var order))
            mapping = (mapping ?? new()) with
            {
                DateOrder = DateOrders.Named(order) is not null
                    ? order
                    : throw new RuleException("arguments.choice-unknown", "--date-order", order, "ymd, dmy, mdy"),
            };
        if (values.TryGetValue("--decimal", out var mark))
            mapping = (mapping ?? new()) with
            {
                Decimal = mark is "point" or "comma"
                    ? mark
                    : throw new RuleException("arguments.choice-unknown", "--decimal", mark, "point, comma"),
            };
        return values.TryGetValue("--source", out var source) ? (mapping ?? new()) with { Source = source } : mapping;
    }
}
