using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Groups;

/// <summary>Groups that the viewer sees: one's own and those that are shared, as a tree.</summary>
internal sealed class GroupList(JingkeDbContext db)
{
    /// <summary>Most groups that one person sees.</summary>
    public const int Most = 500;

    /// <summary>The groups, those within another below it, by name.</summary>
    public async Task<IReadOnlyList<GroupRow>> RunAsync(CancellationToken cancel) => Tree(await VisibleAsync(db, cancel), db.Viewer.UserId);

    /// <summary>How many accounts of the viewer's scope were put into each group itself; groups by filter are not among them.</summary>
    public async Task<IReadOnlyDictionary<long, int>> CountsAsync(IReadOnlyList<GroupRow> groups, CancellationToken cancel)
    {
        var ids = groups.Where(group => !group.IsFilter).Select(group => group.Id).ToArray();
        return await db
            .AccountGroupMembers.Where(member => ids.Contains(member.GroupId) && member.Account!.DeletedAt == null)
            .GroupBy(member => member.GroupId)
            .Select(members => new { members.Key, Count = members.Count() })
            .ToDictionaryAsync(each => each.Key, each => each.Count, cancel);
    }

    /// <summary>The groups that a context's viewer sees.</summary>
    public static Task<List<AccountGroup>> VisibleAsync(JingkeDbContext db, CancellationToken cancel)
    {
        var me = db.Viewer.UserId;
        return db
            .AccountGroups.AsNoTracking()
            .Where(group => group.IsShared || group.OwnerId == me)
            .OrderBy(group => group.Id)
            .Take(Most)
            .ToListAsync(cancel);
    }

    // A group whose upper one is out of sight stands at the top; should groups lie within each other, the first met is the upper one.
    private static List<GroupRow> Tree(List<AccountGroup> groups, Guid? me)
    {
        var seen = groups.Select(group => group.Id).ToHashSet();
        var below = groups.ToLookup(group => group.ParentId is { } parent && seen.Contains(parent) ? parent : 0);
        var rows = new List<GroupRow>();
        var placed = new HashSet<long>();
        Place(0, 0);
        foreach (var left in groups.Where(group => !placed.Contains(group.Id)))
            PlaceOne(left, 0);
        return rows;

        void Place(long parent, int depth)
        {
            foreach (var group in below[parent].OrderBy(group => group.Name, StringComparer.CurrentCulture).ThenBy(group => group.Id))
                PlaceOne(group, depth);
        }

        void PlaceOne(AccountGroup group, int depth)
        {
            if (!placed.Add(group.Id))
                return;
            rows.Add(new(group.Id, group.Name, group.ParentId, group.Query, group.OwnerId, group.IsShared, group.OwnerId == me, depth));
            Place(group.Id, depth + 1);
        }
    }
}

/// <summary>A group in the tree.</summary>
public sealed record GroupRow(long Id, string Name, long? ParentId, string? Query, Guid OwnerId, bool IsShared, bool IsMine, int Depth)
{
    /// <summary>Whether its members are found by a filter.</summary>
    public bool IsFilter => Query is not null;

    /// <summary>Its name, moved in by how deep it lies.</summary>
    public string Indented => new string('　', Depth) + Name;
}
