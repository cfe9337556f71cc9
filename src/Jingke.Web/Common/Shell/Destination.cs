using Microsoft.AspNetCore.Components;

namespace Jingke.Web.Common.Shell;

/// <summary>An entry of the navigation.</summary>
/// <param name="Text">Key of its word in CommonTexts.</param>
/// <param name="Href">The address that it leads to; pages below it count as this place.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Policy">The policy that a person must satisfy to see it; null for everyone who is signed in.</param>
internal sealed record Destination(string Text, string Href, string Icon, string? Policy = null)
{
    /// <summary>The places in the order of a working day. A place is added together with its page.</summary>
    public static readonly IReadOnlyList<Destination> All =
    [
        new("Today", "/", "sun-high"),
        new("Accounts", "/accounts", "users"),
        new("KeyAccounts", "/key-accounts", "crown"),
        new("Analysis", "/analysis", "chart-bar"),
        new("Imports", "/imports", "table-import"),
        new("Settings", "/settings", "settings"),
    ];

    /// <summary>"page" for the place one is at, which assistive technology reads out; else null.</summary>
    public string? CurrentAt(NavigationManager navigation)
    {
        var path = PageAddress.Of(navigation).Path;
        return path == Href || (Href != "/" && path.StartsWith(Href + "/", StringComparison.Ordinal)) ? "page" : null;
    }
}
