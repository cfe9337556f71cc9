using Jingke.Domain.Access;
using Microsoft.AspNetCore.Authorization;

namespace Jingke.Web.Data.Access;

/// <summary>Names of the authorization policies, one for each <see cref="Permission"/>, as constants for attributes.</summary>
public static class Policies
{
    /// <summary>Anyone who is signed in.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <inheritdoc cref="Permission.SeeAccounts"/>
    public const string SeeAccounts = nameof(Permission.SeeAccounts);

    /// <inheritdoc cref="Permission.EditAccounts"/>
    public const string EditAccounts = nameof(Permission.EditAccounts);

    /// <inheritdoc cref="Permission.AssignAccounts"/>
    public const string AssignAccounts = nameof(Permission.AssignAccounts);

    /// <inheritdoc cref="Permission.DeleteAccounts"/>
    public const string DeleteAccounts = nameof(Permission.DeleteAccounts);

    /// <inheritdoc cref="Permission.Analyse"/>
    public const string Analyse = nameof(Permission.Analyse);

    /// <inheritdoc cref="Permission.Export"/>
    public const string Export = nameof(Permission.Export);

    /// <inheritdoc cref="Permission.Import"/>
    public const string Import = nameof(Permission.Import);

    /// <inheritdoc cref="Permission.ImportEverything"/>
    public const string ImportEverything = nameof(Permission.ImportEverything);

    /// <inheritdoc cref="Permission.EditRules"/>
    public const string EditRules = nameof(Permission.EditRules);

    /// <inheritdoc cref="Permission.ManageUsers"/>
    public const string ManageUsers = nameof(Permission.ManageUsers);

    /// <inheritdoc cref="Permission.ManageOrganisation"/>
    public const string ManageOrganisation = nameof(Permission.ManageOrganisation);

    /// <inheritdoc cref="Permission.SeeAudit"/>
    public const string SeeAudit = nameof(Permission.SeeAudit);

    /// <inheritdoc cref="Permission.RevealPersonalData"/>
    public const string RevealPersonalData = nameof(Permission.RevealPersonalData);

    /// <inheritdoc cref="Permission.ErasePersonalData"/>
    public const string ErasePersonalData = nameof(Permission.ErasePersonalData);

    /// <inheritdoc cref="Permission.DecideCredit"/>
    public const string DecideCredit = nameof(Permission.DecideCredit);

    /// <summary>
    /// Registers the policies. The person's current role is asked for on every request, not read from the cookie,
    /// so that taking a right away works at once.
    /// </summary>
    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        foreach (var permission in Enum.GetValues<Permission>())
        {
            options.AddPolicy(
                permission.ToString(),
                policy => policy.RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission))
            );
        }

        // A route that names no policy is closed: forgetting one must not open it.
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }
}
