using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Web.Common;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Facts;

/// <summary>Reads what accounts are vetted on: what channels turned out to be worth, and what accounts like these show.</summary>
internal sealed class FactGround(CatalogueInForce catalogue, Clock clock)
{
    /// <summary>The ground as it is now.</summary>
    /// <param name="db">Any context; what is read is about all accounts, and names none.</param>
    /// <param name="cancel">Ends the reading.</param>
    public Task<VettingGround> ReadAsync(JingkeDbContext db, CancellationToken cancel) => ReadAsync(db, catalogue.Current, cancel);

    /// <summary>The ground as it is now, of a catalogue that a longer work keeps to.</summary>
    public async Task<VettingGround> ReadAsync(JingkeDbContext db, Catalogue fields, CancellationToken cancel)
    {
        var records = await db
            .Facts.IgnoreQueryFilters()
            .Where(fact => fact.Settlement != null)
            .GroupBy(fact => fact.ChannelId)
            .Select(facts => new
            {
                Channel = facts.Key,
                Held = facts.Count(fact => fact.Settlement == FactSettlement.Confirmed),
                Wrong = facts.Count(fact => fact.Settlement == FactSettlement.Wrong),
            })
            .ToDictionaryAsync(record => record.Channel, cancel);
        var worth = fields.Channels.ToDictionary(
            channel => channel.Id,
            channel =>
                records.TryGetValue(channel.Id, out var record)
                    ? Reliability.OfChannel(channel.Grade, record.Held, record.Wrong)
                    : channel.Grade
        );
        var peers = await db.PeerRanges.AsNoTracking().ToDictionaryAsync(range => (range.FieldId, range.Like), cancel);
        return new(
            id => fields.Field(id) ?? throw new InvalidOperationException($"The catalogue has no field {id}."),
            clock.Today,
            channel => worth.GetValueOrDefault(channel),
            (field, like) => Find(field, like) ?? Find(field, WholeKind(like))
        );

        PeerRange? Find(long field, string like) =>
            peers.TryGetValue((field, like), out var range) && range.Count >= PeerRange.Fewest ? range : null;
    }

    /// <summary>Which accounts one is compared with: its kind and size class.</summary>
    public static string LikeOf(AccountKind kind, string? size) => $"{kind}|{size}";

    private static string WholeKind(string like) => like[..(like.IndexOf('|') + 1)];
}
