using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.Ownership;

namespace Jingke.Web.Features.Import.Changes;

/// <summary>Notes the moves from hand to hand that an import or its undo made, in the present transaction.</summary>
internal static class ImportedMoves
{
    private const string Owner = "OwnerId";
    private const int LongestName = 200;

    /// <summary>Moves of accounts that were there before.</summary>
    /// <param name="db">The context.</param>
    /// <param name="batch">The import.</param>
    /// <param name="changes">What changed.</param>
    /// <param name="undoneAt">When the import was taken back; null when it was made.</param>
    public static void Note(JingkeDbContext db, ImportBatch batch, FieldChanges changes, DateTime? undoneAt = null)
    {
        if (changes.Table != ChangedTable.Accounts)
            return;
        var moves = changes
            .All.Where(row => row.Value.ContainsKey(Owner))
            .Select(row => new MoveRows.Move(row.Key, Person(row.Value[Owner].Before), Person(row.Value[Owner].After)));
        db.WriteMoves(moves, undoneAt ?? batch.StartedAt, batch.CreatedById, Reason(undoneAt is null ? "import" : "import-undone", batch));
    }

    /// <summary>First owners of accounts that the import created.</summary>
    /// <param name="db">The context.</param>
    /// <param name="batch">The import.</param>
    /// <param name="ids">Their identifiers.</param>
    /// <param name="created">Their values by field, in the same order.</param>
    public static void Note(JingkeDbContext db, ImportBatch batch, List<long> ids, IReadOnlyList<Dictionary<string, string>> created) =>
        db.WriteMoves(
            ids.Zip(created, (id, values) => new MoveRows.Move(id, null, Person(values.GetValueOrDefault(Owner)))),
            batch.StartedAt,
            batch.CreatedById,
            Reason("import", batch)
        );

    private static Guid? Person(string? id) => id is null ? null : Guid.Parse(id);

    private static string Reason(string what, ImportBatch batch) =>
        $"{what}:{batch.FileName[..Math.Min(batch.FileName.Length, LongestName)]}";
}
