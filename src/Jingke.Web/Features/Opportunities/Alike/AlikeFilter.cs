using Jingke.Web.Common;
using Jingke.Web.Ledger.Opportunities;

namespace Jingke.Web.Features.Opportunities.Alike;

/// <summary>Which look-alikes are wanted; page, file and JSON share it. Everything is optional.</summary>
/// <param name="Percent">Least likeness, percent.</param>
/// <param name="Province">Key of a province.</param>
/// <param name="Industry">An industry.</param>
/// <param name="Owner">Identifier of who is responsible.</param>
/// <param name="Bought">Only those that bought in the last 12 months, or only those that did not; null for both.</param>
/// <param name="Text">Words to be found in name, pinyin, code, telephone or contact.</param>
internal sealed record AlikeFilter(
    int Percent,
    string? Province = null,
    string? Industry = null,
    string? Owner = null,
    bool? Bought = null,
    string? Text = null
)
{
    /// <summary>The bounds of likeness that one can choose, percent.</summary>
    public static readonly IReadOnlyList<int> Bounds = [95, 90, 80, 70];

    /// <summary>Reads a filter. What cannot be read is left out: an address may hold anything.</summary>
    public static AlikeFilter Of(PageAddress address) =>
        new(
            address.Number("min") is { } bound && Bounds.Contains(bound) ? bound : (int)(LikenessFindings.AlikeFrom * 100),
            address.Get("province") is { Length: > 0 } province ? province : null,
            address.Get("industry") is { Length: > 0 } industry ? industry : null,
            address.Get("owner"),
            address.Get("bought") switch
            {
                "yes" => true,
                "no" => false,
                _ => null,
            },
            address.Get("q")?.Trim() is { Length: > 0 } text ? text : null
        );
}
