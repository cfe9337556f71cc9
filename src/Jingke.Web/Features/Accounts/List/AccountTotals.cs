using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Jingke.Web.Features.Accounts.List;

/// <summary>
/// Totals of lists, kept for some seconds: who turns a page or changes the order asks for the same one again, and counting costs
/// more than the page itself.
/// </summary>
internal sealed class AccountTotals : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);
    private readonly MemoryCache totals = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>Reads a page and tells the total.</summary>
    /// <param name="rows">The list in its order.</param>
    /// <param name="found">The same accounts in no order, for counting.</param>
    /// <param name="key">What the total depends on: the viewer's scope and the filter.</param>
    /// <param name="wanted">Which page; one past the end gives the last page.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <param name="isPart">Whether what is counted is only a part of the list, so that there may be more.</param>
    public async Task<Page<T>> ToPageAsync<T>(
        IQueryable<T> rows,
        IQueryable<Account> found,
        (string Scope, AccountFilter Filter) key,
        PageRequest wanted,
        CancellationToken cancel,
        bool isPart = false
    )
    {
        var page = await rows.Skip(wanted.Skip).Take(wanted.Size).ToListAsync(cancel);
        // A page that is not full is the last one, and its own proof of the total.
        if (page.Count < wanted.Size && (page.Count > 0 || wanted.Number == 1))
            return new(page, wanted.Number, wanted.Size, wanted.Skip + page.Count);

        var counted = await CountAsync(found, key, cancel);
        if (page.Count == 0 && (isPart || (counted > 0 && counted <= wanted.Skip)))
        {
            var last = new PageRequest(Math.Max(1, (counted + wanted.Size - 1) / wanted.Size), wanted.Size);
            return await ToPageAsync(rows, found, key, last, cancel, isPart);
        }
        var total = Math.Max(Math.Min(counted, Paging.CountedUpTo), wanted.Skip + page.Count);
        return new(page, wanted.Number, wanted.Size, total, IsAtLeast: isPart || counted > Paging.CountedUpTo);
    }

    /// <inheritdoc/>
    public void Dispose() => totals.Dispose();

    private async Task<int> CountAsync(IQueryable<Account> found, (string Scope, AccountFilter Filter) key, CancellationToken cancel)
    {
        if (totals.TryGetValue<int>(key, out var known))
            return known;

        // Without an order, which would keep the database from counting in an index.
        var counted = await found.Take(Paging.CountedUpTo + 1).CountAsync(cancel);
        return totals.Set(key, counted, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });
    }
}
