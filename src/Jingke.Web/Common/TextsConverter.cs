using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jingke.Web.Common;

/// <summary>Texts by key that programs may write as numbers or yes and no too: 300000 is as good as "300000".</summary>
internal sealed class TextsConverter : JsonConverter<Dictionary<string, string?>>
{
    /// <inheritdoc/>
    public override Dictionary<string, string?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new JsonException();

        var texts = new Dictionary<string, string?>();
        foreach (var property in document.RootElement.EnumerateObject())
            texts[property.Name] = property.Value.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String => property.Value.GetString(),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => property.Value.GetRawText(),
                _ => throw new JsonException(),
            };
        return texts;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Dictionary<string, string?> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, text) in value)
            writer.WriteString(key, text);
        writer.WriteEndObject();
    }
}
