using System.Globalization;
using Jingke.Domain.Accounts;
using Jingke.Web.Common;

namespace Jingke.Web.Features.KeyAccounts.List;

/// <summary>Which accounts are wanted; the page, its export and the JSON endpoint share it. Everything is optional.</summary>
/// <param name="Text">Words to be found in name, pinyin, code, telephone or contact.</param>
/// <param name="Tier">A tier.</param>
/// <param name="Top">The first so many by net sales.</param>
/// <param name="Value">M score, 1 to 5.</param>
/// <param name="Loyalty">Loyalty, 1 to 5.</param>
/// <param name="Moved">"up" or "down": tier changed since the quarter before.</param>
internal sealed record KeyAccountFilter(string? Text, Tier? Tier, int? Top, int? Value, int? Loyalty, string? Moved)
{
    /// <summary>Reads a filter. What cannot be read is left out: an address may hold anything.</summary>
    public static KeyAccountFilter Of(PageAddress address)
    {
        var text = address.Get("q")?.Trim();
        var tier = address.Get("tier");
        return new(
            text is { Length: > 0 } ? text : null,
            tier is not null && tier.All(char.IsAsciiLetter) && Enum.TryParse<Tier>(tier, ignoreCase: true, out var found) ? found : null,
            Number("top", int.MaxValue),
            Number("value", 5),
            Number("loyalty", 5),
            address.Get("moved") is "up" or "down" ? address.Get("moved") : null
        );

        int? Number(string name, int most) =>
            int.TryParse(address.Get(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= most
                ? number
                : null;
    }

    /// <summary>Whether anything is left out.</summary>
    public bool IsEmpty => this == new KeyAccountFilter(null, null, null, null, null, null);
}
