using Jingke.Domain.Accounts;
using Jingke.Domain.Pools;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Pools;

/// <summary>How much a person holds and has claimed today, against the limits of a pool.</summary>
internal sealed class ClaimLimits(JingkeDbFactory factory, Clock clock)
{
    /// <summary>What it is.</summary>
    /// <param name="Held">Accounts that the person is responsible for.</param>
    /// <param name="ClaimedToday">Accounts claimed from the pool today.</param>
    public readonly record struct Answer(int Held, int ClaimedToday)
    {
        /// <summary>How many more may be claimed now; null for as many as one likes.</summary>
        public int? Left(PoolRules rules)
        {
            int? today = rules.ClaimsPerDay is { } claims ? Math.Max(0, claims - ClaimedToday) : null;
            int? room = rules.HoldingLimit is { } limit ? Math.Max(0, limit - Held) : null;
            return today is null ? room
                : room is null ? today
                : Math.Min(today.Value, room.Value);
        }
    }

    /// <summary>Counts.</summary>
    public async Task<Answer> RunAsync(long poolId, Guid userId, CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        return await CountAsync(db, poolId, userId, clock, cancel);
    }

    /// <summary>Counts in a context that sees everything, say inside the transaction of a claim.</summary>
    public static async Task<Answer> CountAsync(JingkeDbContext db, long poolId, Guid userId, Clock clock, CancellationToken cancel)
    {
        var midnight = clock.ToUtc(clock.Today);
        return new(
            await db.Accounts.CountAsync(account => account.OwnerId == userId, cancel),
            await db.OwnerMoves.CountAsync(
                move => move.Kind == OwnerMoveKind.Claimed && move.ToId == userId && move.PoolId == poolId && move.At >= midnight,
                cancel
            )
        );
    }
}
