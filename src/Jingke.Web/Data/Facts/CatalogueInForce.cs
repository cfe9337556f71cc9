using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Facts;

/// <summary>The catalogue in memory, for what every request needs; loaded again when someone changes a field or a channel.</summary>
internal sealed class CatalogueInForce(JingkeDbFactory factory) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1);
    private Catalogue current = Catalogue.Empty;

    /// <summary>The catalogue as saved last. Take it once for a piece of work: the next reading may be another.</summary>
    public Catalogue Current => Volatile.Read(ref current);

    /// <summary>Reads it again.</summary>
    public async Task ReloadAsync(CancellationToken cancel)
    {
        // One after the other, so that an older reading never takes the place of a newer one.
        await oneAtATime.WaitAsync(cancel);
        try
        {
            await using var db = factory.CreateForSystem();
            var fields = await db.FieldDefinitions.AsNoTracking().ToListAsync(cancel);
            var channels = await db.Channels.AsNoTracking().ToListAsync(cancel);
            Volatile.Write(ref current, new Catalogue(fields, channels));
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => oneAtATime.Dispose();
}
