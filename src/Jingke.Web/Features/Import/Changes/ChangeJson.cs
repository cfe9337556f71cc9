using System.Text.Encodings.Web;
using System.Text.Json;

namespace Jingke.Web.Features.Import.Changes;

/// <summary>Changes of a row as the audit log writes them: an object of field to [before, after].</summary>
internal static class ChangeJson
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(SortedDictionary<string, FieldChanges.Change> fields) =>
        JsonSerializer.Serialize(
            fields.ToDictionary(field => field.Key, field => new[] { field.Value.Before, field.Value.After }, StringComparer.Ordinal),
            Json
        );

    public static SortedDictionary<string, FieldChanges.Change> Read(string json)
    {
        var fields = new SortedDictionary<string, FieldChanges.Change>(StringComparer.Ordinal);
        foreach (var (field, values) in JsonSerializer.Deserialize<Dictionary<string, string?[]>>(json) ?? [])
            fields[field] = new(values[0], values[1]);
        return fields;
    }
}
