namespace Jingke.Domain.Duplicates;

/// <summary>One wrong, missing, extra or transposed character between two texts.</summary>
internal static class OneEdit
{
    /// <summary>What differs when the texts are exactly one edit apart; null when they are equal or further apart.</summary>
    /// <returns>The differing parts: one character each for a wrong one, one and none for a missing one, two each for a swap.</returns>
    public static (string Left, string Right)? Between(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 1)
            return null;
        var shorter = Math.Min(left.Length, right.Length);
        var start = 0;
        while (start < shorter && left[start] == right[start])
            start++;
        var end = 0;
        while (end < shorter - start && left[left.Length - 1 - end] == right[right.Length - 1 - end])
            end++;
        var (one, other) = (left[start..(left.Length - end)], right[start..(right.Length - end)]);
        return (one.Length, other.Length) switch
        {
            (1, 1) or (1, 0) or (0, 1) => (one, other),
            (2, 2) when one[0] == other[1] && one[1] == other[0] => (one, other),
            _ => null,
        };
    }
}
