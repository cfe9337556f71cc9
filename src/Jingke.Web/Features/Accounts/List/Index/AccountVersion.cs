using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.List.Index;

/// <summary>
/// Tells whether what was read of the accounts still holds. Whoever changes accounts raises a change stamp in the same transaction,
/// so the sum of the stamps names one state of the table; only an import writes many transactions before it raises them.
/// </summary>
internal static class AccountVersion
{
    /// <summary>The stamps that count; people, because orders by owner and team go by their names.</summary>
    public static readonly string[] Stamps = [ChangeStamp.Accounts, ChangeStamp.Evaluations, ChangeStamp.People];

    private static readonly string Sql = $"""
        SELECT CASE WHEN EXISTS (SELECT 1 FROM import_batch WHERE state IN ('{ImportState.Running}', '{ImportState.Undoing}')) THEN -1
            ELSE (SELECT CAST(COALESCE(SUM(value), 0) AS bigint) FROM change_stamp WHERE name IN ('{string.Join("', '", Stamps)}')) END
        """;

    /// <summary>The state of the accounts as the database has it now; null while an import changes them.</summary>
    public static async Task<long?> ReadAsync(JingkeDbContext db, CancellationToken cancel)
    {
        // The connection stays open for the queries that follow.
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Sql;
        var version = (long)(await command.ExecuteScalarAsync(cancel))!;
        return version < 0 ? null : version;
    }
}
