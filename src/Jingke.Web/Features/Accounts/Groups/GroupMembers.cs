using Jingke.Domain.Accounts;
using Jingke.Web.Data;

namespace Jingke.Web.Features.Accounts.Groups;

/// <summary>A group with those below it that the viewer sees: what was put in, and what their filters find.</summary>
/// <param name="Fixed">Groups whose members were put in.</param>
/// <param name="Queries">Filters of the others.</param>
internal sealed record GroupMembers(IReadOnlyList<long> Fixed, IReadOnlyList<string> Queries)
{
    /// <summary>Reads a group.</summary>
    /// <param name="db">The viewer's context.</param>
    /// <param name="id">The group; nothing is in one that the viewer does not see.</param>
    /// <param name="passed">Groups that the question came through; they are left out, or one within itself would have no end.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<GroupMembers> ReadAsync(JingkeDbContext db, long id, ISet<long> passed, CancellationToken cancel)
    {
        var groups = await GroupList.VisibleAsync(db, cancel);
        var below = groups.ToLookup(group => group.ParentId);
        var found = new List<AccountGroup>();
        var waiting = new Queue<AccountGroup>(groups.Where(group => group.Id == id));
        while (waiting.TryDequeue(out var group))
        {
            if (!passed.Add(group.Id))
                continue;
            found.Add(group);
            foreach (var inner in below[group.Id])
                waiting.Enqueue(inner);
        }
        return new(
            [.. found.Where(group => !group.IsFilter).Select(group => group.Id)],
            [.. found.Select(group => group.Query).OfType<string>()]
        );
    }
}
