using System.Collections.Concurrent;
using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger.Reading;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.List.Index;

/// <summary>
/// What lists filter by, of every account outside the recycle bin, as columns in memory: some 60 bytes for an account, and 4 more for
/// each order that somebody asked for. It describes one state of the table and never changes.
/// </summary>
internal sealed class AccountColumns
{
    private readonly ConcurrentDictionary<Sort, Lazy<Task<int[]?>>> orders = [];
    private readonly ConcurrentDictionary<Sort, bool> inUse = [];
    private readonly ConcurrentDictionary<string, ulong[]> scopes = [];
    private readonly List<long> ids = [];
    private readonly List<long> netSales = [];
    private readonly List<int> lastOrder = [];
    private IdIndex rowOf = null!;

    /// <summary>Stands for a day that is not known.</summary>
    public const int NoDay = -1;

    /// <summary>The state of the table that it describes, see <see cref="AccountVersion"/>.</summary>
    public long Version { get; private init; }

    /// <summary>Number of accounts.</summary>
    public int Count => ids.Count;

    /// <summary>Identifiers by row.</summary>
    public IReadOnlyList<long> Ids => ids;

    /// <summary>Net sales by row, ten-thousandths.</summary>
    public ReadOnlySpan<long> NetSales => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(netSales);

    /// <summary>Day numbers of the last orders by row; <see cref="NoDay"/> without one.</summary>
    public ReadOnlySpan<int> LastOrder => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(lastOrder);

    public CodedValues<Guid?> Owner { get; } = new();
    public CodedValues<long?> Team { get; } = new();
    public CodedValues<Tier?> Tier { get; } = new();
    public CodedValues<AccountKind?> Kind { get; } = new();
    public CodedValues<string> Province { get; } = new();
    public CodedValues<string> City { get; } = new();
    public CodedValues<string> Industry { get; } = new();
    public CodedValues<string> Ownership { get; } = new();
    public CodedValues<string> Size { get; } = new();
    public CodedValues<string> Source { get; } = new();

    /// <summary>Reads them.</summary>
    /// <returns>Null when the accounts changed while they were read.</returns>
    public static async Task<AccountColumns?> ReadAsync(JingkeDbContext db, CancellationToken cancel)
    {
        if (await AccountVersion.ReadAsync(db, cancel) is not { } version)
            return null;

        var columns = new AccountColumns { Version = version };
        var rows = db
            .Accounts.AsNoTracking()
            .OrderBy(account => account.Id)
            .Select(account => new
            {
                account.Id,
                account.OwnerId,
                account.TeamId,
                account.Tier,
                account.Kind,
                account.ProvinceCode,
                account.CityCode,
                account.IndustryCode,
                account.Ownership,
                account.Size,
                account.Source,
                account.NetSales,
                account.LastOrderOn,
            });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            columns.ids.Add(row.Id);
            columns.Owner.Add(row.OwnerId);
            columns.Team.Add(row.TeamId);
            columns.Tier.Add(row.Tier);
            columns.Kind.Add(row.Kind);
            columns.Province.Add(row.ProvinceCode);
            columns.City.Add(row.CityCode);
            columns.Industry.Add(row.IndustryCode);
            columns.Ownership.Add(row.Ownership);
            columns.Size.Add(row.Size);
            columns.Source.Add(row.Source);
            columns.netSales.Add(row.NetSales);
            columns.lastOrder.Add(row.LastOrderOn?.DayNumber ?? NoDay);
        }
        columns.rowOf = new(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(columns.ids));
        return await AccountVersion.ReadAsync(db, cancel) == version ? columns : null;
    }

    /// <summary>What a viewer sees: one bit for each row, 64 in a number. The same rule as the database's filter 'Scope'. Not to be changed.</summary>
    public ulong[] ScopeOf(Viewer viewer) =>
        scopes.GetOrAdd(
            viewer.ScopeKey,
            static (_, given) =>
            {
                var (columns, viewer) = given;
                var seen = new ulong[(columns.Count + 63) / 64];
                var own = columns.Owner.Where(owner => viewer.SeesOwner(owner));
                var inTeam = columns.Team.Where(team => viewer.SeesTeam(team));
                for (var row = 0; row < columns.Count; row++)
                    if (viewer.SeesAll || own[columns.Owner.Codes[row]] || inTeam[columns.Team.Codes[row]])
                        seen[row >> 6] |= 1UL << row;
                foreach (var shared in viewer.SharedAccountIds)
                    if (columns.rowOf[shared] is >= 0 and var row)
                        seen[row >> 6] |= 1UL << row;
                return seen;
            },
            (this, viewer)
        );

    /// <summary>All rows in an order, as the database puts them: it alone knows how texts compare. Read once and kept.</summary>
    /// <returns>Null when the accounts changed meanwhile.</returns>
    public Task<int[]?> InOrderAsync(Sort sort, JingkeDbFactory factory)
    {
        inUse.TryAdd(sort, true);
        return OrderAsync(sort, factory);
    }

    /// <summary>Reads the orders that were in use a moment ago, so that nobody waits for one.</summary>
    public async Task ReadAheadAsync(AccountColumns before, JingkeDbFactory factory)
    {
        foreach (var sort in before.inUse.Keys)
            await OrderAsync(sort, factory);
    }

    private async Task<int[]?> OrderAsync(Sort sort, JingkeDbFactory factory)
    {
        // Not with the token of one request: others wait for the same order.
        var reading = orders.GetOrAdd(sort, asked => new(() => ReadOrderAsync(asked, factory)));
        try
        {
            return await reading.Value;
        }
        catch
        {
            // A database that did not answer is asked again.
            orders.TryRemove(new(sort, reading));
            throw;
        }
    }

    private async Task<int[]?> ReadOrderAsync(Sort sort, JingkeDbFactory factory)
    {
        await using var db = factory.CreateForSystem();
        var ordered = await db.Accounts.AsNoTracking().Ordered(db, sort).Select(account => account.Id).ToListAsync();
        return await AccountVersion.ReadAsync(db, CancellationToken.None) == Version ? [.. ordered.Select(id => rowOf[id])] : null;
    }
}
