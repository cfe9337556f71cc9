using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Jingke.Web.Common.Languages;

namespace Jingke.Web.Common.Charts;

/// <summary>The data of a chart as the script element beside it holds them.</summary>
internal static class ChartJson
{
    // Chinese stays readable; < > & and quotes are escaped, so that no name can end the script element.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>A script element with the model and what its figures need to be written in the language of the request.</summary>
    public static string Element(ChartModel model)
    {
        IReadOnlyList<string>? slices = model.Kind == ChartKind.Pie ? ChartColour.Of(model.Categories) : null;
        var json = JsonSerializer.Serialize(
            new
            {
                Model = model,
                Slices = slices,
                Lang = Language.Current.Code,
            },
            Options
        );
        return $"<script type=\"application/json\">{json}</script>";
    }
}
