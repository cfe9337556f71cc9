using System.Security.Claims;
using Jingke.Web.Data.People;

namespace Jingke.Web.Data.Access;

/// <summary>The person behind the current request, as they are now (not as they were when they signed in).</summary>
internal sealed class CurrentUser(IHttpContextAccessor http, PeopleDirectory people)
{
    private Viewer? viewer;

    /// <summary>The person's identifier; null when nobody is signed in.</summary>
    public Guid? Id =>
        http.HttpContext?.User is { Identity.IsAuthenticated: true } principal
        && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? id
            : null;

    /// <summary>The person; null when nobody is signed in or the person may no longer sign in.</summary>
    public PeopleDirectory.Person? Person => Id is { } id && people.Current.Find(id) is { IsActive: true } person ? person : null;

    /// <summary>How far the person may look; <see cref="Viewer.Nobody"/> when nobody is signed in.</summary>
    public Viewer Viewer => viewer ??= Person is { } person ? people.Current.ViewerOf(person) : Viewer.Nobody;
}
