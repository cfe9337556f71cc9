using System.Runtime.CompilerServices;
using Jingke.Domain.Sales;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Unattributed;

/// <summary>
/// Sales lines without a customer, grouped as a person recognises them: by order, salesperson, region or import. Whoever may import sees
/// all of them, for they belong to nobody's scope yet.
/// </summary>
internal sealed class UnattributedSummary(JingkeDbFactory factory)
{
    /// <summary>By what lines are grouped.</summary>
    internal enum By
    {
        Order,
        Salesperson,
        Region,
        Batch,
    }

    /// <summary>Which lines are wanted.</summary>
    internal sealed record Filter(By By = By.Order, long? Batch = null, string? Salesperson = null)
    {
        /// <summary>Reads a filter; what cannot be read is left out.</summary>
        public static Filter Of(PageAddress address) =>
            new(
                Enum.TryParse<By>(address.Get("by"), out var by) && Enum.IsDefined(by) ? by : By.Order,
                long.TryParse(address.Get("batch"), out var batch) ? batch : null
            );
    }

    /// <summary>Lines that belong together.</summary>
    /// <param name="Key">Value of the group, see <see cref="OfGroup"/>.</param>
    /// <param name="Name">The group as a person knows it; empty when the lines do not say.</param>
    /// <param name="Lines">How many.</param>
    /// <param name="Amount">Their sum, ten-thousandths.</param>
    /// <param name="From">Day of the first.</param>
    /// <param name="To">Day of the last.</param>
    internal sealed record Row(string Key, string Name, long Lines, long Amount, DateOnly From, DateOnly To);

    private sealed class Group
    {
        public string Key { get; init; } = "";
        public long Lines { get; init; }
        public long Amount { get; init; }
        public DateOnly From { get; init; }
        public DateOnly To { get; init; }
    }

    /// <summary>How many lines there are.</summary>
    public async Task<long> CountAsync(CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        return await db.UnattributedLines.LongCountAsync(cancel);
    }

    /// <summary>The groups, the largest sum first.</summary>
    public async Task<Page<Row>> RunAsync(Filter filter, PageRequest page, CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        var found = await Groups(db, filter).ToPageAsync(page, cancel);
        return new(await NamedAsync(db, filter.By, found.Rows, cancel), found.Number, found.Size, found.Total, found.IsAtLeast);
    }

    /// <summary>All groups, read one after another; for exports.</summary>
    public async IAsyncEnumerable<Row> All(Filter filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        // Names are looked up for many groups at once, on a connection that is not being read from.
        await using var names = factory.CreateForSystem();
        await foreach (var groups in Groups(db, filter).AsAsyncEnumerable().Chunk(1000).WithCancellation(cancel))
        foreach (var row in await NamedAsync(names, filter.By, groups, cancel))
            yield return row;
    }

    private static IQueryable<Group> Groups(JingkeDbContext db, Filter filter)
    {
        var lines = db.UnattributedLines.AsNoTracking();
        if (filter.Batch is { } batch)
            lines = lines.Where(line => line.BatchId == batch);
        if (filter.Salesperson is { Length: > 0 } person)
            lines = lines.Where(line => line.Salesperson == person);
        var grouped = filter.By switch
        {
            By.Order => lines.GroupBy(line => line.OrderNo),
            By.Salesperson => lines.GroupBy(line => line.Salesperson),
            By.Region => lines.GroupBy(line => line.PlaceId == null ? "" : line.PlaceId.ToString()!),
            _ => lines.GroupBy(line => line.BatchId.ToString()),
        };
        return grouped
            .Select(group => new Group
            {
                Key = group.Key,
                Lines = group.LongCount(),
                Amount = group.Sum(line => line.Amount),
                From = group.Min(line => line.OrderedOn),
                To = group.Max(line => line.OrderedOn),
            })
            .OrderByDescending(group => group.Amount)
            .ThenBy(group => group.Key);
    }

    private static async Task<Row[]> NamedAsync(JingkeDbContext db, By by, IReadOnlyList<Group> groups, CancellationToken cancel)
    {
        var names = await NamesAsync(db, by, groups, cancel);
        return
        [
            .. groups.Select(row => new Row(row.Key, names.GetValueOrDefault(row.Key, row.Key), row.Lines, row.Amount, row.From, row.To)),
        ];
    }

    /// <summary>The lines of a group.</summary>
    public static IQueryable<UnattributedLine> OfGroup(IQueryable<UnattributedLine> lines, Filter filter, string key)
    {
        if (filter.Batch is { } batch)
            lines = lines.Where(line => line.BatchId == batch);
        if (filter.Salesperson is { Length: > 0 } person)
            lines = lines.Where(line => line.Salesperson == person);
        _ = long.TryParse(key, out var number);
        return filter.By switch
        {
            By.Order => lines.Where(line => line.OrderNo == key),
            By.Salesperson => lines.Where(line => line.Salesperson == key),
            By.Region => key.Length == 0 ? lines.Where(line => line.PlaceId == null) : lines.Where(line => line.PlaceId == number),
            _ => lines.Where(line => line.BatchId == number),
        };
    }

    private static async Task<Dictionary<string, string>> NamesAsync(
        JingkeDbContext db,
        By by,
        IReadOnlyList<Group> rows,
        CancellationToken cancel
    )
    {
        if (by is By.Order or By.Salesperson)
            return [];
        long[] ids =
        [
            .. rows.Where(row => row.Key.Length > 0).Select(row => long.Parse(row.Key, System.Globalization.CultureInfo.InvariantCulture)),
        ];
        if (by == By.Batch)
            return (
                await db
                    .ImportBatches.Where(batch => ids.Contains(batch.Id))
                    .Select(batch => new { batch.Id, batch.FileName })
                    .ToListAsync(cancel)
            ).ToDictionary(batch => Text(batch.Id), batch => batch.FileName);
        return (await db.Places.AsNoTracking().Where(place => ids.Contains(place.Id)).ToListAsync(cancel)).ToDictionary(
            place => Text(place.Id),
            place =>
                string.Join(' ', new[] { place.Country, place.Zone, place.Province, place.City }.Where(part => part.Length > 0).Distinct())
        );
    }

    private static string Text(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
