using System.Text.Json;
using Jingke.Domain.Duplicates;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Duplicates;

/// <summary>Pairs of which at least one account is in the viewer's scope, the most certain first.</summary>
internal sealed class PairList(JingkeDbContext db)
{
    /// <summary>One side of a pair.</summary>
    /// <param name="Id">The account; null when it is outside the viewer's scope.</param>
    /// <param name="Name">Its name, masked when it is outside the viewer's scope.</param>
    /// <param name="Code">Its code; null when unknown or outside the viewer's scope.</param>
    /// <param name="OwnerId">Who is responsible.</param>
    public sealed record Side(long? Id, string Name, string? Code, Guid? OwnerId);

    /// <summary>A pair.</summary>
    public sealed record Row(
        long Id,
        Side Left,
        Side Right,
        PairVerdict Verdict,
        double Score,
        PairState State,
        IReadOnlyList<MatchSignal> Signals
    );

    private sealed record Read(long Id, long LeftId, long RightId, PairVerdict Verdict, double Score, PairState State, string Signals);

    private sealed record Account(long Id, string Name, string? Code, Guid? OwnerId);

    /// <summary>One page of pairs.</summary>
    /// <param name="verdict">Only those of this verdict; null for all.</param>
    /// <param name="state">Open or settled.</param>
    /// <param name="wanted">Which page.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<Page<Row>> RunAsync(PairVerdict? verdict, PairState state, PageRequest wanted, CancellationToken cancel)
    {
        var found = InSight().Where(pair => pair.State == state);
        if (verdict is { } one)
            found = found.Where(pair => pair.Verdict == one);
        var page = await found
            .OrderByDescending(pair => pair.Score)
            .ThenBy(pair => pair.Id)
            .Select(pair => new Read(pair.Id, pair.LeftId, pair.RightId, pair.Verdict, pair.Score, pair.State, pair.Signals))
            .ToPageAsync(wanted, cancel);
        return new(await ShownAsync(page.Rows, cancel), page.Number, page.Size, page.Total, page.IsAtLeast);
    }

    /// <summary>Pairs of which the viewer sees at least one account, both in use.</summary>
    public IQueryable<DuplicatePair> InSight()
    {
        var all = db.Accounts.IgnoreQueryFilters([JingkeDbContext.ScopeFilter]);
        var pairs = db.DuplicatePairs.AsNoTracking();
        if (!db.Viewer.SeesAll)
            pairs = pairs.Where(pair =>
                db.Accounts.Any(account => account.Id == pair.LeftId) || db.Accounts.Any(account => account.Id == pair.RightId)
            );
        return pairs.Where(pair => all.Any(account => account.Id == pair.LeftId) && all.Any(account => account.Id == pair.RightId));
    }

    private async Task<IReadOnlyList<Row>> ShownAsync(IReadOnlyList<Read> rows, CancellationToken cancel)
    {
        var ids = rows.SelectMany(row => new[] { row.LeftId, row.RightId }).Distinct().ToList();
        var accounts = await db
            .Accounts.IgnoreQueryFilters()
            .Where(account => ids.Contains(account.Id))
            .Select(account => new Account(account.Id, account.Name, account.Code, account.OwnerId))
            .ToDictionaryAsync(account => account.Id, cancel);
        var seen = (
            await db.Accounts.Where(account => ids.Contains(account.Id)).Select(account => account.Id).ToListAsync(cancel)
        ).ToHashSet();
        return [.. rows.Select(row => Show(row, accounts, seen))];
    }

    private static Row Show(Read row, Dictionary<long, Account> accounts, HashSet<long> seen)
    {
        var (left, right) = (Of(row.LeftId), Of(row.RightId));
        var signals = JsonSerializer.Deserialize<List<MatchSignal>>(row.Signals) ?? [];
        // Reasons quote both accounts: of one that is not in sight nothing may be told.
        if (left.Id is null || right.Id is null)
            signals = signals.ConvertAll(signal => signal with { Args = [] });
        return new(row.Id, left, right, row.Verdict, row.Score, row.State, signals);

        Side Of(long id) =>
            accounts[id] is var account && seen.Contains(id)
                ? new(id, account.Name, account.Code, account.OwnerId)
                : new(null, DuplicateCheck.Masked(account.Name), null, account.OwnerId);
    }
}
