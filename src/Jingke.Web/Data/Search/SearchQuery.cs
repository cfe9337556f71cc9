using System.Text;

namespace Jingke.Web.Data.Search;

/// <summary>What someone typed into a search field: words that must all be found, in any order.</summary>
internal sealed class SearchQuery
{
    private const int MostWords = 8;
    private const int LongestWord = 60;

    private SearchQuery(string text, IReadOnlyList<string> words) => (Text, Words) = (text, words);

    /// <summary>What was typed.</summary>
    public string Text { get; }

    /// <summary>The words as <see cref="SearchText.Fold"/> gives them, none empty.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Whether nothing was typed that could be found.</summary>
    public bool IsEmpty => Words.Count == 0;

    /// <summary>Reads what was typed. Blanks separate words, and so does the change between Chinese and other letters ('深圳hw').</summary>
    public static SearchQuery Parse(string? text)
    {
        var words = new List<string>();
        foreach (var part in (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
            if (SearchText.Fold(part) is { Length: > 0 } folded)
                words.AddRange(Parts(folded.Length > LongestWord ? folded[..LongestWord] : folded));
        return new(text?.Trim() ?? "", [.. words.Distinct().Take(MostWords)]);
    }

    /// <summary>Whether a word may be pinyin in full. Two letters are initials: as pinyin they would be in nearly every name.</summary>
    public static bool MayBePinyin(string word) => word.Length >= 3 && word.All(char.IsAsciiLetterLower);

    /// <summary>Whether a word is one character, which is only looked for at the beginning.</summary>
    public static bool IsHead(string word) => Rune.GetRuneAt(word, 0).Utf16SequenceLength == word.Length;

    private static List<string> Parts(string folded)
    {
        var parts = new List<string>();
        var start = 0;
        for (var at = 1; at < folded.Length; at++)
        {
            if (char.IsLowSurrogate(folded[at]) || char.IsAscii(folded[at]) == char.IsAscii(folded[at - 1]))
                continue;
            parts.Add(folded[start..at]);
            start = at;
        }
        parts.Add(folded[start..]);
        // A single letter beside Chinese belongs to it: 'A股', '3楼'.
        return parts.TrueForAll(part => part.Length > 1) ? parts : [folded];
    }
}
