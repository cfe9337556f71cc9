using Jingke.Domain.Access;
using Jingke.Web.Data.Access;
using Microsoft.AspNetCore.Components;

namespace Jingke.Web.Common.Shell;

/// <summary>An entry of the navigation.</summary>
/// <param name="Text">Key of its word in CommonTexts.</param>
/// <param name="Href">The address that it leads to; pages below it count as this one.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="AnyOf">Who sees it: people who may do one of these; nothing means everyone who is signed in.</param>
internal sealed record Destination(string Text, string Href, string Icon, params IReadOnlyList<Permission> AnyOf)
{
    /// <summary>All of them, in the order of a working day. One is added together with its page.</summary>
    public static readonly IReadOnlyList<Destination> All =
    [
        new("Today", "/", "sun-high"),
        new("Accounts", "/accounts", "users", Permission.SeeAccounts),
        new("KeyAccounts", "/key-accounts", "crown", Permission.Analyse),
        new("Analysis", "/analysis", "chart-bar", Permission.Analyse),
        new("Churn", "/churn", "trending-down", Permission.Analyse),
        new("Opportunities", "/opportunities", "target", Permission.Analyse),
        new("Credit", "/credit", "currency-yuan", Permission.Analyse),
        new("Vetting", "/vetting", "shield-check", Permission.SeeAccounts),
        new("Pools", "/pools", "inbox", Permission.SeeAccounts),
        new("Imports", "/imports", "table-import", Permission.Import),
        new(
            "Settings",
            "/settings",
            "settings",
            Permission.EditRules,
            Permission.ManageUsers,
            Permission.ManageOrganisation,
            Permission.SeeAudit,
            Permission.DeleteAccounts,
            Permission.DecideCredit
        ),
    ];

    /// <summary>Those that a person can use, so that no link ends in a refusal.</summary>
    public static IEnumerable<Destination> Of(Viewer viewer) =>
        All.Where(destination => destination.AnyOf.Count == 0 || destination.AnyOf.Any(viewer.May));

    /// <summary>"page" for where one is, which assistive technology reads out; else null.</summary>
    public string? CurrentAt(NavigationManager navigation)
    {
        var path = PageAddress.Of(navigation).Path;
        return path == Href || (Href != "/" && path.StartsWith(Href + "/", StringComparison.Ordinal)) ? "page" : null;
    }
}
