using Jingke.Domain;
using Jingke.Domain.Organisation;
using Jingke.Web.Data;

namespace Jingke.Web.Features.Settings;

/// <summary>Removes a zone; its provinces then belong to none.</summary>
internal sealed class RemoveZone(JingkeDbContext db)
{
    /// <summary>Removes the zone.</summary>
    /// <returns>The name it had.</returns>
    /// <exception cref="NotFoundException">There is no such zone.</exception>
    public async Task<string> RunAsync(long id, CancellationToken cancel)
    {
        var zone = await db.Zones.FindAsync([id], cancel) ?? throw new NotFoundException(nameof(Zone), id);
        db.Zones.Remove(zone);
        await db.SaveChangesAsync(cancel);
        return zone.Name;
    }
}
