using System.Diagnostics;
using System.Text.Json;
using Jingke.Domain.Duplicates;
using Jingke.Web.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Duplicates;

/// <summary>
/// Compares all accounts and keeps the pairs that are duplicates or namesakes. Pairs that a person has settled stay as they are; open ones
/// that no longer hold go.
/// </summary>
internal sealed class ScanDuplicates(JingkeDbFactory factory, TimeProvider time)
{
    private sealed record Known(PairState State, DateTime FoundAt);

    /// <summary>Runs the scan.</summary>
    /// <param name="progress">Told how much is done, 0 to 1.</param>
    /// <param name="cancel">Stops it; nothing is changed then.</param>
    public async Task<DuplicateScan> RunAsync(Action<double>? progress, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        await using var db = factory.CreateForSystem();
        var (ids, subjects) = await ScannedAccounts.ReadAsync(db, share => progress?.Invoke(share * 0.3), cancel);
        var found = PairScan.Run(subjects, share => progress?.Invoke(0.3 + (share * 0.5)), cancel);
        progress?.Invoke(0.8);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var at = time.GetUtcNow().UtcDateTime;
        var known = await KnownAsync(db, cancel);
        await db.DuplicatePairs.Where(pair => pair.State == PairState.Open).ExecuteDeleteAsync(cancel);
        var written = Write(db, found, ids, known, at);
        var scan = new DuplicateScan
        {
            At = at,
            Accounts = ids.Length,
            Found = written,
            Milliseconds = watch.ElapsedMilliseconds,
        };
        db.Add(scan);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        progress?.Invoke(1);
        return scan;
    }

    private static async Task<Dictionary<(long, long), Known>> KnownAsync(JingkeDbContext db, CancellationToken cancel)
    {
        var known = new Dictionary<(long, long), Known>();
        await foreach (
            var pair in db
                .DuplicatePairs.AsNoTracking()
                .Select(pair => new
                {
                    pair.LeftId,
                    pair.RightId,
                    pair.State,
                    pair.FoundAt,
                })
                .AsAsyncEnumerable()
                .WithCancellation(cancel)
        )
            known[(pair.LeftId, pair.RightId)] = new(pair.State, pair.FoundAt);
        return known;
    }

    private static int Write(JingkeDbContext db, List<PairScan.Found> found, long[] ids, Dictionary<(long, long), Known> known, DateTime at)
    {
        using var writer = BulkWriter.Open(db, "duplicate_pair", "left_id", "right_id", "verdict", "score", "signals", "state", "found_at");
        foreach (var pair in found)
        {
            var (left, right) = (ids[pair.Left], ids[pair.Right]);
            var before = known.GetValueOrDefault((left, right));
            if (before is { State: PairState.NotDuplicate or PairState.Merged })
                continue;
            writer.Long(left);
            writer.Long(right);
            writer.Text(pair.Judgement.Verdict.ToString());
            writer.Double(pair.Judgement.Score);
            writer.Text(JsonSerializer.Serialize(pair.Judgement.Signals));
            writer.Text(nameof(PairState.Open));
            writer.Instant(before?.FoundAt ?? at);
            writer.EndRow();
        }
        writer.Complete();
        return (int)writer.Count;
    }
}
