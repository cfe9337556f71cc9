using System.Collections.Frozen;
using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;

namespace Jingke.Web.Data.Facts;

/// <summary>
/// The catalogue of fields and the channels at one moment. It never changes; whoever works through a request or a job with one keeps to
/// it. What is retired is found by key and identifier, since facts of it remain, and is left out where something is to be asked for.
/// Never change its fields and channels: they are shared by all requests.
/// </summary>
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, FieldDefinition> byKey;
    private readonly FrozenDictionary<long, FieldDefinition> byId;
    private readonly FrozenDictionary<string, Channel> channelsByKey;
    private readonly FrozenDictionary<long, Channel> channelsById;
    private readonly FrozenDictionary<string, FieldDefinition> byColumn;
    private readonly IReadOnlyList<FieldDefinition> ofCompanies;
    private readonly IReadOnlyList<FieldDefinition> ofHouseholds;

    /// <summary>A catalogue of the given fields and channels.</summary>
    public Catalogue(IEnumerable<FieldDefinition> fields, IEnumerable<Channel> channels)
    {
        Fields = [.. fields.OrderBy(field => field.Section).ThenBy(field => field.Position).ThenBy(field => field.Id)];
        Channels = [.. channels.OrderBy(channel => channel.Position).ThenBy(channel => channel.Id)];
        byKey = Fields.ToFrozenDictionary(field => field.Key, StringComparer.Ordinal);
        byId = Fields.ToFrozenDictionary(field => field.Id);
        byColumn = Fields
            .Where(field => field.Column is not null)
            .DistinctBy(field => field.Column)
            .ToFrozenDictionary(field => field.Column!, StringComparer.Ordinal);
        channelsByKey = Channels.ToFrozenDictionary(channel => channel.Key, StringComparer.Ordinal);
        channelsById = Channels.ToFrozenDictionary(channel => channel.Id);

        InUse = [.. Fields.Where(field => !field.IsRetired)];
        ofCompanies = [.. InUse.Where(field => field.IsAbout(AccountKind.Company))];
        ofHouseholds = [.. InUse.Where(field => field.IsAbout(AccountKind.Household))];
        OfContacts = [.. InUse.Where(field => field.Subject == FieldSubject.Contact)];
        ChannelsInUse = [.. Channels.Where(channel => !channel.IsRetired)];
    }

    /// <summary>A catalogue without anything.</summary>
    public static Catalogue Empty { get; } = new([], []);

    /// <summary>Key of the channel that is taken when nobody says another.</summary>
    public const string DefaultChannelKey = "own-visit";

    /// <summary>All fields, also those out of use, in the order of the card.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; }

    /// <summary>The fields that are asked for, in the order of the card.</summary>
    public IReadOnlyList<FieldDefinition> InUse { get; }

    /// <summary>The fields of contacts that are asked for.</summary>
    public IReadOnlyList<FieldDefinition> OfContacts { get; }

    /// <summary>All channels, also those out of use, in their order.</summary>
    public IReadOnlyList<Channel> Channels { get; }

    /// <summary>The channels that can be chosen.</summary>
    public IReadOnlyList<Channel> ChannelsInUse { get; }

    /// <summary>The fields of accounts of a kind that are asked for, in the order of the card.</summary>
    public IReadOnlyList<FieldDefinition> OfAccounts(AccountKind kind) => kind == AccountKind.Household ? ofHouseholds : ofCompanies;

    /// <summary>The field with this key, or null.</summary>
    public FieldDefinition? Field(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The field with this identifier, or null.</summary>
    public FieldDefinition? Field(long id) => byId.GetValueOrDefault(id);

    /// <summary>The field that a column of <see cref="Account"/> repeats, or null. <c>Region</c> stands for province, city and text.</summary>
    public FieldDefinition? RepeatedIn(string column) => byColumn.GetValueOrDefault(column);

    /// <summary>The channel with this key, or null.</summary>
    public Channel? Channel(string key) => channelsByKey.GetValueOrDefault(key);

    /// <summary>The channel with this identifier, or null.</summary>
    public Channel? Channel(long id) => channelsById.GetValueOrDefault(id);

    /// <summary>The channel that is taken when nobody says another: the own visit, or the first in use where that is retired.</summary>
    /// <exception cref="InvalidOperationException">There is no channel at all: nothing was loaded yet.</exception>
    public Channel DefaultChannel =>
        Channel(DefaultChannelKey) is { IsRetired: false } visit ? visit
        : ChannelsInUse.Count > 0 ? ChannelsInUse[0]
        : Channels.Count > 0 ? Channels[0]
        : throw new InvalidOperationException("The catalogue was not loaded.");
}
