using System.Globalization;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Groups;

/// <summary>Takes back that accounts were put into a group or taken out of it. What has moved on since stays where it is.</summary>
internal sealed class UndoMembers(JingkeDbContext db, TimeProvider time)
{
    /// <summary>Takes it back.</summary>
    /// <returns>How many accounts are where they had been.</returns>
    /// <exception cref="NotFoundException">There is no such act of this person, or its group is gone.</exception>
    /// <exception cref="RuleException"><c>bulk.undone-already</c></exception>
    public async Task<int> RunAsync(long actId, CancellationToken cancel)
    {
        var me = db.Viewer.UserId;
        var act =
            await db.BulkActs.SingleOrDefaultAsync(
                each => each.Id == actId && each.ById == me && (each.Kind == BulkActKind.Join || each.Kind == BulkActKind.Leave),
                cancel
            ) ?? throw new NotFoundException(nameof(BulkAct), actId);
        var group = await SaveGroup.MineAsync(db, long.Parse(act.Detail, CultureInfo.InvariantCulture), cancel);
        var now = time.GetUtcNow().UtcDateTime;
        act.Undo(now);
        var ids = await db.BulkActRows.Where(row => row.ActId == actId).Select(row => row.AccountId).ToListAsync(cancel);
        var inside = await db
            .AccountGroupMembers.Where(member => member.GroupId == group.Id && ids.Contains(member.AccountId))
            .ToListAsync(cancel);
        var count = inside.Count;
        if (act.Kind == BulkActKind.Join)
            db.RemoveRange(inside);
        else
        {
            var known = inside.Select(member => member.AccountId).ToHashSet();
            var returning = ids.Where(id => !known.Contains(id)).ToList();
            db.AddRange(
                returning.Select(id => new AccountGroupMember
                {
                    GroupId = group.Id,
                    AccountId = id,
                    At = now,
                    ById = me,
                })
            );
            count = returning.Count;
        }
        await db.SaveChangesAsync(cancel);
        return count;
    }
}
