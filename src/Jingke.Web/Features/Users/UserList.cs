using Jingke.Domain.People;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Users;

/// <summary>Colleagues by name, those included who may no longer sign in.</summary>
internal sealed class UserList(JingkeDbContext db, TimeProvider time)
{
    /// <summary>Which colleagues are wanted.</summary>
    /// <param name="Search">Part of a name or user name.</param>
    /// <param name="Role">Only this role.</param>
    /// <param name="TeamId">Only this team.</param>
    /// <param name="IsActive">Only who may, or may not, sign in.</param>
    public sealed record Filter(string? Search = null, Role? Role = null, long? TeamId = null, bool? IsActive = null);

    public sealed record Row(
        Guid Id,
        string UserName,
        string Name,
        Role Role,
        DataScope Scope,
        long? TeamId,
        bool IsActive,
        bool HasPassword,
        bool IsLocked
    );

    public Task<Page<Row>> RunAsync(Filter filter, PageRequest page, CancellationToken cancel)
    {
        var found = db.Users.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var text = filter.Search.Trim();
            var upper = text.ToUpperInvariant();
            found = found.Where(user => user.DisplayName.Contains(text) || user.NormalizedUserName!.Contains(upper));
        }
        if (filter.Role is { } role)
            found = found.Where(user => user.Role == role);
        if (filter.TeamId is { } team)
            found = found.Where(user => user.TeamId == team);
        if (filter.IsActive is { } active)
            found = found.Where(user => user.IsActive == active);

        var now = time.GetUtcNow();
        return found
            .OrderByDescending(user => user.IsActive)
            .ThenBy(user => user.DisplayName)
            .ThenBy(user => user.Id)
            .Select(user => new Row(
                user.Id,
                user.UserName!,
                user.DisplayName,
                user.Role,
                user.Scope,
                user.TeamId,
                user.IsActive,
                user.PasswordHash != null,
                user.LockoutEnd > now
            ))
            .ToPageAsync(page, cancel);
    }
}
