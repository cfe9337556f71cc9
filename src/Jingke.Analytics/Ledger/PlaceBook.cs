namespace Jingke.Analytics.Ledger;

/// <summary>
/// Gives places small numbers in order of appearance; the unknown place is 0. Not safe for several threads.
/// A ledger holds 65,536 places. When they are used up, a further place is folded to its city-less place (same country, zone and
/// province), which is always there because it gets its number together with the first of its cities.
/// </summary>
public sealed class PlaceBook
{
    private readonly Dictionary<Place, ushort> indexes = new() { [Place.Unknown] = 0 };
    private readonly List<Place> places = [Place.Unknown];
    private readonly int limit;

    /// <summary>Makes an empty book.</summary>
    public PlaceBook()
        : this(ushort.MaxValue + 1) { }

    internal PlaceBook(int limit) => this.limit = limit;

    /// <summary>Number of places, with the unknown one.</summary>
    public int Count => places.Count;

    /// <summary>How many calls of <see cref="IndexOf"/> were answered with the city-less place for want of room.</summary>
    public long Folded { get; private set; }

    /// <summary>The index of a place; one not seen before gets the next index, or that of its city-less place when the book is full.</summary>
    /// <exception cref="InvalidOperationException">There is no room for another province either.</exception>
    public ushort IndexOf(Place place)
    {
        if (indexes.TryGetValue(place, out var known))
            return known;

        var cityless = place.City.Length == 0 ? place : place with { City = "" };
        if (!indexes.TryGetValue(cityless, out var province))
            province = Add(cityless);

        if (place.City.Length == 0)
            return province;

        if (places.Count < limit)
            return Add(place);

        Folded++;
        return province;
    }

    /// <summary>The places by index.</summary>
    public PlaceDirectory ToDirectory() => new(places);

    private ushort Add(Place place)
    {
        if (places.Count >= limit)
            throw new InvalidOperationException($"There are more than {limit} provinces and zones; check the columns mapped to them.");

        var index = (ushort)places.Count;
        indexes.Add(place, index);
        places.Add(place);
        return index;
    }
}
