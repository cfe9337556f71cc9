using System.Numerics;

namespace Jingke.Analytics.Similarity;

/// <summary>
/// Key accounts laid out for the search: equal profiles are one; profiles that know the same attributes form a section, so that within it
/// nothing is missing; a section is cut, always across its widest attribute, into tiles that the processor compares with a prospect at
/// once, each with the least and largest code of every attribute and the categories it has.
/// </summary>
internal sealed class ProfileTiles
{
    /// <summary>Above so many entries a table of categories by tile would cost more than it saves.</summary>
    private const int MostBounds = 1 << 23;

    private readonly ProfileSet rows;
    private readonly int[] firstRow;
    private readonly ushort[]?[] unknownCategories;
    private readonly List<(int From, int To)> tiles = [];

    public ProfileTiles(ProfileSet rows)
    {
        this.rows = rows;
        Rows = [.. Enumerable.Range(0, rows.Count)];
        Array.Sort(Rows, ByProfile);
        RowStarts = FindProfiles();
        firstRow = [.. RowStarts.AsSpan(0, ProfileCount).ToArray().Select(start => Rows[start])];
        int[] order = [.. Enumerable.Range(0, ProfileCount)];
        var sections = new List<Section>();
        for (int from = 0, to; from < ProfileCount; from = to)
        {
            var known = rows.Known[firstRow[from]];
            for (to = from + 1; to < ProfileCount && rows.Known[firstRow[to]] == known; ) // sorted by what is known first
                to++;

            var firstTile = tiles.Count;
            Cut(order, from, to);
            sections.Add(new Section(known, firstTile, tiles.Count - firstTile));
        }

        Sections = [.. sections.OrderByDescending(section => section.TileCount)];
        ProfileOfSlot = Slots(order);
        (Codes, Low, High) = (new ushort[Attributes][], new ushort[Attributes][], new ushort[Attributes][]);
        unknownCategories = new ushort[]?[Attributes];
        CategoryBounds = new Dictionary<ushort, ushort[]>?[Attributes];
        for (var attribute = 0; attribute < Attributes; attribute++)
            LayOut(attribute, order);
    }

    /// <summary>Profiles of a tile: as many as the processor compares at once.</summary>
    public static int Width => Vector<ushort>.Count;

    public GowerScale Scale => rows.Scale;

    public int TileCount => tiles.Count;

    /// <summary>Number of distinct profiles.</summary>
    public int ProfileCount => RowStarts.Length - 1;

    /// <summary>Rows by profile, ascending within each; those of profile p begin at RowStarts[p].</summary>
    public int[] Rows { get; }

    public int[] RowStarts { get; }

    public Section[] Sections { get; }

    /// <summary>Codes of each attribute by slot, tile after tile; a slot without a profile repeats the one before it.</summary>
    public ushort[][] Codes { get; }

    /// <summary>Profile of each slot, -1 where there is none.</summary>
    public int[] ProfileOfSlot { get; }

    /// <summary>Least code of each attribute by tile, with room for a vector at the end.</summary>
    public ushort[][] Low { get; }

    /// <summary>Largest code of each attribute by tile.</summary>
    public ushort[][] High { get; }

    /// <summary>For a category that key accounts have: what it differs by from each tile at least. Null: no bound.</summary>
    public Dictionary<ushort, ushort[]>?[] CategoryBounds { get; }

    /// <summary>What a category that no key account has differs by from each tile.</summary>
    public ushort[] UnknownCategory(int attribute) => unknownCategories[attribute] ??= BoundsOf(attribute, []);

    private int Attributes => rows.Codes.Length;

    /// <summary>Length of arrays by tile: a vector may begin at the last tile.</summary>
    public int PaddedTiles => tiles.Count + Vector<ushort>.Count;

    private int ByProfile(int left, int right)
    {
        var byKnown = rows.Known[left].CompareTo(rows.Known[right]);
        if (byKnown != 0)
            return byKnown;

        foreach (var attribute in Weighted(rows.Known[left]))
        {
            var byCode = rows.Codes[attribute][left].CompareTo(rows.Codes[attribute][right]);
            if (byCode != 0)
                return byCode;
        }

        return left.CompareTo(right);
    }

