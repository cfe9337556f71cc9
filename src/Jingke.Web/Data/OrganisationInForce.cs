using Jingke.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data;

/// <summary>The organisation's settings in memory, for what every request needs; loaded again when someone changes them.</summary>
internal sealed class OrganisationInForce(JingkeDbFactory factory, Common.Clock clock)
{
    private OrganisationSettings current = new();

    /// <summary>The settings as saved last; the defaults until they are read. Never change this object.</summary>
    public OrganisationSettings Current => Volatile.Read(ref current);

    /// <summary>Reads them again, and sets the organisation's clock.</summary>
    public async Task ReloadAsync(CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        var read = await db.Organisation.AsNoTracking().SingleAsync(cancel);
        clock.Zone = TimeZoneInfo.FindSystemTimeZoneById(read.TimeZone);
        Volatile.Write(ref current, read);
    }
}
