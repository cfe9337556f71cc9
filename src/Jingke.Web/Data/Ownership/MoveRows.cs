using Jingke.Domain.Accounts;
using Jingke.Web.Data.Bulk;

namespace Jingke.Web.Data.Ownership;

/// <summary>
/// Notes moves of accounts that were made as a set, past the entities: by imports. Whoever loads accounts gets the same rows from
/// <see cref="Account.AssignTo"/>.
/// </summary>
internal static class MoveRows
{
    /// <summary>A move.</summary>
    public readonly record struct Move(long AccountId, Guid? From, Guid? To);

    /// <summary>Writes the moves in the present transaction; what is no move is left out.</summary>
    /// <param name="db">The context.</param>
    /// <param name="moves">The moves.</param>
    /// <param name="at">When.</param>
    /// <param name="byId">Who did it; null for the system.</param>
    /// <param name="reason">Why, as <see cref="OwnerMove.Reason"/> keeps it.</param>
    public static void WriteMoves(this JingkeDbContext db, IEnumerable<Move> moves, DateTime? at, Guid? byId, string reason)
    {
        using var rows = BulkWriter.Open(db, "owner_move", "account_id", "kind", "from_id", "to_id", "at", "by_id", "reason");
        foreach (var move in moves.Where(move => move.From != move.To))
        {
            rows.Long(move.AccountId);
            rows.Text(OwnerMove.KindOf(move.From, move.To).ToString());
            rows.Guid(move.From);
            rows.Guid(move.To);
            rows.Instant(at);
            rows.Guid(byId);
            rows.Text(reason);
            rows.EndRow();
        }
        rows.Complete();
    }
}
