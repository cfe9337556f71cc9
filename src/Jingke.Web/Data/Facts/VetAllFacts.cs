using System.Diagnostics;
using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Web.Common;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Facts;

/// <summary>
/// Vets every fact again, nightly: facts age, channels turn out better or worse than they were graded, and what is usual among accounts
/// changes. Works through the accounts in pieces, each a transaction of its own, and writes only what became different; broken off, the
/// next night does it again.
/// </summary>
internal sealed class VetAllFacts(
    JingkeDbFactory factory,
    CatalogueInForce catalogue,
    FactGround grounds,
    VetAccounts vet,
    Clock clock,
    ILogger<VetAllFacts> log
)
{
    // Accounts of one piece: some ten thousand facts, a few megabytes.
    private const int PieceSize = 2_000;

    /// <summary>What was done.</summary>
    /// <param name="Accounts">Accounts looked at.</param>
    /// <param name="Facts">Facts looked at.</param>
    /// <param name="Changed">Facts that stand differently than before.</param>
    public sealed record Result(long Accounts, long Facts, long Changed);

    /// <summary>Vets everything.</summary>
    public async Task<Result> RunAsync(CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        await using var db = factory.CreateForSystem();
        await CompareAsync(db, cancel);
        var ground = await grounds.ReadAsync(db, cancel);
        var (result, last) = (new Result(0, 0, 0), 0L);
        while (true)
        {
            var after = last;
            var accounts = await db
                .Accounts.AsNoTracking()
                .Where(account => account.Id > after)
                .OrderBy(account => account.Id)
                .Take(PieceSize)
                .ToListAsync(cancel);
            if (accounts.Count == 0)
                break;
            last = accounts[^1].Id;
            var done = await VetAsync(db, ground, accounts, cancel);
            result = new(result.Accounts + accounts.Count, result.Facts + done.Facts, result.Changed + done.Changed);
        }
        await KeepDayAsync(db, cancel);
        log.LogInformation(
            "Vetted {Facts} facts of {Accounts} accounts in {Seconds:0.0} s; {Changed} stand differently",
            result.Facts,
            result.Accounts,
            watch.Elapsed.TotalSeconds,
            result.Changed
        );
        return result;
    }

    private async Task<(long Facts, long Changed)> VetAsync(
        JingkeDbContext db,
        VettingGround ground,
        List<Account> accounts,
        CancellationToken cancel
    )
    {
        await using var work = await db.Database.BeginTransactionAsync(cancel);
        var (first, last) = (accounts[0].Id, accounts[^1].Id);
        var facts = db.Facts.Where(fact => fact.AccountId >= first && fact.AccountId <= last);
        var done = await vet.RunAsync(db, ground, accounts, facts, cancel);
        await work.CommitAsync(cancel);
        return done;
    }

    // What accounts of one kind and size, and of one kind whatever their size, show in each numeric field.
    private async Task CompareAsync(JingkeDbContext db, CancellationToken cancel)
    {
        var measured = catalogue
            .Current.InUse.Where(field => field.Type is FieldType.Number or FieldType.Money && field.Subject != FieldSubject.Contact)
            .ToList();
        var ranges = new List<PeerRange>();
        foreach (var field in measured)
        {
            var groups = new Dictionary<string, List<long>>();
            var values = db
                .Facts.AsNoTracking()
                .Where(fact => fact.FieldId == field.Id && fact.Standing == FactStanding.Accepted && fact.Number > 0)
                .Select(fact => new
                {
                    fact.Account!.Kind,
                    fact.Account.Size,
                    Number = fact.Number!.Value,
                });
            await foreach (var value in values.AsAsyncEnumerable().WithCancellation(cancel))
            {
                Add(FactGround.LikeOf(value.Kind, null), value.Number);
                if (!string.IsNullOrEmpty(value.Size))
                    Add(FactGround.LikeOf(value.Kind, value.Size), value.Number);
            }
            foreach (var (like, numbers) in groups)
                if (numbers.Count >= PeerRange.Fewest)
                    ranges.Add(PeerRange.Of(field.Id, like, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(numbers)));

            void Add(string like, long number) => (groups.TryGetValue(like, out var list) ? list : groups[like] = []).Add(number);
        }

        await using var work = await db.Database.BeginTransactionAsync(cancel);
        await db.PeerRanges.ExecuteDeleteAsync(cancel);
        db.AddRange(ranges);
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        db.ChangeTracker.Clear();
    }

    // How well each person's accounts are known today, for the trend.
    private async Task KeepDayAsync(JingkeDbContext db, CancellationToken cancel)
    {
        var today = clock.Today;
        var rows = await db
            .Accounts.GroupBy(account => account.OwnerId)
            .Select(group => new
            {
                Owner = group.Key,
                Accounts = group.Count(),
                Completeness = group.Average(account => account.Completeness),
                Freshness = group.Average(account => account.Freshness),
                Accuracy = group.Average(account => account.Accuracy),
            })
            .ToListAsync(cancel);
        await using var work = await db.Database.BeginTransactionAsync(cancel);
        await db.KnowledgeDays.Where(day => day.On == today).ExecuteDeleteAsync(cancel);
        db.AddRange(
            rows.Select(row => new KnowledgeDay
            {
                On = today,
                OwnerId = row.Owner ?? Guid.Empty,
                Accounts = row.Accounts,
                Completeness = row.Completeness,
                Freshness = row.Freshness,
                Accuracy = row.Accuracy,
            })
        );
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
    }
}
