using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jingke.Web.Features.Import.Receivables;

namespace Jingke.Web.Features.Import.Checking;

/// <summary>What a dry run has found: what would become of the file if it were loaded now.</summary>
public sealed record Findings
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>A sentence by its code and kept arguments.</summary>
    /// <param name="Code">The code.</param>
    /// <param name="Args">The arguments as a JSON array.</param>
    public sealed record Said(string Code, string Args);

    /// <summary>One kind of problem with the first few rows that have it.</summary>
    /// <param name="Code">Code of the reason.</param>
    /// <param name="Column">The column.</param>
    /// <param name="Count">Rows that have it.</param>
    /// <param name="Examples">The first few of them.</param>
    public sealed record Kind(string Code, string Column, long Count, IReadOnlyList<Example> Examples);

    /// <summary>A row that has a problem.</summary>
    /// <param name="Row">Number as a person sees it.</param>
    /// <param name="Value">What stands in the cell.</param>
    public sealed record Example(long Row, string Value);

    /// <summary>Something only a person can say, such as the order of day and month.</summary>
    /// <param name="Code">What is asked.</param>
    /// <param name="Field">The field.</param>
    /// <param name="Column">The column as a person knows it.</param>
    /// <param name="Example">A value that can be read in two ways.</param>
    public sealed record Open(string Code, string Field, string Column, string Example);

    /// <summary>An invoice that would change.</summary>
    /// <param name="No">Its number.</param>
    /// <param name="Before">What it says.</param>
    /// <param name="After">What it would say.</param>
    public sealed record Invoice(string No, InvoiceTerms Before, InvoiceTerms After);

    /// <summary>Why the file cannot be loaded as it is mapped; null when it can.</summary>
    public Said? Fault { get; init; }

    /// <summary>What has to be answered first.</summary>
    public IReadOnlyList<Open> Questions { get; init; } = [];

    /// <summary>What a person should know.</summary>
    public IReadOnlyList<Said> Notes { get; init; } = [];

    /// <summary>Rows of the file.</summary>
    public long Read { get; init; }

    /// <summary>Rows that are new.</summary>
    public long New { get; init; }

    /// <summary>Rows that would change what an earlier import brought.</summary>
    public long Updated { get; init; }

    /// <summary>Rows that are there already.</summary>
    public long Duplicate { get; init; }

    /// <summary>Rows that would come back.</summary>
    public long Rejected { get; init; }

    /// <summary>Rows that equal another row in everything.</summary>
    public long Identical { get; init; }

    /// <summary>Rows without a customer.</summary>
    public long Unattributed { get; init; }

    /// <summary>Rows whose region is not of the standard.</summary>
    public long RegionsUnrecognised { get; init; }

    /// <summary>Regions that were not recognised, the first few.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Sum of the amounts of new and changed rows, ten-thousandths.</summary>
    public long Amount { get; init; }

    /// <summary>Day of the first sale.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Day of the last sale.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Accounts that the file names.</summary>
    public long Accounts { get; init; }

    /// <summary>Accounts that would be created.</summary>
    public long AccountsCreated { get; init; }

    /// <summary>Names of the first few accounts that would be created.</summary>
    public IReadOnlyList<string> AccountNames { get; init; } = [];

    /// <summary>Contacts that would be created.</summary>
    public long ContactsCreated { get; init; }

    /// <summary>Products that would be created.</summary>
    public long ProductsCreated { get; init; }

    /// <summary>Names of the first few products that would be created.</summary>
    public IReadOnlyList<string> ProductNames { get; init; } = [];

    /// <summary>Invoices that would get other days or another amount.</summary>
    public long InvoicesChanged { get; init; }

    /// <summary>The first few of them.</summary>
    public IReadOnlyList<Invoice> Invoices { get; init; } = [];

    /// <summary>Rows that name an owner or team nobody has; the account is then left without.</summary>
    public IReadOnlyList<string> UnknownOwners { get; init; } = [];

    /// <summary>Kinds of problems, most frequent first.</summary>
    public IReadOnlyList<Kind> Problems { get; init; } = [];

    /// <summary>Rows that would be loaded.</summary>
    [JsonIgnore]
    public long Accepted => New + Updated;

    /// <summary>Whether the load can start.</summary>
    [JsonIgnore]
    public bool MayLoad => Fault is null && Questions.Count == 0;

    /// <summary>Reads what <see cref="ToJson"/> wrote; nothing found for empty text.</summary>
    public static Findings Parse(string json) => json.Length == 0 ? new() : JsonSerializer.Deserialize<Findings>(json, Json)!;

    /// <summary>The findings as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
