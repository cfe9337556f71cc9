using Jingke.Domain.Duplicates;
using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Data.Duplicates;
using Jingke.Web.Features.Import.Loading;
using Jingke.Web.Tabular.Accounts;
using Jingke.Web.Tabular.Columns;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Accounts;

/// <summary>
/// Sets rows apart whose account is not known by code, credit code or name, but is a duplicate of one that is there, where the rules of the
/// duplicate check refuse that. What the rules only ask about is imported, and found by the next scan.
/// </summary>
internal static class BlockedDuplicates
{
    // A key that more accounts share says too little to keep anyone out.
    private const int MostOfKey = 20;
    private const int Lot = 1_000;

    private const string Candidates = """
        SELECT DISTINCT k.pos, m.account_id FROM import_key k JOIN match_key m ON m.key = k.key
        WHERE k.key IN (
            SELECT d.key FROM (SELECT DISTINCT key FROM import_key) d JOIN match_key c ON c.key = d.key GROUP BY d.key HAVING COUNT(*) <= @most
        )
        """;

    /// <summary>The chunk with the refused rows among its rejected ones; works in the present transaction.</summary>
    public static async Task<AccountChunk> SetApartAsync(
        JingkeDbContext db,
        ImportBatch batch,
        AccountChunk chunk,
        CancellationToken cancel
    )
    {
        var rules = await new DuplicateRules(db).RunAsync(cancel);
        if (batch.Kind == ImportKind.Contacts || rules.Values.All(action => action != DuplicateAction.Block))
            return chunk;

        var (matches, _) = await KnownAccounts.FindAsync(db, chunk.Records, cancel);
        int[] unknown = [.. Enumerable.Range(0, matches.Length).Where(at => matches[at] == default)];
        if (unknown.Length == 0)
            return chunk;

        var subjects = unknown.ToDictionary(at => at, at => SubjectOf(chunk.Records[at]));
        var candidates = await CandidatesAsync(db, subjects, cancel);
        var others = await OthersAsync(db, [.. candidates.Select(pair => pair.Account).Distinct()], cancel);
        var refused = new Dictionary<int, string>();
        foreach (var (at, account) in candidates)
            if (others.TryGetValue(account, out var other) && IsRefused(subjects[at], other.Subject, rules))
                refused.TryAdd(at, other.Name);
        return refused.Count == 0 ? chunk : Without(chunk, refused);
    }

    private static bool IsRefused(MatchSubject row, MatchSubject other, IReadOnlyDictionary<DuplicateMark, DuplicateAction> rules) =>
        DuplicateCheck.ActionOf(PairScan.Comparison.Judge(row, other, new()), rules) == DuplicateAction.Block;

    private static MatchSubject SubjectOf(AccountRecord record) =>
        DuplicateCheck.SubjectOf(
            record.Name,
            record[Field.CreditCode],
            record[Field.Phone],
            null,
            record.Place.Province,
            record.Place.City
        );

    private static async Task<List<(int At, long Account)>> CandidatesAsync(
        JingkeDbContext db,
        Dictionary<int, MatchSubject> subjects,
        CancellationToken cancel
    )
    {
        await Staging.MakeAsync(db, "import_key", "pos bigint, key bigint", cancel);
        using (var keys = BulkWriter.Open(db, "import_key", "pos", "key"))
        {
            foreach (var (at, subject) in subjects)
            foreach (var key in MatchKeys.Of(subject, whole: false))
            {
                keys.Long(at);
                keys.Long(key);
                keys.EndRow();
            }
            keys.Complete();
        }
        await Staging.ReadyAsync(db, "import_key", cancel);
        var found = new List<(int, long)>();
        await using var rows = await Staging.ReadAsync(db, Candidates, cancel, ("most", MostOfKey));
        while (await rows.ReadAsync(cancel))
            found.Add(((int)rows.GetInt64(0), rows.GetInt64(1)));
        return found;
    }

    private static async Task<Dictionary<long, (string Name, MatchSubject Subject)>> OthersAsync(
        JingkeDbContext db,
        long[] ids,
        CancellationToken cancel
    )
    {
        var others = new Dictionary<long, (string, MatchSubject)>();
        foreach (var lot in ids.Chunk(Lot))
        {
            var which = db.Accounts.Where(account => lot.Contains(account.Id));
            var names = await which
                .Select(account => new { account.Id, account.Name })
                .ToDictionaryAsync(one => one.Id, one => one.Name, cancel);
            foreach (var (id, subject) in await ScannedAccounts.SubjectsAsync(db, which, cancel))
                others[id] = (names[id], subject);
        }
        return others;
    }

    private static AccountChunk Without(AccountChunk chunk, Dictionary<int, string> refused)
    {
        var kept = Enumerable.Range(0, chunk.Records.Count).Where(at => !refused.ContainsKey(at)).ToList();
        var apart = refused.OrderBy(pair => pair.Key).Select(pair => Rejected(chunk.Origins[pair.Key], pair.Value));
        return new(
            kept.ConvertAll(at => chunk.Records[at]),
            [.. chunk.Rejected.Concat(apart).OrderBy(row => row.Position)],
            kept.ConvertAll(at => chunk.Origins[at]),
            chunk.RowsDone
        );
    }

    private static RejectedLine Rejected(AccountChunk.Origin row, string name) =>
        new(row.Position, row.Sheet, row.Row, new RowProblem("row.duplicate-account", "", name), row.Cells);
}
