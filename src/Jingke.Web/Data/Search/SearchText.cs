using System.Globalization;
using System.Text;

namespace Jingke.Web.Data.Search;

/// <summary>Text as the search compares it, and what people type for it.</summary>
internal static class SearchText
{
    private const int MostVariants = 16;
    private const int LongestOrder = 60;

    /// <summary>
    /// Letters and digits only; lower case, half width, without accents, traditional as simplified:
    /// 'ＡＢＣ（上海）有限公司' and 'abc 上海 有限公司' are the same.
    /// </summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";

        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune))
                folded.Append(HanCharacters.Simplified(Rune.ToLowerInvariant(rune)).ToString());
        // Taking text apart also takes apart letters that belong together, such as Korean syllables.
        return folded.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>
    /// What one types for a name: its pinyin in full and its initials, in all readings of its characters (重庆: zhongqing, chongqing; zq, cq).
    /// Both empty for a name without Chinese characters.
    /// </summary>
    /// <param name="folded">A name as <see cref="Fold"/> gives it.</param>
    public static (IReadOnlyList<string> Full, IReadOnlyList<string> Initials) Pinyin(string folded)
    {
        var syllables = new List<IReadOnlyList<string>>(folded.Length);
        var chinese = false;
        foreach (var rune in folded.EnumerateRunes())
        {
            var readings = HanCharacters.Readings(rune);
            chinese |= readings.Count > 0;
            syllables.Add(readings.Count > 0 ? readings : [rune.ToString()]);
        }
        if (!chinese)
            return ([], []);

        var full = Variants(syllables).Distinct().ToList();
        var initials = Variants([.. syllables.Select(readings => (IReadOnlyList<string>)[.. readings.Select(First).Distinct()])]);
        return (full, [.. initials.Distinct()]);
    }

    /// <summary>A key that orders names as a dictionary does: Chinese by pinyin, a syllable for a syllable, at most 60 characters.</summary>
    public static string OrderOf(string name)
    {
        var key = new StringBuilder(64);
        foreach (var rune in Fold(name).EnumerateRunes())
        {
            var readings = HanCharacters.Readings(rune);
            // The character itself keeps 王 and 汪 apart; the blank keeps 'xi an' before 'xian'.
            if (readings.Count > 0)
                key.Append(readings[0]).Append(' ').Append(rune.ToString());
            else
                key.Append(rune.ToString());
            if (key.Length >= LongestOrder)
                break;
        }
        var length = Math.Min(key.Length, LongestOrder);
        return key.ToString(0, length > 0 && char.IsHighSurrogate(key[length - 1]) ? length - 1 : length);
    }

    // All combinations while they are few. A long name with many such characters gets each reading once: people type one right part of it.
    private static IEnumerable<string> Variants(IReadOnlyList<IReadOnlyList<string>> syllables)
    {
        var combinations = 1L;
        foreach (var readings in syllables)
            combinations = Math.Min(combinations * readings.Count, MostVariants + 1);
        if (combinations > MostVariants)
            return Enumerable.Range(0, syllables.Max(readings => readings.Count)).Select(nth => Nth(syllables, nth));

        IEnumerable<string> variants = [""];
        foreach (var readings in syllables)
            variants = variants.SelectMany(begun => readings.Select(reading => begun + reading)).ToList();
        return variants;
    }

    private static string Nth(IReadOnlyList<IReadOnlyList<string>> syllables, int nth) =>
        string.Concat(syllables.Select(readings => readings[Math.Min(nth, readings.Count - 1)]));

    private static string First(string reading) => StringInfo.GetNextTextElement(reading);
}
