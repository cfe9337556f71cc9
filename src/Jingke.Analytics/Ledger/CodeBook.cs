using System.Diagnostics.CodeAnalysis;

namespace Jingke.Analytics.Ledger;

/// <summary>Gives texts small numbers in order of appearance; the empty text is 0, "not known". Not safe for several threads.</summary>
public sealed class CodeBook
{
    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);
    private readonly List<string> texts = [""];

    /// <summary>Number of codes, with code 0.</summary>
    public int Count => texts.Count;

    /// <summary>The text of a code.</summary>
    public string this[int code] => texts[code];

    /// <summary>The code of a text; a text not seen before gets the next one. Null and empty give 0.</summary>
    public int CodeOf(string? text) => CodeOf(text.AsSpan());

    /// <summary>The code of a text; a text not seen before gets the next one. Empty gives 0.</summary>
    public int CodeOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return 0;

        var lookup = codes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var known))
            return known;

        var added = text.ToString();
        codes.Add(added, texts.Count);
        texts.Add(added);
        return texts.Count - 1;
    }

    /// <summary>The texts by code.</summary>
    [SuppressMessage("Design", "CA1024", Justification = "Copies.")]
    public string[] ToArray() => [.. texts];
}
