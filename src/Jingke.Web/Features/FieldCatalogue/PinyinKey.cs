using System.Text;
using Jingke.Domain.Facts;
using Jingke.Web.Data.Search;

namespace Jingke.Web.Features.FieldCatalogue;

/// <summary>Keys for what people name in Chinese: 供电电压 is gong-dian-dian-ya, "Fax no." is fax-no.</summary>
internal static class PinyinKey
{
    // Leaves room for a number that makes the key unique.
    private const int Longest = FieldDefinition.MaximumKeyLength - 4;

    /// <summary>A key for a name that nobody has yet.</summary>
    /// <param name="name">The name.</param>
    /// <param name="otherwise">The key of a name without a letter or digit.</param>
    /// <param name="isTaken">Whether a key is in use.</param>
    public static string Of(string name, string otherwise, Predicate<string> isTaken)
    {
        var words = Words(name);
        var key = words.Length == 0 ? otherwise : words;
        if (!isTaken(key))
            return key;

        var number = 2;
        while (isTaken($"{key}-{number}"))
            number++;
        return $"{key}-{number}";
    }

    private static string Words(string name)
    {
        var key = new StringBuilder();
        var begins = true;
        foreach (var rune in name.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            var readings = HanCharacters.Readings(rune);
            var word =
                readings.Count > 0 ? readings[0]
                : IsPlain(rune) ? Rune.ToLowerInvariant(rune).ToString()
                : "";
            begins |= readings.Count > 0;
            if (word.Length > 0)
            {
                if (key.Length + 1 + word.Length > Longest)
                    break;
                if (begins && key.Length > 0)
                    key.Append('-');
                key.Append(word);
            }
            begins = readings.Count > 0 || word.Length == 0;
        }
        return key.ToString();
    }

    private static bool IsPlain(Rune rune) => rune.IsAscii && Rune.IsLetterOrDigit(rune);
}
