using System.Text.Json;
using System.Text.Json.Serialization;
using Jingke.Domain;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Tabular.Columns;

/// <summary>What a person says about a file; everything left out is recognised. See docs/import-mapping.md.</summary>
internal sealed record Mapping
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNameCaseInsensitive = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Name of an encoding, such as gb18030.</summary>
    public string? Encoding { get; init; }

    /// <summary>comma, semicolon, tab, pipe, blank, or the sign itself.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Name of the only sheet to read.</summary>
    public string? Sheet { get; init; }

    /// <summary>False when the first row is data already.</summary>
    public bool? Header { get; init; }

    /// <summary>Number of the row that holds the headers, from 1.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>Field to column: a header, or a number from 1. Null leaves the field out though a header would fit it.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Columns { get; init; }

    /// <summary>Fields of the organisation's catalogue by key to column, as <see cref="Columns"/>; only in files of accounts.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Facts { get; init; }

    /// <summary>Key of the channel that the file's facts come from.</summary>
    public string? Channel { get; init; }

    /// <summary>The day for which the file's facts were true.</summary>
    public DateOnly? ObservedOn { get; init; }

    /// <summary>ymd, dmy or mdy.</summary>
    public string? DateOrder { get; init; }

    /// <summary>point or comma.</summary>
    public string? Decimal { get; init; }

    /// <summary>rate or amount.</summary>
    public string? Discount { get; init; }

    /// <summary>Name of the system the file comes from; part of the identity of its lines.</summary>
    public string? Source { get; init; }

    /// <summary>Fields whose blank cells repeat the value above, as in reports that print an order's head once.</summary>
    public IReadOnlyList<string>? FillDown { get; init; }

    /// <summary>Reads a mapping.</summary>
    /// <exception cref="RuleException">mapping.*: it is no JSON, or says something that is not known.</exception>
    public static Mapping Parse(string json)
    {
        try
        {
            var mapping = JsonSerializer.Deserialize<Mapping>(json, Json) ?? new();
            mapping.Check();
            return mapping;
        }
        catch (JsonException wrong)
        {
            throw new RuleException("mapping.unreadable", (wrong.LineNumber ?? 0) + 1, wrong.Path ?? "");
        }
    }

    /// <summary>Reads a mapping file.</summary>
    public static Mapping Load(string path) => Parse(Sheets.Refusals.Explain(path, () => File.ReadAllText(path)));

    /// <summary>The mapping as JSON, to remember it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The field a name means: its own name, a short form such as account, or any header that is recognised.</summary>
    public static Field FieldNamed(FileKind kind, string name)
    {
        if (Enum.TryParse<Field>(name, ignoreCase: true, out var field) && !char.IsAsciiDigit(name[0]))
            return field;
        return name.ToLowerInvariant() switch
        {
            "account" or "customer" => Field.AccountCode,
            "product" => Field.ProductCode,
            "order" => Field.OrderNo,
            "line" => Field.LineNo,
            "owner" => Field.Salesperson,
            "contact" => Field.ContactName,
            _ => HeaderNames.Find(kind, HeaderText.Of(name).Key)?.Field ?? throw new RuleException("mapping.field-unknown", name),
        };
    }

    private void Check()
    {
        if (DateOrder is not null && DateOrders.Named(DateOrder) is null)
            throw new RuleException("mapping.value-unknown", "dateOrder", DateOrder, "ymd, dmy, mdy");
        if (Decimal is not (null or "point" or "comma"))
            throw new RuleException("mapping.value-unknown", "decimal", Decimal, "point, comma");
        if (Discount is not (null or "rate" or "amount"))
            throw new RuleException("mapping.value-unknown", "discount", Discount, "rate, amount");
        if (HeaderRow is < 1)
            throw new RuleException("mapping.value-unknown", "headerRow", HeaderRow, "1, 2, 3 …");
    }
}
