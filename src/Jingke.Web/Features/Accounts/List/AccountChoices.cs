using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.List;

/// <summary>
/// What filters and forms offer to choose from: zones, and the words that the company uses for ownership, size and source.
/// They change rarely and are the same for everyone, so they are read once in a while, not for each page.
/// </summary>
internal sealed class AccountChoices(JingkeDbFactory factory, TimeProvider time)
{
    private const int Most = 100;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private ChoicesForAccounts? current;

    /// <summary>The choices, at most a minute old.</summary>
    public async Task<ChoicesForAccounts> RunAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (Volatile.Read(ref current) is { } known && now - known.At < Kept)
            return known;

        await using var db = factory.CreateForSystem();
        var zones = await db
            .Zones.AsNoTracking()
            .OrderBy(zone => zone.Position)
            .Select(zone => new ZoneChoice(zone.Id, zone.Name))
            .ToListAsync(cancel);
        var read = new ChoicesForAccounts(
            now,
            zones,
            await WordsAsync(db.Accounts.Select(account => account.Ownership), cancel),
            await WordsAsync(db.Accounts.Select(account => account.Size), cancel),
            await WordsAsync(db.Accounts.Select(account => account.Source), cancel),
            await WordsAsync(db.Accounts.Select(account => account.IndustryCode), cancel)
        );
        Volatile.Write(ref current, read);
        return read;
    }

    // Files may bring any text; a choice among thousands is no choice.
    private static async Task<IReadOnlyList<string>> WordsAsync(IQueryable<string?> words, CancellationToken cancel) =>
        await words
            .Where(word => word != null)
            .GroupBy(word => word!)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key)
            .Select(group => group.Key)
            .Take(Most)
            .ToListAsync(cancel);
}

/// <summary>A zone to choose.</summary>
public sealed record ZoneChoice(long Id, string Name);

/// <summary>The choices at one moment.</summary>
public sealed record ChoicesForAccounts(
    DateTimeOffset At,
    IReadOnlyList<ZoneChoice> Zones,
    IReadOnlyList<string> Ownerships,
    IReadOnlyList<string> Sizes,
    IReadOnlyList<string> Sources,
    IReadOnlyList<string> Industries
);
