using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jingke.Web.Features.Import.Checking;

/// <summary>What a dry run has found: what would become of the file if it were loaded now.</summary>
internal sealed record Findings
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>A sentence by its code and kept arguments.</summary>
    internal sealed record Said(string Code, string Args);

    /// <summary>One kind of problem with the first few rows that have it.</summary>
    internal sealed record Kind(string Code, string Column, long Count, IReadOnlyList<Example> Examples);

    /// <summary>A row that has a problem.</summary>
    internal sealed record Example(long Row, string Value);

    /// <summary>Something only a person can say, see <see cref="Tabular.Columns.Question"/>.</summary>
    internal sealed record Open(string Code, string Field, string Column, string Example);

    /// <summary>Why the file cannot be loaded as it is mapped; null when it can.</summary>
    public Said? Fault { get; init; }

    /// <summary>What has to be answered first.</summary>
    public IReadOnlyList<Open> Questions { get; init; } = [];

    /// <summary>What a person should know.</summary>
    public IReadOnlyList<Said> Notes { get; init; } = [];

    public long Read { get; init; }

    /// <summary>Rows that are new.</summary>
    public long New { get; init; }

    /// <summary>Rows that would change what an earlier import brought.</summary>
    public long Updated { get; init; }

    /// <summary>Rows that are there already.</summary>
    public long Duplicate { get; init; }

    public long Rejected { get; init; }

    public long Identical { get; init; }

    public long Unattributed { get; init; }

    public long RegionsUnrecognised { get; init; }

    /// <summary>Regions that were not recognised, the first few.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Sum of the amounts of new and changed rows, ten-thousandths.</summary>
    public long Amount { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Accounts that the file names.</summary>
    public long Accounts { get; init; }

    public long AccountsCreated { get; init; }

    /// <summary>Names of the first few accounts that would be created.</summary>
    public IReadOnlyList<string> AccountNames { get; init; } = [];

    public long ContactsCreated { get; init; }

    public long ProductsCreated { get; init; }

    public IReadOnlyList<string> ProductNames { get; init; } = [];

    /// <summary>Rows that name an owner or team nobody has; the account is then left without.</summary>
    public IReadOnlyList<string> UnknownOwners { get; init; } = [];

    public IReadOnlyList<Kind> Problems { get; init; } = [];

    /// <summary>Rows that would be loaded.</summary>
    [JsonIgnore]
    public long Accepted => New + Updated;

    /// <summary>Whether the load can start.</summary>
    [JsonIgnore]
    public bool MayLoad => Fault is null && Questions.Count == 0;

    public static Findings Parse(string json) => json.Length == 0 ? new() : JsonSerializer.Deserialize<Findings>(json, Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
