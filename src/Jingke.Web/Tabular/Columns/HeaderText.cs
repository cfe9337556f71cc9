using System.Text;
using Jingke.Web.Tabular.Sheets;

namespace Jingke.Web.Tabular.Columns;

/// <summary>A column's header, taken apart so that many spellings compare equal.</summary>
/// <param name="Text">As the file has it, cleaned.</param>
/// <param name="Key">Lower case, half width, without blanks, punctuation and unit.</param>
/// <param name="Unit">What stood in brackets or behind a slash: 元, 万元, usd, %; or empty.</param>
internal sealed record HeaderText(string Text, string Key, string Unit)
{
    private static readonly string[] Units =
    [
        "万元",
        "千元",
        "百万元",
        "亿元",
        "元",
        "美元",
        "rmb",
        "cny",
        "usd",
        "eur",
        "gbp",
        "hkd",
        "twd",
        "%",
        "pct",
    ];

    public static HeaderText Of(string raw)
    {
        var text = CellText.Clean(raw);
        var folded = text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);
        var (body, unit) = SplitUnit(folded.ToLowerInvariant());
        var key = KeyOf(body);
        return key.Length == 0 ? new(text, KeyOf(folded.ToLowerInvariant()), "") : new(text, key, unit);
    }

    /// <summary>What a cell's value counts for, such as 10,000 under 金额(万元); 1 when the header names no multiple.</summary>
    public long Scale =>
        Unit switch
        {
            "万元" or "万" or "萬元" or "萬" or "万美元" or "10k" => 10_000,
            "千元" or "k" or "thousand" or "thousands" or "000s" or "000" => 1_000,
            "百万元" or "百万" or "million" or "millions" or "m" or "mn" => 1_000_000,
            "亿元" or "亿" or "億元" => 100_000_000,
            _ => 1,
        };

    /// <summary>Whether the header itself says that its numbers are rates.</summary>
    public bool SaysRate =>
        Unit is "%" or "pct" or "percent"
        || Key.EndsWith('率')
        || Key.Contains("rate", StringComparison.Ordinal)
        || Key.Contains("percent", StringComparison.Ordinal)
        || Key.Contains("pct", StringComparison.Ordinal);

    /// <summary>Whether the header itself says that its numbers are money.</summary>
    public bool SaysAmount =>
        Key.EndsWith('额')
        || Key.EndsWith('額')
        || Key.Contains("金额", StringComparison.Ordinal)
        || Key.Contains("金額", StringComparison.Ordinal)
        || Key.Contains("amount", StringComparison.Ordinal)
        || Unit is "元" or "cny" or "rmb" or "usd" or "eur";

    private static (string Body, string Unit) SplitUnit(string text)
    {
        var open = text.IndexOfAny(['(', '[', '【', '{']);
        if (open > 0)
        {
            var close = text.IndexOfAny([')', ']', '】', '}'], open);
            var unit = KeyOf(text[(open + 1)..(close < 0 ? text.Length : close)], keep: '%');
            return (text[..open] + (close < 0 ? "" : text[(close + 1)..]), unit);
        }
        var cut = text.LastIndexOfAny(['/', ':', '_', ' ', '-']);
        if (cut > 0 && Units.Contains(text[(cut + 1)..].Trim()))
            return (text[..cut], text[(cut + 1)..].Trim());
        return text.EndsWith('%') ? (text[..^1], "%") : (text, "");
    }

    private static string KeyOf(string text, char keep = '\0')
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsLetterOrDigit(c) || c == keep || c == '#')
                key.Append(c);
        return key.ToString();
    }
}
