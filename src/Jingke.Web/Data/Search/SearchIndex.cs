using System.Data.Common;
using System.Runtime.CompilerServices;
using Jingke.Domain.Accounts;
using Jingke.Web.Data.Duplicates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Jingke.Web.Data.Search;

/// <summary>
/// Finds accounts by any part of a name, pinyin, code or telephone number. Each database has its own index behind this one seam.
/// Saving accounts and contacts keeps it right in the same transaction; what writes accounts in bulk calls <see cref="RefreshAsync"/>.
/// </summary>
internal abstract class SearchIndex
{
    private const int ChunkSize = 2_000;
    private static readonly SqliteSearchIndex Sqlite = new();
    private static readonly PostgresSearchIndex Postgres = new();

    /// <summary>The index of the database behind a context.</summary>
    public static SearchIndex Of(JingkeDbContext db) => db.Database.IsSqlite() ? Sqlite : Postgres;

    /// <summary>Identifiers of the accounts in which every word of a query is found, as a part of a larger query. Knows no data scope.</summary>
    public abstract IQueryable<long> Matching(JingkeDbContext db, SearchQuery query);

    /// <summary>
    /// Makes the index right for some accounts, or for all. Accounts that no longer exist leave it. Works in the current transaction,
    /// or in one of its own for each few thousand accounts.
    /// </summary>
    /// <param name="db">A context of any kind; its scope does not matter here.</param>
    /// <param name="accountIds">The accounts; null for all.</param>
    /// <param name="cancel">Ends the work between two chunks.</param>
    public static async Task RefreshAsync(JingkeDbContext db, IReadOnlyCollection<long>? accountIds, CancellationToken cancel)
    {
        var index = Of(db);
        if (accountIds is not null)
        {
            foreach (var ids in accountIds.Distinct().Order().Chunk(ChunkSize))
                await index.IndexAsync(db, ids, await AccountsAsync(db, each => ids.Contains(each.Id), cancel), cancel);
            return;
        }

        for (var last = long.MinValue; ; )
        {
            var after = last;
            var accounts = await AccountsAsync(db, each => each.Id > after, cancel);
            if (accounts.Count == 0)
                return;
            await index.IndexAsync(db, [.. accounts.Select(account => account.Id)], accounts, cancel);
            last = accounts[^1].Id;
        }
    }

    /// <summary>Replaces the entries of some accounts; those without a new entry leave the index.</summary>
    protected abstract Task WriteAsync(DbTransaction transaction, long[] ids, IReadOnlyList<SearchEntry> entries, CancellationToken cancel);

    // What lies in the bin stays indexed: restoring it must not depend on anything but the account.
    private static Task<List<SearchEntry.Source>> AccountsAsync(
        JingkeDbContext db,
        System.Linq.Expressions.Expression<Func<Account, bool>> which,
        CancellationToken cancel
    ) =>
        db
            .Accounts.IgnoreQueryFilters()
            .AsNoTracking()
            .Where(which)
            .OrderBy(account => account.Id)
            .Take(ChunkSize)
            .Select(account => new SearchEntry.Source(
                account.Id,
                account.Name,
                account.ShortName,
                account.Code,
                account.CreditCode,
                account.Phone,
                account.FormerNames
            ))
            .ToListAsync(cancel);

    /// <summary>What all accounts are compared by, a few thousand at a time.</summary>
    public static async IAsyncEnumerable<(
        IReadOnlyList<SearchEntry.Source> Accounts,
        ILookup<long, SearchEntry.ContactSource> Contacts
    )> SourcesAsync(JingkeDbContext db, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var last = long.MinValue; ; )
        {
            var after = last;
            var accounts = await AccountsAsync(db, each => each.Id > after, cancel);
            if (accounts.Count == 0)
                yield break;
            long[] ids = [.. accounts.Select(account => account.Id)];
            yield return (accounts, await ContactsAsync(db, ids, cancel));
            last = ids[^1];
        }
    }

    private static async Task<ILookup<long, SearchEntry.ContactSource>> ContactsAsync(
        JingkeDbContext db,
        long[] ids,
        CancellationToken cancel
    ) =>
        (
            await db
                .Contacts.IgnoreQueryFilters()
                .AsNoTracking()
                .Where(contact => ids.Contains(contact.AccountId) && contact.DeletedAt == null && contact.ErasedAt == null)
                .OrderByDescending(contact => contact.IsPrimary)
                .ThenBy(contact => contact.Id)
                .Select(contact => new SearchEntry.ContactSource(
                    contact.AccountId,
                    contact.Name,
                    contact.Mobile,
                    contact.Phone,
                    contact.Email
                ))
                .ToListAsync(cancel)
        ).ToLookup(contact => contact.AccountId);

    private async Task IndexAsync(JingkeDbContext db, long[] ids, List<SearchEntry.Source> accounts, CancellationToken cancel)
    {
        var ofAccount = await ContactsAsync(db, ids, cancel);
        var entries = accounts.ConvertAll(account => SearchEntry.Of(account, ofAccount[account.Id]));

        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await using (own)
        {
            var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            await WriteAsync(transaction, ids, entries, cancel);
            await MatchKeyIndex.WriteAsync(db, ids, accounts, ofAccount, cancel);
            if (own is not null)
                await own.CommitAsync(cancel);
        }
    }
}
