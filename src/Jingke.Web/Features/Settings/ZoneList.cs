using Jingke.Domain.Reference;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Settings;

/// <summary>The zones in their order, and which provinces belong to none.</summary>
internal sealed class ZoneList(JingkeDbContext db)
{
    public sealed record Row(long Id, string Name, IReadOnlyList<string> Provinces);

    public sealed record Answer(IReadOnlyList<Row> Zones, IReadOnlyList<Division> Unassigned);

    public async Task<Answer> RunAsync(CancellationToken cancel)
    {
        var zones = await db.Zones.AsNoTracking().OrderBy(zone => zone.Position).ThenBy(zone => zone.Id).ToListAsync(cancel);
        var covered = zones.SelectMany(zone => zone.Provinces).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. zones.Select(zone => new Row(zone.Id, zone.Name, zone.Provinces))],
            [.. Divisions.Provinces.Where(province => !covered.Contains(province.Code))]
        );
    }
}
