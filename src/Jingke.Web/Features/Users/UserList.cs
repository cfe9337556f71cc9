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
    public sealed record Filter(string? Search = null, Role? Role = null, long? TeamId = null, bool? IsActive = null)
    {
        /// <summary>Reads a filter; what cannot be read is left out.</summary>
        public static Filter Of(PageAddress address) =>
            new(
                address.Get("q"),
                Enum.TryParse<Role>(address.Get("role"), out var role) ? role : null,
                long.TryParse(address.Get("team"), out var team) ? team : null,
                bool.TryParse(address.Get("active"), out var active) ? active : null
            );
    }

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
    )
    {
        /// <summary>The key of the word for whether the person can sign in.</summary>
        public string State =>
            !IsActive ? "State.inactive"
            : IsLocked ? "State.locked"
            : HasPassword ? "State.active"
            : "State.no-password";
    }

    /// <summary>One page.</summary>
    public Task<Page<Row>> RunAsync(Filter filter, PageRequest page, CancellationToken cancel) => Rows(filter).ToPageAsync(page, cancel);

    /// <summary>All of them, read one after another; for exports.</summary>
    public IAsyncEnumerable<Row> All(Filter filter) => Rows(filter).AsAsyncEnumerable();

    private IQueryable<Row> Rows(Filter filter)
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
            ));
    }
}
