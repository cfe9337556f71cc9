using System.Globalization;
using System.Text;

namespace Jingke.Domain.Duplicates;

/// <summary>Writes a name in one way, whatever the width, case, brackets and characters it was typed in.</summary>
internal static class FoldedName
{
    private const string Open = "(（[［【〔〖〘「『《〈<＜{｛﹝﹙";
    private const string Close = ")）]］】〕〗〙」』》〉>＞}｝﹞﹚";

    /// <summary>
    /// Lower case, half width, simplified, without accents; brackets of every kind as ( and ), all other signs as one blank between
    /// letters of the Latin kind and as nothing beside Chinese characters.
    /// </summary>
    /// <param name="name">The name as it was typed.</param>
    /// <param name="simplified">Gives the simplified form of a character; what is simple already comes back.</param>
    public static string Of(string name, Func<Rune, Rune> simplified)
    {
        var folded = new StringBuilder(name.Length);
        var blank = false;
        foreach (var rune in name.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
                continue;
            if (rune.IsBmp && Bracket((char)rune.Value) is var bracket and not '\0')
                (blank, _) = (false, folded.Append(bracket));
            else if (!Rune.IsLetterOrDigit(rune))
                blank = true;
            else
            {
                if (blank && folded.Length > 0 && char.IsAsciiLetterOrDigit(folded[^1]) && rune.IsAscii)
                    folded.Append(' ');
                blank = false;
                folded.Append(simplified(Rune.ToLowerInvariant(rune)).ToString());
            }
        }
        return folded.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>Only the letters and digits of a folded name.</summary>
    public static string Letters(ReadOnlySpan<char> folded)
    {
        var kept = new StringBuilder(folded.Length);
        foreach (var letter in folded)
            if (letter is not ('(' or ')' or ' '))
                kept.Append(letter);
        return kept.ToString();
    }

    private static char Bracket(char sign) =>
        Open.Contains(sign) ? '('
        : Close.Contains(sign) ? ')'
        : '\0';
}
