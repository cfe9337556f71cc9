using Jingke.Domain.Access;
using Microsoft.AspNetCore.Authorization;

namespace Jingke.Web.Data.Access;

/// <summary>Asks that the person's role allows something.</summary>
internal sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;

/// <summary>Answers <see cref="PermissionRequirement"/> from the person's current role.</summary>
internal sealed class PermissionHandler(CurrentUser user) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (user.Viewer.May(requirement.Permission))
            context.Succeed(requirement);

        return Task.CompletedTask;
    }
}
