using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Groups;

/// <summary>The groups that an account was put into, of those that the viewer sees.</summary>
internal sealed class GroupsOfAccount(JingkeDbContext db, GroupList groups)
{
    /// <summary>The groups of an account, and those of the viewer that it could be put into.</summary>
    public async Task<(IReadOnlyList<GroupRow> In, IReadOnlyList<GroupRow> Open)> RunAsync(long accountId, CancellationToken cancel)
    {
        var all = await groups.RunAsync(cancel);
        var ids = (
            await db.AccountGroupMembers.Where(member => member.AccountId == accountId).Select(member => member.GroupId).ToListAsync(cancel)
        ).ToHashSet();
        return (
            [.. all.Where(group => ids.Contains(group.Id))],
            [.. all.Where(group => group.IsMine && !group.IsFilter && !ids.Contains(group.Id))]
        );
    }
}
