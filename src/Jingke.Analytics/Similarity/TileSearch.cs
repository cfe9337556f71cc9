using System.Numerics;
using System.Runtime.InteropServices;

namespace Jingke.Analytics.Similarity;

/// <summary>
/// Finds the nearest key accounts of one prospect after another; one per thread. In each section the tile that could be nearest is looked
/// at first; after that a tile is skipped when even its bound is farther than the worst of the best found. Nothing is approximate: a
/// bound only says what a tile cannot be, and equal distances are settled by coverage and row.
/// </summary>
internal sealed class TileSearch(ProfileTiles tiles, int wanted, int minimumWeight)
{
    private readonly GowerScale scale = tiles.Scale;
    private readonly ushort[] bounds = new ushort[tiles.PaddedTiles];
    private readonly ushort[] sums = new ushort[ProfileTiles.Width];
    private readonly (GowerDistance Distance, int Profile)[] best = new (GowerDistance, int)[wanted];
    private readonly Vector<ushort>[] own = new Vector<ushort>[tiles.Scale.Count];
    private readonly Vector<ushort>[] full =
    [
        .. Enumerable.Range(0, tiles.Scale.Count).Select(i => new Vector<ushort>(tiles.Scale.FullDifference(i))),
    ];
    private readonly ushort[]?[] ofCategory = new ushort[]?[tiles.Scale.Count];
    private readonly int categories = Enumerable.Range(0, tiles.Scale.Count).Where(tiles.Scale.IsCategory).Sum(i => 1 << i);
    private readonly List<int> run = [];
    private int found;

    /// <summary>The rows of the nearest key accounts of a prospect, nearest first, with their distances; as many as there are, at most as many as wanted.</summary>
    public int Find(ProfileSet prospects, int row, Span<int> nearest, Span<GowerDistance> distances)
    {
        found = 0;
        Begin(prospects, row);
        foreach (var section in tiles.Sections)
        {
            var common = section.Known & prospects.Known[row];
            var weight = (byte)scale.WeightOf(common);
            if (weight > 0 && weight >= minimumWeight)
                Search(section, common, weight);
        }

        return Spread(nearest, distances);
    }

    private void Begin(ProfileSet prospects, int row)
    {
        for (var attribute = 0; attribute < own.Length; attribute++)
        {
            var code = prospects.Codes[attribute][row];
            own[attribute] = new Vector<ushort>(code);
            if (tiles.CategoryBounds[attribute] is { } byCode)
                ofCategory[attribute] = byCode.TryGetValue(code, out var known) ? known : tiles.UnknownCategory(attribute);
        }
    }

    private void Search(Section section, int common, byte weight)
    {
        BoundTiles(section, common);
        var (end, likely) = (section.FirstTile + section.TileCount, section.FirstTile);
        for (var tile = section.FirstTile; tile < end; tile++)
            likely = bounds[tile] < bounds[likely] ? tile : likely;

        var limit = LimitOf(weight);
        if (bounds[likely] > limit)
            return;

        limit = Scan(likely, common, weight, limit);
        for (var tile = section.FirstTile; tile < end; tile++)
        {
            if (bounds[tile] <= limit && tile != likely)
                limit = Scan(tile, common, weight, limit);
        }
    }

    /// <summary>What each tile of a section differs by at least.</summary>
    private void BoundTiles(Section section, int common)
    {
        for (var tile = section.FirstTile; tile < section.FirstTile + section.TileCount; tile += Vector<ushort>.Count)
        {
            var sum = Vector<ushort>.Zero;
            for (var left = common & ~categories; left != 0; left &= left - 1)
            {
                var attribute = BitOperations.TrailingZeroCount(left);
                var mine = own[attribute];
                sum += Vector.Max(Load(tiles.Low[attribute], tile), mine) - Vector.Min(Load(tiles.High[attribute], tile), mine); // 0 within
            }

            for (var left = common & categories; left != 0; left &= left - 1)
            {
                if (ofCategory[BitOperations.TrailingZeroCount(left)] is { } differences)
                    sum += Load(differences, tile);
            }

            sum.CopyTo(bounds, tile);
        }
    }

