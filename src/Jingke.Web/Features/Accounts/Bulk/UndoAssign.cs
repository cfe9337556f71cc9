using System.Text.Json;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Pools;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Bulk;

/// <summary>
/// Takes an assignment back: accounts and to-dos return to whom they had been with. What has moved on since stays where it is. The
/// accounts may have left the viewer's scope by the very act, so it reaches as far as the act did.
/// </summary>
internal sealed class UndoAssign(JingkeDbFactory factory, CurrentUser user, TimeProvider time)
{
    /// <summary>What came of it.</summary>
    /// <param name="Accounts">Accounts that returned.</param>
    /// <param name="Left">Accounts that had moved on and were left alone.</param>
    public sealed record Done(int Accounts, int Left);

    /// <summary>Takes the assignment back.</summary>
    /// <exception cref="NotFoundException">There is no such act of this person.</exception>
    /// <exception cref="RuleException"><c>bulk.undone-already</c></exception>
    public async Task<Done> RunAsync(long actId, CancellationToken cancel)
    {
        await using var db = factory.CreateFor(user.Viewer.Everywhere());
        var act =
            await db.BulkActs.SingleOrDefaultAsync(
                each => each.Id == actId && each.ById == user.Id && each.Kind == BulkActKind.Assign,
                cancel
            ) ?? throw new NotFoundException(nameof(BulkAct), actId);
        var now = time.GetUtcNow().UtcDateTime;
        act.Undo(now);
        var rows = await db.BulkActRows.Where(row => row.ActId == actId).Include(row => row.Account).ToListAsync(cancel);
        var returning = rows.FindAll(row => row.Account is { DeletedAt: null } account && account.OwnerId?.ToString() == row.After);
        var before = returning.ToDictionary(row => row.AccountId, row => JsonSerializer.Deserialize<AssignAccounts.Before>(row.Before!)!);
        var toDoIds = before.Values.SelectMany(each => each.ToDos).ToList();
        var toDos = await db.ToDos.Where(toDo => toDoIds.Contains(toDo.Id) && toDo.DoneAt == null).ToListAsync(cancel);
        foreach (var toDo in toDos.Where(toDo => toDo.OwnerId.ToString() == returning.Find(row => row.AccountId == toDo.AccountId)!.After))
            toDo.HandTo(before[toDo.AccountId].OwnerId!.Value);
        var pools = await db.Pools.ToDictionaryAsync(pool => pool.Id, cancel);
        foreach (var row in returning)
            GiveBack(row.Account!, before[row.AccountId], pools, now);
        await db.SaveChangesAsync(cancel);
        return new(returning.Count, rows.Count - returning.Count);
    }

    private void GiveBack(Account account, AssignAccounts.Before before, Dictionary<long, Pool> pools, DateTime at)
    {
        if (before.PoolId is { } id && pools.TryGetValue(id, out var pool) && account is { LockedAt: null, OwnerId: not null })
            account.ReturnTo(pool, at, user.Id, "undone");
        else
            account.AssignTo(before.OwnerId, before.TeamId, at, user.Id);
    }
}
