using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Jingke.Web.Common.Shell;

/// <summary>The navigation as one person sees it: only places whose policy the person satisfies, so no link ends in a refusal.</summary>
internal sealed class DestinationsOfUser(IAuthorizationService authorization)
{
    /// <summary>The places of a user, in the order of the working day.</summary>
    public async Task<IReadOnlyList<Destination>> RunAsync(ClaimsPrincipal user)
    {
        var places = new List<Destination>(Destination.All.Count);
        foreach (var place in Destination.All)
            if (place.Policy is null || (await authorization.AuthorizeAsync(user, place.Policy)).Succeeded)
                places.Add(place);
        return places;
    }
}
