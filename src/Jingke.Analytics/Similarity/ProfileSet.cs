using System.Numerics;

namespace Jingke.Analytics.Similarity;

/// <summary>Rows on a <see cref="GowerScale"/>: two bytes for each attribute of each row. Immutable.</summary>
public sealed class ProfileSet
{
    internal ProfileSet(GowerScale scale, ushort[][] codes, ushort[] known)
    {
        (Scale, Codes, Known) = (scale, codes, known);
    }

    /// <summary>The scale.</summary>
    public GowerScale Scale { get; }

    /// <summary>Number of rows.</summary>
    public int Count => Known.Length;

    /// <summary>Code of each row, one array for each attribute.</summary>
    internal ushort[][] Codes { get; }

    /// <summary>Which attributes with a weight are known of each row, one bit for each.</summary>
    internal ushort[] Known { get; }

    /// <summary>The distance of a row to a row of another set.</summary>
    /// <exception cref="ArgumentException">The sets are not on the same scale.</exception>
    public GowerDistance DistanceTo(int row, ProfileSet other, int otherRow)
    {
        MustShareScale(other);
        return Distance(row, other, otherRow);
    }

    /// <summary>What each attribute has to do with the distance of two rows, the largest contribution to their likeness first.</summary>
    /// <exception cref="ArgumentException">The sets are not on the same scale.</exception>
    public IReadOnlyList<AttributeMatch> Compare(int row, ProfileSet other, int otherRow)
    {
        MustShareScale(other);
        var common = Known[row] & other.Known[otherRow];
        var total = Scale.WeightOf(common);
        var found = new List<AttributeMatch>();
        for (var attribute = 0; attribute < Codes.Length; attribute++)
        {
            var weight = Scale.Weights.Percents[attribute];
            if (weight == 0)
                continue;

            var isKnown = (common >> attribute & 1) != 0;
            double? difference = isKnown ? (double)Difference(attribute, row, other, otherRow) / Scale.FullDifference(attribute) : null;
            var contribution = isKnown ? weight * (1 - difference!.Value) / total : 0;
            found.Add(new AttributeMatch(attribute, Scale.Names[attribute], weight, difference, contribution));
        }

        return [.. found.OrderByDescending(match => match.Contribution)];
    }

    internal void MustShareScale(ProfileSet other)
    {
        if (!ReferenceEquals(Scale, other.Scale))
            throw new ArgumentException("The rows are not on the same scale.", nameof(other));
    }

    internal GowerDistance Distance(int row, ProfileSet other, int otherRow)
    {
        var common = Known[row] & other.Known[otherRow];
        var sum = 0;
        for (var left = common; left != 0; left &= left - 1)
            sum += Difference(BitOperations.TrailingZeroCount(left), row, other, otherRow);

        return new GowerDistance((ushort)sum, (byte)Scale.WeightOf(common));
    }

    private int Difference(int attribute, int row, ProfileSet other, int otherRow)
    {
        var (own, theirs) = (Codes[attribute][row], other.Codes[attribute][otherRow]);
        if (!Scale.IsCategory(attribute))
            return Math.Abs(own - theirs);

        return own == theirs ? 0 : Scale.FullDifference(attribute);
    }
}

/// <summary>A distance as the exact fraction it is, so that distances can be compared without rounding.</summary>
public readonly record struct GowerDistance : IComparable<GowerDistance>
{
    internal GowerDistance(ushort sum, byte weight)
    {
        (Sum, Weight) = (sum, weight);
    }

    /// <summary>Weighted differences in 600ths of a percent.</summary>
    internal ushort Sum { get; }

    /// <summary>Percents of weight whose attributes are known of both; 0 when nothing could be compared.</summary>
    internal byte Weight { get; }

    /// <summary>True when at least one attribute with a weight is known of both.</summary>
    public bool IsKnown => Weight > 0;

    /// <summary>0 (same in all that is known of both) to 1; NaN when nothing could be compared.</summary>
    public double Value => Weight == 0 ? double.NaN : (double)Sum / (GowerScale.Steps * Weight);

    /// <summary>Share of the weight whose attributes are known of both, 0 to 1: what the distance rests on.</summary>
    public double Coverage => Weight / 100.0;

    /// <summary>Nearer first; of equal distances the one that rests on more; what could not be compared last.</summary>
    public int CompareTo(GowerDistance other)
    {
        if (Weight == 0 || other.Weight == 0)
            return other.Weight.CompareTo(Weight);

        var byDistance = (Sum * other.Weight).CompareTo(other.Sum * Weight);
        return byDistance != 0 ? byDistance : other.Weight.CompareTo(Weight);
    }

    /// <summary>Nearer.</summary>
    public static bool operator <(GowerDistance left, GowerDistance right) => left.CompareTo(right) < 0;

    /// <summary>Farther.</summary>
    public static bool operator >(GowerDistance left, GowerDistance right) => left.CompareTo(right) > 0;

    /// <summary>Not farther.</summary>
    public static bool operator <=(GowerDistance left, GowerDistance right) => left.CompareTo(right) <= 0;

    /// <summary>Not nearer.</summary>
    public static bool operator >=(GowerDistance left, GowerDistance right) => left.CompareTo(right) >= 0;
}

/// <summary>The part of one attribute in the likeness of two rows.</summary>
/// <param name="Attribute">Index of the attribute.</param>
/// <param name="Name">Its name.</param>
/// <param name="Weight">Its weight, percent.</param>
/// <param name="Difference">0 (same) to 1; null when it is not known of both, and so left out.</param>
/// <param name="Contribution">Its part of the likeness 1 - distance; the contributions sum to that.</param>
public sealed record AttributeMatch(int Attribute, string Name, int Weight, double? Difference, double Contribution);
