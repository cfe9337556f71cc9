using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.Facts;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.FieldCatalogue;

/// <summary>Adds a channel or changes its names and its grade.</summary>
internal sealed class EditChannel(JingkeDbContext db, CatalogueInForce inForce)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "required"), MaxLength(60, ErrorMessage = "too-long:60")]
        public string? NameHans { get; set; }

        [MaxLength(60, ErrorMessage = "too-long:60")]
        public string? NameHant { get; set; }

        [MaxLength(60, ErrorMessage = "too-long:60")]
        public string? NameEn { get; set; }

        [Required(ErrorMessage = "required"), Range(0, 100, ErrorMessage = "channel.grade-outside")]
        public int? Grade { get; set; }

        /// <summary>The version that was on the screen.</summary>
        public int Version { get; set; }
    }

    /// <summary>The channel and how the form shows it; an empty form without an identifier.</summary>
    /// <exception cref="NotFoundException">There is no such channel.</exception>
    public async Task<(Channel? Channel, Input Input)> LoadAsync(long? id, CancellationToken cancel)
    {
        if (id is null)
            return (null, new());
        var channel =
            await db.Channels.AsNoTracking().SingleOrDefaultAsync(channel => channel.Id == id, cancel)
            ?? throw new NotFoundException(nameof(Channel), id);
        return (
            channel,
            new()
            {
                NameHans = channel.NameHans,
                NameHant = channel.NameHant,
                NameEn = channel.NameEn,
                Grade = channel.Grade,
                Version = channel.Version,
            }
        );
    }

    /// <summary>Adds or changes the channel.</summary>
    /// <exception cref="NotFoundException">There is no such channel.</exception>
    /// <exception cref="RuleException"><c>channel.*</c></exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved first.</exception>
    public async Task RunAsync(long? id, Input input, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The stamp's row is the lock: two additions at once could take one key or one name.
        await db.RaiseStampAsync(ChangeStamp.Settings, cancel);
        var channels = await db.Channels.ToListAsync(cancel);
        var names = new LocalName(input.NameHans!.Trim(), input.NameHant?.Trim() ?? "", input.NameEn?.Trim() ?? "");
        if (channels.Exists(each => each.Id != id && each.NameHans == names.Hans))
            throw new RuleException("channel.name-taken", names.Hans);

        if (id is null)
        {
            var key = PinyinKey.Of(names.Hans, "channel", key => channels.Exists(each => each.Key == key));
            var added = new Channel(key, names, input.Grade!.Value);
            added.MoveTo(channels.Max(each => each.Position) + 1);
            db.Channels.Add(added);
        }
        else
        {
            var channel = channels.Find(each => each.Id == id) ?? throw new NotFoundException(nameof(Channel), id);
            db.Entry(channel).Property(each => each.Version).OriginalValue = input.Version;
            channel.Change(names, input.Grade!.Value, channel.IsRetired);
        }
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await inForce.ReloadAsync(cancel);
    }
}
