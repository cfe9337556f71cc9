using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Duplicates.Merging;

/// <summary>Moves all rows of one account to another and back, a table at a time, in the present transaction.</summary>
internal sealed class MovedRows(JingkeDbContext db, long merging)
{
    private const string Primary = "contact.is_primary";

    /// <summary>Moves everything and records what was moved.</summary>
    public async Task MoveAsync(long from, long into, CancellationToken cancel)
    {
        await StepBackAsync(from, into, cancel);
        foreach (var place in AccountPlace.AllOf(db.Model))
        {
            var moved = $"r.{place.Column} = {{1}} {Free(place, "{2}")} {NotItself(place)}";
            await RunAsync(
                $"INSERT INTO merged_row (merging_id, place, row_key) SELECT {{0}}, '{place.Name}', {place.KeyOf("r")} FROM {place.Table} r WHERE {moved}",
                from,
                into,
                cancel
            );
            await MoveRecordedAsync(place, from, into, cancel);
        }
    }

    /// <summary>Moves what was recorded back.</summary>
    /// <returns>Rows that have gone elsewhere since, and so stay where they are.</returns>
    public async Task<int> MoveBackAsync(long from, long into, CancellationToken cancel)
    {
        var recorded = await db.MergedRows.CountAsync(row => row.MergingId == merging && row.Place != Primary, cancel);
        var moved = 0;
        foreach (var place in AccountPlace.AllOf(db.Model))
            moved += await MoveRecordedAsync(place, into, from, cancel);
        await RunAsync(
            $"""
            UPDATE contact SET is_primary = {True} WHERE account_id = {"{1}"} AND CAST(id AS TEXT) IN ({Recorded(Primary)})
            AND NOT EXISTS (SELECT 1 FROM contact o WHERE o.account_id = {"{1}"} AND o.is_primary = {True} AND o.deleted_at IS NULL)
            """,
            from,
            into,
            cancel
        );
        return recorded - moved;
    }

    private string True => db.Database.IsSqlite() ? "1" : "TRUE";

    // An account has at most one person to call first: that of the account that stays.
    private async Task StepBackAsync(long from, long into, CancellationToken cancel)
    {
        await RunAsync(
            $"""
            INSERT INTO merged_row (merging_id, place, row_key)
            SELECT {"{0}"}, '{Primary}', CAST(r.id AS TEXT) FROM contact r
            WHERE r.account_id = {"{1}"} AND r.is_primary = {True}
            AND EXISTS (SELECT 1 FROM contact o WHERE o.account_id = {"{2}"} AND o.is_primary = {True} AND o.deleted_at IS NULL)
            """,
            from,
            into,
            cancel
        );
        var no = db.Database.IsSqlite() ? "0" : "FALSE";
        await RunAsync(
            $"UPDATE contact SET is_primary = {no} WHERE account_id = {{1}} AND CAST(id AS TEXT) IN ({Recorded(Primary)})",
            from,
            into,
            cancel
        );
    }

    private async Task<int> MoveRecordedAsync(AccountPlace place, long from, long into, CancellationToken cancel)
    {
        var recorded = $"{place.Column} = {{1}} AND {place.KeyOf("r")} IN ({Recorded(place.Name)})";
        if (!place.IsInKey)
            return await RunAsync($"UPDATE {place.Table} AS r SET {place.Column} = {{2}} WHERE r.{recorded}", from, into, cancel);

        // The account is what the table is distributed by, so that a row does not change it: it is written anew.
        var columns = string.Join(", ", place.Others);
        await RunAsync(
            $"INSERT INTO {place.Table} ({place.Column}, {columns}) SELECT {{2}}, {columns} FROM {place.Table} r WHERE r.{recorded} {Free(place, "{2}")}",
            from,
            into,
            cancel
        );
        return await RunAsync($"DELETE FROM {place.Table} AS r WHERE r.{recorded} {Taken(place, "{2}")}", from, into, cancel);
    }

    // Two accounts can have the same thing, such as a verdict of the same run; then each keeps its own.
    private static string Free(AccountPlace place, string account) => place.IsInKey ? $"AND NOT {Exists(place, account)}" : "";

    private static string Taken(AccountPlace place, string account) => $"AND {Exists(place, account)}";

    private static string Exists(AccountPlace place, string account) =>
        $"EXISTS (SELECT 1 FROM {place.Table} o WHERE o.{place.Column} = {account} AND {string.Join(" AND ", place.Key.Select(key => $"o.{key} = r.{key}"))})";

    // An account is not its own parent.
    private static string NotItself(AccountPlace place) => place.Table == "account" ? "AND r.id <> {2}" : "";

    private static string Recorded(string place) =>
        $"SELECT m.row_key FROM merged_row m WHERE m.merging_id = {{0}} AND m.place = '{place}'";

    // Names of tables and columns come from the model, never from what someone typed.
    private Task<int> RunAsync(string sql, long from, long into, CancellationToken cancel) =>
        db.Database.ExecuteSqlRawAsync(sql, [merging, from, into], cancel);
}
