using System.Globalization;
using System.Text;

namespace Jingke.Domain.Accounts;

/// <summary>Names of accounts made comparable: the same customer is typed in many ways.</summary>
public static class AccountName
{
    /// <summary>
    /// Full-width to half-width, upper case, without blanks: 'ＡＢＣ （上海） 有限公司' and 'abc(上海)有限公司' are the same name.
    /// Legal forms stay, since 'X 有限公司' and 'X 股份有限公司' can be two companies.
    /// </summary>
    public static string Normalise(string name)
    {
        // A sign such as ﷺ becomes many; what is longer than this is told apart by its beginning.
        const int longest = 400;
        var folded = name.Normalize(NormalizationForm.FormKC);
        var kept = new StringBuilder(folded.Length);
        foreach (var letter in folded)
        {
            if (
                char.IsWhiteSpace(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format
            )
                continue;
            kept.Append(char.ToUpperInvariant(letter));
        }
        return kept.Length <= longest ? kept.ToString() : kept.ToString(0, longest);
    }
}
