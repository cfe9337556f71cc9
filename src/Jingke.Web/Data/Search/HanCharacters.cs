using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Icu;

namespace Jingke.Web.Data.Search;

/// <summary>What ICU knows of single Chinese characters: the simplified form and the readings, without tones. Asked once for each character.</summary>
internal static class HanCharacters
{
    private static readonly Lock Turn = new();
    private static readonly ConcurrentDictionary<Rune, Known> Table = new();
    private static readonly Lazy<(Transliterator Latin, Transliterator Simplified)> Icu = new(() =>
    {
        Wrapper.Init();
        return (Transliterator.CreateInstance("Han-Latin"), Transliterator.CreateInstance("Traditional-Simplified"));
    });

    /// <summary>The simplified form of a character; the character itself where there is none.</summary>
    public static Rune Simplified(Rune character) => IsHan(character) ? Of(character).Simplified : character;

    /// <summary>Readings of a character, the usual one first: 重 is zhong, chong; 绿 is lu, lv. Empty for what is not Chinese.</summary>
    public static IReadOnlyList<string> Readings(Rune character) => IsHan(character) ? Of(character).Readings : [];

    /// <summary>Whether the rune is a Chinese character, those beyond the first plane included.</summary>
    public static bool IsHan(Rune rune) =>
        rune.Value is >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x323AF;

    private static Known Of(Rune character) => Table.GetOrAdd(character, Ask);

    private static Known Ask(Rune character)
    {
        string latin,
            simplified;
        // A transliterator is not safe for use by several threads at once.
        lock (Turn)
        {
            simplified = Icu.Value.Simplified.Transliterate(character.ToString());
            latin = Icu.Value.Latin.Transliterate(simplified);
        }
        var form =
            Rune.DecodeFromUtf16(simplified, out var rune, out var used) == OperationStatus.Done && used == simplified.Length
                ? rune
                : character;
        var readings = new List<string>();
        if (Toneless(latin) is { } usual)
        {
            readings.Add(usual);
            // ü is typed as v; most other people type u.
            if (latin.Normalize(NormalizationForm.FormD).Contains('\u0308'))
                readings.Add(usual.Replace('u', 'v'));
        }
        foreach (var other in OtherReadings.Of(form))
            if (!readings.Contains(other))
                readings.Add(other);
        return new(form, readings);
    }

    private static string? Toneless(string latin)
    {
        var letters = new StringBuilder(latin.Length);
        foreach (var letter in latin.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetter(letter))
                letters.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                return null; // ICU does not know the character and gave it back.
        }
        return letters.Length == 0 ? null : letters.ToString();
    }

    private sealed record Known(Rune Simplified, IReadOnlyList<string> Readings);
}
