using System.Globalization;
using System.Text;

namespace Jingke.Web.Data.Search;

/// <summary>
/// Terms of the index: pairs of neighbouring characters, because two characters are the normal query in Chinese and indexes
/// on three cannot serve it. A letter in front says what a term comes from.
/// </summary>
internal static class SearchTerms
{
    /// <summary>Pairs of names, codes, numbers and initials.</summary>
    public const char Word = 'w';

    /// <summary>Pairs of pinyin in full.</summary>
    public const char Pinyin = 'p';

    /// <summary>First characters, for queries of one character.</summary>
    public const char Head = 'h';

    /// <summary>Stands between two texts, so that no pair of pairs reaches from one into the other.</summary>
    public const string Between = "z";

    /// <summary>The terms of a folded text, in order; none for a text of one character.</summary>
    public static IEnumerable<string> PairsOf(char kind, string folded)
    {
        Rune? before = null;
        foreach (var rune in folded.EnumerateRunes())
        {
            if (before is { } first)
                yield return kind + Written(first) + Written(rune);
            before = rune;
        }
    }

    /// <summary>The term of a folded text's first character.</summary>
    public static string HeadOf(string folded) => Head + Written(Rune.GetRuneAt(folded, 0));

    // SQLite's tokenizer only knows letters of Unicode 6.1; characters added later are written by number.
    private static string Written(Rune rune) =>
        rune.Value is > 0xFFFF or >= 0x9FCD and <= 0x9FFF
            ? string.Create(CultureInfo.InvariantCulture, $"x{rune.Value:x}x")
            : rune.ToString();
}
