using System.Text.Json;
using Jingke.Analytics.Tiers;

namespace Jingke.Web.Ledger.Evaluation;

/// <summary>Reasons of a verdict as they are stored: [["share",0.062],["rank",3,412]]. Words are made when they are read.</summary>
public static class ReasonJson
{
    /// <summary>Reasons to their stored form.</summary>
    public static string Write(IReadOnlyList<Reason> reasons)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var reason in reasons)
            {
                json.WriteStartArray();
                json.WriteStringValue(reason.Code);
                foreach (var argument in reason.Arguments)
                {
                    if (double.IsFinite(argument))
                        json.WriteNumberValue(argument);
                    else
                        json.WriteNullValue();
                }
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>Reasons from their stored form; none from an empty text.</summary>
    public static IReadOnlyList<Reason> Read(string stored)
    {
        if (stored.Length == 0)
            return [];

        using var document = JsonDocument.Parse(stored);
        return
        [
            .. document
                .RootElement.EnumerateArray()
                .Select(reason => new Reason(
                    reason[0].GetString()!,
                    [
                        .. reason
                            .EnumerateArray()
                            .Skip(1)
                            .Select(argument => argument.ValueKind == JsonValueKind.Number ? argument.GetDouble() : double.NaN),
                    ]
                )),
        ];
    }
}