    private bool SameProfile(int left, int right) =>
        rows.Known[left] == rows.Known[right]
        && Weighted(rows.Known[left]).All(attribute => rows.Codes[attribute][left] == rows.Codes[attribute][right]);

    private static IEnumerable<int> Weighted(int known)
    {
        for (; known != 0; known &= known - 1)
            yield return BitOperations.TrailingZeroCount(known);
    }

    private int[] FindProfiles()
    {
        var starts = new List<int>();
        for (var i = 0; i < Rows.Length; i++)
        {
            if (i == 0 || !SameProfile(Rows[i - 1], Rows[i]))
                starts.Add(i);
        }

        return [.. starts, Rows.Length];
    }

    private void Cut(int[] order, int from, int to)
    {
        if (to - from <= Width)
        {
            tiles.Add((from, to));
            return;
        }

        var codes = rows.Codes[Widest(order.AsSpan(from, to - from))];
        Array.Sort(
            order,
            from,
            to - from,
            Comparer<int>.Create(
                (left, right) =>
                    codes[firstRow[left]].CompareTo(codes[firstRow[right]]) is var byCode and not 0 ? byCode : left.CompareTo(right)
            )
        );
        var middle = from + (((to - from) / 2 + Width - 1) / Width * Width);
        Cut(order, from, middle);
        Cut(order, middle, to);
    }

    private int Widest(ReadOnlySpan<int> profiles)
    {
        var (widest, most) = (0, -1);
        foreach (var attribute in Weighted(rows.Known[firstRow[profiles[0]]]))
        {
            var (codes, low, high) = (rows.Codes[attribute], ushort.MaxValue, ushort.MinValue);
            foreach (var profile in profiles)
                (low, high) = (Math.Min(low, codes[firstRow[profile]]), Math.Max(high, codes[firstRow[profile]]));

            var width =
                !Scale.IsCategory(attribute) ? high - low
                : high > low ? Scale.FullDifference(attribute)
                : 0;
            if (width > most)
                (widest, most) = (attribute, width);
        }

        return widest;
    }

    private int[] Slots(int[] order)
    {
        var slots = new int[tiles.Count * Width];
        slots.AsSpan().Fill(-1);
        for (var tile = 0; tile < tiles.Count; tile++)
            order.AsSpan(tiles[tile].From, tiles[tile].To - tiles[tile].From).CopyTo(slots.AsSpan(tile * Width));

        return slots;
    }

    private void LayOut(int attribute, int[] order)
    {
        var (codes, low, high) = (new ushort[tiles.Count * Width], new ushort[PaddedTiles], new ushort[PaddedTiles]);
        var tilesOf = new Dictionary<ushort, List<int>>();
        for (var tile = 0; tile < tiles.Count; tile++)
        {
            var (from, to) = tiles[tile];
            low[tile] = ushort.MaxValue;
            for (var i = 0; i < Width; i++)
            {
                var code = rows.Codes[attribute][firstRow[order[Math.Min(from + i, to - 1)]]];
                codes[(tile * Width) + i] = code;
                (low[tile], high[tile]) = (Math.Min(low[tile], code), Math.Max(high[tile], code));
                if (!Scale.IsCategory(attribute))
                    continue;

                if (!tilesOf.TryGetValue(code, out var having))
                    tilesOf[code] = having = [];
                if (having.Count == 0 || having[^1] != tile)
                    having.Add(tile);
            }
        }

        (Codes[attribute], Low[attribute], High[attribute]) = (codes, low, high);
        if (Scale.IsCategory(attribute) && (long)tilesOf.Count * PaddedTiles <= MostBounds)
            CategoryBounds[attribute] = tilesOf.ToDictionary(pair => pair.Key, pair => BoundsOf(attribute, pair.Value));
    }

    private ushort[] BoundsOf(int attribute, List<int> having)
    {
        var bounds = new ushort[PaddedTiles];
        bounds.AsSpan().Fill(Scale.FullDifference(attribute));
        foreach (var tile in having)
            bounds[tile] = 0;

        return bounds;
    }
}

/// <summary>Tiles of profiles that know the same attributes.</summary>
internal readonly record struct Section(ushort Known, int FirstTile, int TileCount);
