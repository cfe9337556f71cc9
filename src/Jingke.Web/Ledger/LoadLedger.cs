using System.Diagnostics;
using Jingke.Analytics.Ledger;
using Jingke.Domain.Sales;
using Jingke.Web.Data;
using Jingke.Web.Ledger.Reading;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Ledger;

/// <summary>Builds the next ledger beside the current one: everything, or only the accounts whose lines changed, or only the directories.</summary>
internal sealed class LoadLedger(
    JingkeDbFactory factory,
    DirectoryReader directories,
    ILineReader lines,
    JingkeOptions options,
    TimeProvider time
)
{
    /// <summary>More changed accounts than this, and reading everything is quicker than reading them one by one.</summary>
    internal const int MostChangedAccounts = 5_000;

    private LedgerGrain Grain => options.LedgerGrain;

    /// <summary>Reads whatever the current ledger does not have yet.</summary>
    /// <param name="current">The current state; null at first.</param>
    /// <param name="progress">Told how many lines are read.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<LedgerState> RunAsync(LedgerState? current, Action<long> progress, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        // The notes are looked at before the lines are read: what changes meanwhile is read again next time, never missed.
        var (lastChange, changed) = await ChangedSinceAsync(current?.LastChange, cancel);
        var directory = await directories.RunAsync(cancel);

        SalesLedger ledger;
        if (current is null || changed is null || !Extends(directory, current.Ledger) || Grain == LedgerGrain.Month && changed.Count > 0)
            ledger = await ReadAsync(directory, accounts: null, progress, cancel);
        else if (changed.Count == 0)
            ledger = current.Ledger.WithDirectory(directory.Accounts, directory.Products, directory.Places);
        else
            ledger = current
                .Ledger.WithDirectory(directory.Accounts, directory.Products, directory.Places)
                .WithLinesOf(await ReadAsync(directory, changed, progress, cancel), Indexes(directory, changed));

        return new(ledger, directory.Deleted, lastChange, (current?.Serial ?? 0) + 1, time.GetUtcNow().UtcDateTime, watch.Elapsed);
    }

    // Not so when a record with an earlier identifier appears: of two transactions at once the later may be the first to commit.
    private static bool Extends(DirectoryReader.Directories directory, SalesLedger ledger) =>
        directory.Accounts.Ids.AsSpan().StartsWith(ledger.Accounts.Ids) && directory.Products.Ids.AsSpan().StartsWith(ledger.Products.Ids);

    private async Task<SalesLedger> ReadAsync(
        DirectoryReader.Directories directory,
        IReadOnlyCollection<long>? accounts,
        Action<long> progress,
        CancellationToken cancel
    )
    {
        var builder = new SalesLedgerBuilder(Grain);
        await lines.ReadAsync(builder, directory.Codes, Grain, accounts, progress, cancel);
        await using var db = factory.CreateForSystem();
        var unattributed = db
            .UnattributedLines.GroupBy(line => line.OrderedOn)
            .Select(day => new
            {
                Day = day.Key,
                Amount = day.Sum(line => line.Amount),
                Lines = day.LongCount(),
            })
            .AsAsyncEnumerable();
        await foreach (var day in unattributed.WithCancellation(cancel))
            builder.Unattributed.Add(day.Day, day.Amount, day.Lines);
        return builder.Build(directory.Accounts, directory.Products, directory.Places);
    }

    /// <summary>Accounts whose lines changed since a note; null when it may be all of them.</summary>
    private async Task<(long LastChange, IReadOnlyCollection<long>? Accounts)> ChangedSinceAsync(long? since, CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        var last = await db.ChangedAccounts.MaxAsync(note => (long?)note.Id, cancel) ?? 0;
        if (since is not { } known)
            return (last, null);
        // A gap means that notes this ledger never saw were already removed.
        if (last > known && await db.ChangedAccounts.MinAsync(note => note.Id, cancel) > known + 1)
            return (last, null);

        var accounts = await db
            .ChangedAccounts.Where(note => note.Id > known && note.Id <= last)
            .Select(note => note.AccountId)
            .Distinct()
            .Order()
            .Take(MostChangedAccounts + 1)
            .ToListAsync(cancel);
        return (last, accounts.Count > MostChangedAccounts || accounts.Contains(ChangedAccount.Everyone) ? null : accounts);
    }

    private static int[] Indexes(DirectoryReader.Directories directory, IReadOnlyCollection<long> ids) =>
        [.. ids.Select(id => directory.Codes.Accounts[id]).Where(index => index >= 0)];
}