    /// <summary>The largest numerator over this weight that is not farther than the worst of the best found.</summary>
    private int LimitOf(byte weight)
    {
        if (found < wanted)
            return ushort.MaxValue;

        var worst = best[found - 1].Distance;
        return worst.Sum * weight / worst.Weight;
    }

    /// <summary>Compares the prospect with every profile of a tile; the limit after that.</summary>
    private int Scan(int tile, int common, byte weight, int limit)
    {
        var slot = tile * ProfileTiles.Width;
        var sum = Vector<ushort>.Zero;
        for (var left = common & ~categories; left != 0; left &= left - 1)
        {
            var attribute = BitOperations.TrailingZeroCount(left);
            var codes = Load(tiles.Codes[attribute], slot);
            sum += Vector.Max(codes, own[attribute]) - Vector.Min(codes, own[attribute]);
        }

        for (var left = common & categories; left != 0; left &= left - 1)
        {
            var attribute = BitOperations.TrailingZeroCount(left);
            sum += Unequal(Load(tiles.Codes[attribute], slot), own[attribute]) * full[attribute];
        }

        sum.CopyTo(sums);
        for (var i = 0; i < sums.Length; i++)
        {
            if (sums[i] > limit || tiles.ProfileOfSlot[slot + i] is not (var profile and >= 0))
                continue;

            Offer(new GowerDistance(sums[i], weight), profile);
            limit = LimitOf(weight);
        }

        return limit;
    }

    /// <summary>
    /// 1 where two codes differ, else 0. By arithmetic, not by a comparison of unsigned 16-bit vectors: with that, on .NET 10.0 and a
    /// processor with AVX-512, the search now and then missed neighbours once the code was optimised by profile, and never otherwise.
    /// </summary>
    private static Vector<ushort> Unequal(Vector<ushort> left, Vector<ushort> right) =>
        Vector.Min(Vector.Max(left, right) - Vector.Min(left, right), Vector<ushort>.One);

    private void Offer(GowerDistance distance, int profile)
    {
        var place = found;
        while (place > 0 && IsBefore(distance, profile, best[place - 1]))
            place--;

        if (place == wanted)
            return;

        found = Math.Min(found + 1, wanted);
        for (var i = found - 1; i > place; i--)
            best[i] = best[i - 1];

        best[place] = (distance, profile);
    }

    private bool IsBefore(GowerDistance distance, int profile, (GowerDistance Distance, int Profile) other)
    {
        var byDistance = distance.CompareTo(other.Distance);
        return byDistance < 0 || (byDistance == 0 && FirstRow(profile) < FirstRow(other.Profile));
    }

    private int FirstRow(int profile) => tiles.Rows[tiles.RowStarts[profile]];

    /// <summary>The rows of the best profiles. Profiles of equal distance mix their rows; the best profiles hold all the best rows.</summary>
    private int Spread(Span<int> nearest, Span<GowerDistance> distances)
    {
        var filled = 0;
        for (int from = 0, to; from < found && filled < wanted; from = to)
        {
            run.Clear();
            for (to = from; to < found && best[to].Distance == best[from].Distance; to++)
            {
                var (start, end) = (tiles.RowStarts[best[to].Profile], tiles.RowStarts[best[to].Profile + 1]);
                run.AddRange(tiles.Rows.AsSpan(start, Math.Min(end - start, wanted)));
            }

            run.Sort();
            for (var i = 0; i < run.Count && filled < wanted; i++)
                (nearest[filled], distances[filled++]) = (run[i], best[from].Distance);
        }

        return filled;
    }

    private static Vector<ushort> Load(ushort[] from, int index) =>
        Vector.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), (nuint)index);
}
