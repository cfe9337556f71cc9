using Jingke.Domain.Reference;

namespace Jingke.Domain.Duplicates;

/// <summary>Regions at the beginning of a company's name, or in brackets within it.</summary>
internal static class RegionWords
{
    private const int Longest = 14;
    private static readonly Lazy<Dictionary<string, string[]>> Named = new(() => Words(leading: true));
    private static readonly Lazy<Dictionary<string, string[]>> Within = new(() => Words(leading: false));

    /// <summary>Codes of the region a text begins with, as exact as it says, and how long that is; no codes when there is none.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="atLeast">Letters that must stay behind it.</param>
    public static (string[] Codes, int Length) Leading(ReadOnlySpan<char> text, int atLeast)
    {
        string[] codes = [];
        var at = 0;
        while (Next(codes, text[at..], atLeast) is var (found, length) && length > 0)
            (codes, at) = (found, at + length);
        return (codes, at);
    }

    /// <summary>Whether one of the codes lies in one of the others, or the reverse.</summary>
    public static bool Touch(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        foreach (var one in left)
        foreach (var other in right)
            if (Contains(one, other) || Contains(other, one))
                return true;
        return false;
    }

    private static (string[] Codes, int Length) Next(string[] known, ReadOnlySpan<char> text, int atLeast)
    {
        var words = (known.Length == 0 ? Named : Within).Value.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(Longest, text.Length - atLeast); length >= 2; length--)
        {
            if (!words.TryGetValue(text[..length], out var codes))
                continue;
            if (known.Length == 0)
                return (codes, length);
            var inside = Array.FindAll(codes, code => Array.Exists(known, outer => outer != code && Contains(outer, code)));
            if (inside.Length > 0)
                return (inside, length);
            // 北京北京市, 上海上海: said twice.
            if (Array.Exists(codes, code => Array.Exists(known, outer => Contains(code, outer))))
                return (known, length);
        }
        return ([], 0);
    }

    private static bool Contains(string outer, string inner) =>
        outer == inner
        || outer.EndsWith("0000", StringComparison.Ordinal) && inner.AsSpan(0, 2).SequenceEqual(outer.AsSpan(0, 2))
        || outer.EndsWith("00", StringComparison.Ordinal) && inner.AsSpan(0, 4).SequenceEqual(outer.AsSpan(0, 4));

    // 海淀 alone may be anything; after 北京 it is the district. 义乌 and 昆山 are said without 市 everywhere.
    private static Dictionary<string, string[]> Words(bool leading)
    {
        var words = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var division in Divisions.All.Values)
        {
            Add(division.Name, division.Code);
            if (division.Level != DivisionLevel.County || division.Name[^1] == '市' || !leading)
                Add(division.ShortName, division.Code);
            if (division.Level != DivisionLevel.County || leading || division.Name.Length < 3)
                continue;
            if (division.Name.EndsWith("新区", StringComparison.Ordinal))
                Add(division.Name[..^2], division.Code);
            if (division.Name[^1] is '区' or '县')
                Add(division.Name[..^1], division.Code);
        }
        return words.ToDictionary(word => word.Key, word => word.Value.ToArray(), StringComparer.Ordinal);

        void Add(string word, string code)
        {
            if (word.Length < 2)
                return;
            if (!words.TryGetValue(word, out var codes))
                words.Add(word, codes = []);
            if (!codes.Contains(code))
                codes.Add(code);
        }
    }
}
