using System.Globalization;
using Jingke.Web.Common;

namespace Jingke.Web.Features.Opportunities.Due;

/// <summary>Which purchases are wanted; page, file and JSON share it. Everything is optional.</summary>
/// <param name="Owner">Identifier of who is responsible.</param>
/// <param name="Team">Identifier of a team.</param>
/// <param name="Product">Identifier of a product.</param>
/// <param name="Late">Only those that are late, or only those that are not yet; null for both.</param>
/// <param name="Text">Words to be found in name, pinyin, code, telephone or contact.</param>
internal sealed record DueFilter(string? Owner = null, string? Team = null, long? Product = null, bool? Late = null, string? Text = null)
{
    /// <summary>Reads a filter. What cannot be read is left out: an address may hold anything.</summary>
    public static DueFilter Of(PageAddress address) =>
        new(
            address.Get("owner"),
            address.Get("team"),
            long.TryParse(address.Get("product"), NumberStyles.None, CultureInfo.InvariantCulture, out var product) ? product : null,
            address.Get("when") switch
            {
                "late" => true,
                "soon" => false,
                _ => null,
            },
            address.Get("q")?.Trim() is { Length: > 0 } text ? text : null
        );
}
