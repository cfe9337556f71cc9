using Jingke.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace Jingke.Web.Data.People;

/// <summary>A colleague who signs in. Sign-in itself (password hash, lock-out) is ASP.NET Core Identity's.</summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>Name as colleagues know it.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>What the person does.</summary>
    public Role Role { get; set; }

    /// <summary>Whose accounts the person sees.</summary>
    public DataScope Scope { get; set; }

    /// <summary>The team the person belongs to; null when to none.</summary>
    public long? TeamId { get; set; }

    /// <summary>Language of the interface: zh-Hans, zh-Hant or en; null follows the browser.</summary>
    public string? Language { get; set; }

    /// <summary>Whether the person may sign in. People are deactivated, not deleted: their work keeps their name.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Whether the person belongs to the sample company and goes with it.</summary>
    public bool IsSample { get; set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }
}
