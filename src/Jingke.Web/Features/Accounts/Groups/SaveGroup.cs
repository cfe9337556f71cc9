using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Features.Accounts.List;
using Jingke.Web.Features.Accounts.List.Where;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Groups;

/// <summary>Makes, changes and removes groups. Only who made a group changes it.</summary>
internal sealed class SaveGroup(JingkeDbContext db, CurrentUser user, TimeProvider time)
{
    /// <summary>Most groups that one person makes.</summary>
    public const int Most = 200;

    private const int LongestQuery = 2_000;

    /// <summary>Makes a group.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="address">The list whose filter finds its members; null for a group that accounts are put into.</param>
    /// <param name="isShared">Whether colleagues see it.</param>
    /// <param name="parentId">The group it lies in.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="RuleException"><c>group.name-missing</c>, <c>group.name-long</c>, <c>group.too-many</c>, <c>group.filter-empty</c>, <c>group.filter-long</c></exception>
    /// <exception cref="NotFoundException">The group it is to lie in is not one that the person sees.</exception>
    public async Task<AccountGroup> AddAsync(string? name, PageAddress? address, bool isShared, long? parentId, CancellationToken cancel)
    {
        var query = address is null ? null : QueryOf(address);
        if (query?.Length == 0)
            throw new RuleException("group.filter-empty");
        if (query?.Length > LongestQuery)
            throw new RuleException("group.filter-long");
        var me = user.Id!.Value;
        if (await db.AccountGroups.CountAsync(group => group.OwnerId == me, cancel) >= Most)
            throw new RuleException("group.too-many", Most);

        var made = new AccountGroup(name ?? "", query, me, isShared, time.GetUtcNow().UtcDateTime);
        await MoveAsync(made, parentId, cancel);
        db.Add(made);
        await db.SaveChangesAsync(cancel);
        return made;
    }

    /// <summary>Changes a group.</summary>
    /// <exception cref="RuleException"><c>group.name-missing</c>, <c>group.name-long</c>, <c>group.within-itself</c></exception>
    /// <exception cref="NotFoundException">There is no such group of this person.</exception>
    public async Task<AccountGroup> ChangeAsync(long id, string? name, bool isShared, long? parentId, CancellationToken cancel)
    {
        var group = await MineAsync(db, id, cancel);
        group.Rename(name ?? "");
        group.Share(isShared);
        await MoveAsync(group, parentId, cancel);
        await db.SaveChangesAsync(cancel);
        return group;
    }

    /// <summary>Removes a group. Its accounts stay, and groups within it stand at the top from then on.</summary>
    /// <returns>Its name.</returns>
    /// <exception cref="NotFoundException">There is no such group of this person.</exception>
    public async Task<string> RemoveAsync(long id, CancellationToken cancel)
    {
        var group = await MineAsync(db, id, cancel);
        db.Remove(group);
        await db.SaveChangesAsync(cancel);
        return group.Name;
    }

    /// <summary>A group of the context's viewer, for changing it or its members.</summary>
    /// <exception cref="NotFoundException">There is no such group of this person.</exception>
    public static async Task<AccountGroup> MineAsync(JingkeDbContext db, long id, CancellationToken cancel)
    {
        var me = db.Viewer.UserId;
        return await db.AccountGroups.SingleOrDefaultAsync(group => group.Id == id && group.OwnerId == me, cancel)
            ?? throw new NotFoundException(nameof(AccountGroup), id);
    }

    // What a list is about, without how it is shown.
    private static string QueryOf(PageAddress address) =>
        SaveView.QueryOf(
            ((string[])["sort", "cols", "size", "page", .. ConditionRoutes.Pending]).Aggregate(
                address,
                (list, name) => list.With(name, null)
            )
        );

    private async Task MoveAsync(AccountGroup group, long? parentId, CancellationToken cancel)
    {
        var groups = await GroupList.VisibleAsync(db, cancel);
        var parents = groups.ToDictionary(each => each.Id, each => each.ParentId);
        if (parentId is { } wanted && !parents.ContainsKey(wanted))
            throw new NotFoundException(nameof(AccountGroup), wanted);
        var above = new HashSet<long>();
        for (var at = parentId; at is { } id && above.Add(id); at = parents.GetValueOrDefault(id)) { }
        group.MoveInto(parentId, above);
    }
}
