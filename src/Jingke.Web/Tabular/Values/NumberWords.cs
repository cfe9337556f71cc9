using System.Buffers;
using System.Globalization;
using System.Text;
using Jingke.Web.Tabular.Sheets;

namespace Jingke.Web.Tabular.Values;

/// <summary>Numbers with more than digits: ¥1,234.50, 1.2万, (300.00), 300-, １２３, 12.5%, 8.5折, 1.5E+4, 1.234,56 €.</summary>
internal static class NumberWords
{
    private static readonly string[] Currencies =
    [
        "人民币",
        "美元",
        "欧元",
        "港币",
        "港元",
        "日元",
        "英镑",
        "新台币",
        "元整",
        "元",
        "圆",
        "圓",
        "块",
        "rmb",
        "cny",
        "usd",
        "eur",
        "gbp",
        "hkd",
        "jpy",
        "twd",
        "nt$",
        "hk$",
        "us$",
        "inr",
        "rs.",
        "rs",
        "¥",
        "$",
        "€",
        "£",
        "₹",
        "₩",
        "円",
    ];

    private static readonly (string Word, int Exponent)[] Multiples =
    [
        ("百万", 6),
        ("千万", 7),
        ("十万", 5),
        ("万亿", 12),
        ("亿", 8),
        ("億", 8),
        ("万", 4),
        ("萬", 4),
        ("千", 3),
    ];

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.e+-");
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \u00A0\u2009\u202F\u3000'’`");

    /// <summary>Reads such a number.</summary>
    public static ReadResult Read(ReadOnlySpan<byte> cell, DecimalMark mark, out NumberValue value)
    {
        value = default;
        if (cell.Length > 100)
            return ReadResult.Unreadable;
        var text = Fold(Encoding.UTF8.GetString(cell));
        if (text.Length == 0)
            return ReadResult.Blank;

        var negative = TakeSign(ref text);
        if (TakeCurrency(ref text))
            negative ^= TakeSign(ref text); // $-5
        var form = TakeForm(ref text);
        var exponent = TakeMultiple(ref text);
        TakeCurrency(ref text);
        if (!TryUngroup(text, mark, out var digits))
            return ReadResult.Unreadable;
        if (
            !decimal.TryParse(
                digits,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
            return IsNumberOfAnySize(digits) ? ReadResult.OutOfRange : ReadResult.Unreadable;
        if (number > NumberText.Largest / 10_000 / Power(exponent))
            return ReadResult.OutOfRange;
        if (form == NumberForm.Percent)
            number /= 100;
        else if (form == NumberForm.PartPaid)
            number /= number >= 10 ? 100 : 10;
        number *= Power(exponent);
        value = new((long)Math.Round(number * 10_000m, MidpointRounding.ToEven) * (negative ? -1 : 1), form);
        return ReadResult.Ok;
    }

    private static string Fold(string text)
    {
        text = CellText.Clean(text);
        if (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return "?";
        text = text.Normalize(NormalizationForm.FormKC)
            .ToLowerInvariant()
            .Replace('−', '-')
            .Replace('–', '-')
            .Replace('。', '.')
            .Replace('、', ',');
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!Blanks.Contains(c))
                folded.Append(c);
        return folded.ToString();
    }

    // -5, 5-, (5), △5 and 5CR all mean less than nothing.
    private static bool TakeSign(ref string text)
    {
        if (text.Length > 2 && text[0] == '(' && text[^1] == ')')
        {
            text = text[1..^1];
            return true;
        }
        if (text.Length > 1 && text[0] is '-' or '△' or '▲')
        {
            text = text[1..];
            return true;
        }
        if (text.Length > 1 && text[^1] == '-')
        {
            text = text[..^1];
            return true;
        }
        if (text.Length > 1 && text[0] == '+')
            text = text[1..];
        return false;
    }

    private static bool TakeCurrency(ref string text)
    {
        var length = text.Length;
        foreach (var word in Currencies)
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                text = text[word.Length..];
                break;
            }
        foreach (var word in Currencies)
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                text = text[..^word.Length];
                break;
            }
        return text.Length < length;
    }

    private static NumberForm TakeForm(ref string text)
    {
        if (text.EndsWith('%'))
        {
            text = text[..^1];
            return NumberForm.Percent;
        }
        if (text.EndsWith('折'))
        {
            text = text[..^1];
            return NumberForm.PartPaid;
        }
        return NumberForm.Plain;
    }

    private static int TakeMultiple(ref string text)
    {
        foreach (var (word, exponent) in Multiples)
            if (text.Length > word.Length && text.EndsWith(word, StringComparison.Ordinal))
            {
                text = text[..^word.Length];
                return exponent;
            }
        return 0;
    }

    // Groups are three digits, in India two before the last three, in old Chinese books four.
    private static bool TryUngroup(string text, DecimalMark mark, out string digits)
    {
        digits = text;
        var (group, point) = mark == DecimalMark.Point ? (',', '.') : ('.', ',');
        var exponentAt = text.IndexOf('e', StringComparison.Ordinal);
        var number = exponentAt < 0 ? text : text[..exponentAt];
        var exponent = exponentAt < 0 ? "" : text[exponentAt..];
        var cut = number.IndexOf(point, StringComparison.Ordinal);
        var whole = cut < 0 ? number : number[..cut];
        var fraction = cut < 0 ? "" : number[(cut + 1)..];
        if (fraction.AsSpan().ContainsAnyExceptInRange('0', '9') || whole.Length + fraction.Length == 0)
            return false;
        if (whole.Contains(group, StringComparison.Ordinal))
        {
            var parts = whole.Split(group);
            if (parts[0].Length is 0 or > 4 || parts[^1].Length is not (3 or 4) || parts[1..].Any(part => part.Length is < 2 or > 4))
                return false;
            if (parts.Length > 2 && parts[1..^1].Any(part => part.Length != parts[1].Length))
                return false;
            whole = string.Concat(parts);
        }
        if (whole.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return false;
        digits = (whole.Length == 0 ? "0" : whole) + (fraction.Length == 0 ? "" : "." + fraction) + exponent;
        return exponent.Length == 0
            || exponent.Length is > 1 and <= 5 && !exponent.AsSpan(1).TrimStart("+-").ContainsAnyExceptInRange('0', '9');
    }

    private static bool IsNumberOfAnySize(string digits) =>
        digits.Length > 0 && digits[0] is >= '0' and <= '9' && !digits.AsSpan().ContainsAnyExcept(OfNumbers);

    private static decimal Power(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }
}
