namespace Jingke.Analytics.Ledger;

/// <summary>The places of a ledger; index 0 is the unknown place, at most 65,536 in all. Immutable.</summary>
public sealed class PlaceDirectory
{
    private readonly Place[] places;

    /// <summary>Takes a list of places.</summary>
    /// <param name="places">Entry 0 is <see cref="Place.Unknown"/>.</param>
    /// <exception cref="ArgumentException">Entry 0 is not the unknown place, or there are more than 65,536.</exception>
    public PlaceDirectory(IReadOnlyList<Place> places)
    {
        if (places.Count is 0 or > ushort.MaxValue + 1 || places[0] != Place.Unknown)
            throw new ArgumentException($"{places.Count} places; 1 to 65,536 are needed, the first of them unknown.", nameof(places));

        this.places = [.. places];
    }

    /// <summary>A directory in which no place is known.</summary>
    public static PlaceDirectory Unknown { get; } = new([Place.Unknown]);

    /// <summary>Number of places, with the unknown one.</summary>
    public int Count => places.Length;

    /// <summary>The place of an index.</summary>
    public Place this[int index] => places[index];
}
