using Jingke.Analytics.Breakdowns;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Ledger;

/// <summary>The company's zones for analyses, kept in memory and read again when settings change. Without any, the usual eight.</summary>
internal sealed class CompanyZones(JingkeDbFactory factory, ChangeWatch watch)
{
    private readonly Lock gate = new();
    private Task<Answer>? reading;
    private bool isWatching;

    /// <summary>The zones.</summary>
    /// <param name="Map">Zones by province; the keys are ids, or the codes of the default zones.</param>
    /// <param name="Key">Equal keys mean equal zones: part of the name of kept results.</param>
    public sealed record Answer(ZoneMap Map, string Key);

    /// <summary>The zones as they are now.</summary>
    public Task<Answer> RunAsync()
    {
        lock (gate)
        {
            if (!isWatching)
                watch.On(
                    [ChangeStamp.Settings],
                    async cancel =>
                    {
                        var read = await ReadAsync(cancel);
                        lock (gate)
                            reading = Task.FromResult(read);
                    }
                );
            isWatching = true;
            // A failed reading is not kept.
            if (reading is null or { IsFaulted: true } or { IsCanceled: true })
                reading = ReadAsync(CancellationToken.None);
            return reading;
        }
    }

    private async Task<Answer> ReadAsync(CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        var zones = await db.Zones.AsNoTracking().OrderBy(zone => zone.Position).ThenBy(zone => zone.Id).ToListAsync(cancel);
        if (zones.Count == 0)
            return new(ZoneMap.Default, "default");

        var map = new ZoneMap([
            .. zones.Select(zone => new Zone(
                zone.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
                zone.Name,
                zone.Provinces
            )),
        ]);
        return new(map, string.Join('|', zones.Select(zone => $"{zone.Id}:{zone.Name}:{zone.ProvinceCodes}")));
    }
}
