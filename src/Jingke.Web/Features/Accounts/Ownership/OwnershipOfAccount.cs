using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Ownership;

/// <summary>Who is responsible for an account and since when, whom it is shared with, and how it went from hand to hand.</summary>
internal sealed class OwnershipOfAccount(JingkeDbContext db)
{
    /// <summary>Most moves that are told.</summary>
    public const int Most = 50;

    /// <summary>Reads it. Whoever asks has made sure that the account is in scope.</summary>
    public async Task<OwnershipSheet> RunAsync(Account account, CancellationToken cancel)
    {
        var shares = await db
            .AccountShares.AsNoTracking()
            .Where(share => share.AccountId == account.Id)
            .OrderByDescending(share => share.At)
            .ThenBy(share => share.UserId)
            .ToListAsync(cancel);
        var moves = db.OwnerMoves.AsNoTracking().Where(move => move.AccountId == account.Id);
        return new(
            shares,
            await moves.OrderByDescending(move => move.Id).Take(Most).ToListAsync(cancel),
            await moves.CountAsync(cancel),
            await db.ToDos.CountAsync(
                toDo => toDo.AccountId == account.Id && toDo.DoneAt == null && toDo.OwnerId == account.OwnerId,
                cancel
            ),
            await db.Pools.AnyAsync(cancel)
        );
    }
}

/// <summary>What is told.</summary>
/// <param name="Shares">Whom the account is shared with, the latest first.</param>
/// <param name="Moves">The latest moves, newest first.</param>
/// <param name="MoveCount">How many there were.</param>
/// <param name="OpenToDos">Open to-dos of the owner about the account.</param>
/// <param name="HasPools">Whether there are public pools that it could be returned to.</param>
public sealed record OwnershipSheet(
    IReadOnlyList<AccountShare> Shares,
    IReadOnlyList<OwnerMove> Moves,
    int MoveCount,
    int OpenToDos,
    bool HasPools
)
{
    /// <summary>Since when the present owner is it; null when that was never noted.</summary>
    public DateTime? Since => Moves.Count > 0 ? Moves[0].At : null;
}
