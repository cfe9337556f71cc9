using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Common;

/// <summary>Which part of a list is wanted. Anything may stand in an address, so both values are brought into range.</summary>
public readonly record struct PageRequest
{
    /// <summary>How many rows a page may have.</summary>
    public static readonly IReadOnlyList<int> Sizes = [25, 50, 100];

    /// <summary>A page of a list.</summary>
    /// <param name="number">From 1; smaller numbers mean the first page.</param>
    /// <param name="size">25, 50 or 100; anything else means 25.</param>
    public PageRequest(int? number, int? size)
    {
        Size = size is { } asked && Sizes.Contains(asked) ? asked : Sizes[0];
        Number = Math.Clamp(number ?? 1, 1, int.MaxValue / Size);
    }

    /// <summary>Number of the page, from 1.</summary>
    public int Number { get; }

    /// <summary>Rows on a page.</summary>
    public int Size { get; }

    /// <summary>Rows before the page.</summary>
    public int Skip => (Number - 1) * Size;

    /// <summary>The same page, or the last one where a list of so many rows ends before it.</summary>
    public PageRequest Within(int total) => Skip < total || total == 0 ? this : new((total + Size - 1) / Size, Size);
}

/// <summary>Where a page stands in its list.</summary>
/// <param name="Number">Number of the page, from 1.</param>
/// <param name="Size">Rows on a page.</param>
/// <param name="Total">Rows in the list, or the number up to which they were counted.</param>
/// <param name="IsAtLeast">Whether there are more than <paramref name="Total"/>: counting stopped there.</param>
public abstract record Page(int Number, int Size, long Total, bool IsAtLeast)
{
    /// <summary>Number of the last page that is known to exist.</summary>
    public long Last => Math.Max(1, (Total + Size - 1) / Size);
}

/// <summary>One page of a list.</summary>
/// <param name="Rows">The rows of the page, in the order of the list.</param>
/// <param name="Number">Number of the page, from 1.</param>
/// <param name="Size">Rows on a page.</param>
/// <param name="Total">Rows in the list, or the number up to which they were counted.</param>
/// <param name="IsAtLeast">Whether there are more than <paramref name="Total"/>: counting stopped there.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Number, int Size, long Total, bool IsAtLeast = false)
    : Page(Number, Size, Total, IsAtLeast);

/// <summary>Cuts a page out of a query.</summary>
internal static class Paging
{
    /// <summary>Counting is half the cost of a list; past this many rows nobody needs the exact number.</summary>
    public const int CountedUpTo = 10_000;

    /// <summary>Reads one page and counts the list, exactly up to <see cref="CountedUpTo"/> rows.</summary>
    /// <param name="found">The whole list, in a total order.</param>
    /// <param name="wanted">Which page; one past the end gives the last page.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<Page<T>> ToPageAsync<T>(this IQueryable<T> found, PageRequest wanted, CancellationToken cancel)
    {
        var rows = await found.Skip(wanted.Skip).Take(wanted.Size + 1).ToListAsync(cancel);
        var isLast = rows.Count <= wanted.Size;
        if (!isLast)
            rows.RemoveAt(wanted.Size);
        if (isLast && (rows.Count > 0 || wanted.Number == 1))
            return new(rows, wanted.Number, wanted.Size, wanted.Skip + rows.Count);

        var counted = await found.Take(CountedUpTo + 1).CountAsync(cancel);
        if (rows.Count == 0)
            return await found.ToPageAsync(new PageRequest((counted + wanted.Size - 1) / wanted.Size, wanted.Size), cancel);

        // Beyond the counted part the page itself proves how many there are at least.
        var total = Math.Max(Math.Min(counted, CountedUpTo), wanted.Skip + rows.Count);
        return new(rows, wanted.Number, wanted.Size, total, IsAtLeast: counted > CountedUpTo);
    }
}
