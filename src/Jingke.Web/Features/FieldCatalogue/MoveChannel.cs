using Jingke.Domain;
using Jingke.Domain.Facts;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.FieldCatalogue;

/// <summary>Moves a channel one place up or down.</summary>
internal sealed class MoveChannel(JingkeDbContext db, CatalogueInForce inForce)
{
    /// <summary>Moves the channel; one that is the first or last already stays.</summary>
    /// <exception cref="NotFoundException">There is no such channel.</exception>
    public async Task RunAsync(long id, bool up, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The stamp's row is the lock: two moves at once would give two channels one place.
        await db.RaiseStampAsync(ChangeStamp.Settings, cancel);
        var channels = await db.Channels.OrderBy(each => each.Position).ThenBy(each => each.Id).ToListAsync(cancel);
        var channel = channels.Find(each => each.Id == id) ?? throw new NotFoundException(nameof(Channel), id);
        var place = channels.IndexOf(channel) + (up ? -1 : 1);
        if (place >= 0 && place < channels.Count)
            Order.Move(channels, channel, channels[place], each => each.Position, (each, to) => each.MoveTo(to));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await inForce.ReloadAsync(cancel);
    }
}
