using Jingke.Domain;
using Jingke.Domain.Facts;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.FieldCatalogue;

/// <summary>Takes a channel out of use, or into use again. What came from it is kept either way.</summary>
internal sealed class RetireChannel(JingkeDbContext db, CatalogueInForce inForce)
{
    /// <summary>Retires the channel, or restores it.</summary>
    /// <returns>The channel.</returns>
    /// <exception cref="NotFoundException">There is no such channel.</exception>
    /// <exception cref="RuleException"><c>channel.last</c>: there would be none to choose.</exception>
    public async Task<Channel> RunAsync(long id, bool retire, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The stamp's row is the lock: two people could retire the last two at once.
        await db.RaiseStampAsync(ChangeStamp.Settings, cancel);
        var channel = await db.Channels.FindAsync([id], cancel) ?? throw new NotFoundException(nameof(Channel), id);
        if (retire && !await db.Channels.AnyAsync(each => each.Id != id && !each.IsRetired, cancel))
            throw new RuleException("channel.last");

        if (retire)
            channel.Retire();
        else
            channel.Restore();
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await inForce.ReloadAsync(cancel);
        return channel;
    }
}
