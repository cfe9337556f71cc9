using System.Globalization;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Jingke.Web.Features.Accounts.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Groups;

/// <summary>Puts accounts into a fixed group, or takes them out; each can be taken back.</summary>
internal sealed class ChangeMembers(JingkeDbContext db, TimeProvider time)
{
    /// <summary>What was done.</summary>
    /// <param name="ActId">The bulk act, for taking it back; 0 when nothing changed.</param>
    /// <param name="Accounts">How many accounts came in or went out.</param>
    /// <param name="Group">The group's name.</param>
    public sealed record Done(long ActId, int Accounts, string Group);

    /// <summary>Puts accounts of the viewer's scope into a group; those that are in it stay.</summary>
    /// <exception cref="NotFoundException">There is no such group of this person.</exception>
    /// <exception cref="RuleException"><c>account.too-many-chosen</c>, <c>group.by-filter</c></exception>
    public async Task<Done> JoinAsync(long groupId, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var group = await FixedAsync(groupId, ids, cancel);
        var inside = db.AccountGroupMembers.Where(member => member.GroupId == groupId).Select(member => member.AccountId);
        var joining = await db
            .Accounts.Where(account => ids.Contains(account.Id) && !inside.Contains(account.Id))
            .Select(account => account.Id)
            .ToListAsync(cancel);
        var now = time.GetUtcNow().UtcDateTime;
        db.AddRange(
            joining.Select(id => new AccountGroupMember
            {
                GroupId = groupId,
                AccountId = id,
                At = now,
                ById = db.Viewer.UserId,
            })
        );
        return new(await NoteAsync(BulkActKind.Join, groupId, joining, now, cancel), joining.Count, group.Name);
    }

    /// <summary>Takes accounts out of a group.</summary>
    /// <exception cref="NotFoundException">There is no such group of this person.</exception>
    /// <exception cref="RuleException"><c>account.too-many-chosen</c>, <c>group.by-filter</c></exception>
    public async Task<Done> LeaveAsync(long groupId, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var group = await FixedAsync(groupId, ids, cancel);
        var leaving = await db
            .AccountGroupMembers.Where(member => member.GroupId == groupId && ids.Contains(member.AccountId))
            .ToListAsync(cancel);
        db.RemoveRange(leaving);
        var gone = leaving.ConvertAll(member => member.AccountId);
        return new(await NoteAsync(BulkActKind.Leave, groupId, gone, time.GetUtcNow().UtcDateTime, cancel), gone.Count, group.Name);
    }

    private async Task<AccountGroup> FixedAsync(long groupId, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        if (ids.Count > AssignAccounts.Most)
            throw new RuleException("account.too-many-chosen", AssignAccounts.Most);
        var group = await SaveGroup.MineAsync(db, groupId, cancel);
        return group.IsFilter ? throw new RuleException("group.by-filter", group.Name) : group;
    }

    private async Task<long> NoteAsync(BulkActKind kind, long groupId, List<long> ids, DateTime now, CancellationToken cancel)
    {
        if (ids.Count == 0)
            return 0;
        var written = groupId.ToString(CultureInfo.InvariantCulture);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var act = new BulkAct(kind, written, now, db.Viewer.UserId);
        db.Add(act);
        await db.SaveChangesAsync(cancel);
        db.AddRange(
            ids.Select(id => new BulkActRow
            {
                ActId = act.Id,
                AccountId = id,
                Before = kind == BulkActKind.Leave ? written : null,
                After = kind == BulkActKind.Join ? written : null,
            })
        );
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return act.Id;
    }
}
