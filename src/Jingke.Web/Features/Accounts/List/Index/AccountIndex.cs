using System.Diagnostics;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Jingke.Web.Features.Accounts.List.Fields;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.List.Index;

/// <summary>
/// Answers lists of accounts from columns in memory, whatever is filtered and however it is ordered; a database needs an index for each
/// pair of the two. It answers only while it describes the very state that the database is in; otherwise, and for words that are
/// searched for, the list asks the database. So nobody misses their own change, on whichever node they made it.
/// </summary>
internal sealed class AccountIndex(JingkeDbFactory factory, PeopleDirectory people, TimeProvider time, ILogger<AccountIndex> log)
{
    /// <summary>With fewer accounts the database is quick enough, and memory is better spared.</summary>
    public const int Fewest = 2_000;

    // Reading again takes at most a twentieth of one core, however often accounts change.
    private const int Rest = 20;

    private AccountColumns? current;
    private (DateTimeOffset At, TimeSpan Took) last;

    /// <summary>The accounts of a page.</summary>
    /// <param name="Ids">Their identifiers in their order.</param>
    /// <param name="Page">Which page it is: the last one when a later one was wanted.</param>
    /// <param name="Total">Accounts in the whole list.</param>
    public sealed record Answer(long[] Ids, PageRequest Page, int Total);

    /// <summary>Reads the accounts again; for the change watch.</summary>
    public async Task ReloadAsync(CancellationToken cancel)
    {
        var ready = last.At + (last.Took * Rest) - time.GetUtcNow();
        if (ready > TimeSpan.Zero)
            await Task.Delay(ready, time, cancel);

        var watch = Stopwatch.StartNew();
        await using var db = factory.CreateForSystem();
        var isWorthIt = await db.Accounts.OrderBy(account => account.Id).Skip(Fewest - 1).AnyAsync(cancel);
        var next = isWorthIt ? await AccountColumns.ReadAsync(db, cancel) : null;
        if (next is not null && current is { } before)
            await next.ReadAheadAsync(before, factory);
        Volatile.Write(ref current, next);
        last = (time.GetUtcNow(), watch.Elapsed);
        log.LogInformation("Accounts for lists: {Accounts} read in {Seconds:0.00} s", current?.Count ?? 0, watch.Elapsed.TotalSeconds);
    }

    /// <summary>Finds the accounts of a page.</summary>
    /// <param name="db">The viewer's context.</param>
    /// <param name="filter">What is wanted.</param>
    /// <param name="sort">In which order.</param>
    /// <param name="wanted">Which page.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>Null when only the database can tell.</returns>
    public async Task<Answer?> FindAsync(JingkeDbContext db, AccountFilter filter, Sort sort, PageRequest wanted, CancellationToken cancel)
    {
        if (
            filter.NeedsDatabase
            || sort.Key.StartsWith(ListField.Prefix, StringComparison.Ordinal)
            || Volatile.Read(ref current) is not { } columns
            || await AccountVersion.ReadAsync(db, cancel) != columns.Version
            || await columns.InOrderAsync(sort, factory) is not { } ordered
        )
            return null;

        var provinces = filter.ZoneId is { } zone ? await AccountConditions.ProvincesAsync(db, zone, cancel) : null;
        var sieve = AccountSieve.Of(columns, db.Viewer, filter, provinces, people.Current);
        var total = sieve.Count;
        var page = wanted.Within(total);
        return new([.. PageOf(ordered, sieve, page).Select(row => columns.Ids[row])], page, total);
    }

    private static IEnumerable<int> PageOf(int[] ordered, AccountSieve sieve, PageRequest page)
    {
        var (skip, left) = (page.Skip, page.Size);
        foreach (var row in ordered)
        {
            if (!sieve[row] || skip-- > 0)
                continue;
            yield return row;
            if (--left == 0)
                yield break;
        }
    }
}
