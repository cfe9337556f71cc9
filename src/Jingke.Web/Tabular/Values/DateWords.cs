using System.Globalization;
using System.Text;
using Jingke.Web.Tabular.Sheets;

namespace Jingke.Web.Tabular.Values;

/// <summary>Dates with words in them: 2024年3月5日, 5 March 2024, Mar-05-24, 民国113年3月5日, with weekdays and times.</summary>
internal static class DateWords
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] FullMonths =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];

    private static readonly string[] Ignored =
    [
        "am",
        "pm",
        "上午",
        "下午",
        "凌晨",
        "早上",
        "中午",
        "晚上",
        "t",
        "z",
        "gmt",
        "utc",
        "cst",
        "th",
        "st",
        "nd",
        "rd",
        "of",
        "the",
        "公元",
        "公元前",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "tues",
        "thur",
        "thurs",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "星期一",
        "星期二",
        "星期三",
        "星期四",
        "星期五",
        "星期六",
        "星期日",
        "星期天",
        "周一",
        "周二",
        "周三",
        "周四",
        "周五",
        "周六",
        "周日",
        "週一",
        "週二",
        "週三",
        "週四",
        "週五",
        "週六",
        "週日",
    ];

    /// <summary>Takes such a date apart.</summary>
    public static bool TryRead(ReadOnlySpan<byte> cell, out DateParts parts)
    {
        parts = default;
        if (cell.Length is 0 or > 100)
            return false;
        var text = CellText.Clean(Encoding.UTF8.GetString(cell));
        if (!IsWellFormed(text))
            return false;
        text = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        // Full-width digits and Chinese signs fold to the plain form, which is tried again once.
        var folded = Encoding.UTF8.GetBytes(text);
        if (!folded.AsSpan().SequenceEqual(cell) && IsPlain(text) && DateParts.TryRead(folded, out parts))
            return true;
        return TryReadTokens(text, out parts);
    }

    private static bool TryReadTokens(string text, out DateParts parts)
    {
        parts = default;
        var (year, month, day, republic) = (-1, -1, -1, false);
        List<(int Value, int Digits)> loose = [];
        for (var at = 0; at < text.Length; )
        {
            if (char.IsAsciiDigit(text[at]))
            {
                var start = at;
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                    at++;
                if (at - start > 4)
                    return false;
                var value = int.Parse(text.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture);
                var sign = at < text.Length ? text[at] : '\0';
                if (sign == ':' || sign is '时' or '時' or '点' or '點')
                    break; // the time of day
                if (sign == '年' && year < 0)
                    (year, at) = (value, at + 1);
                else if (sign == '月' && month < 0)
                    (month, at) = (value, at + 1);
                else if (sign is '日' or '号' or '號' && day < 0)
                    (day, at) = (value, at + 1);
                else
                    loose.Add((value, at - start));
            }
            else if (char.IsLetter(text[at]))
            {
                var start = at;
                while (at < text.Length && char.IsLetter(text[at]))
                    at++;
                var word = text[start..at];
                if (word is "民国" or "民國")
                    republic = true;
                else if (MonthOf(word) is > 0 and var named && month < 0)
                    month = named;
                else if (!Ignored.Contains(word))
                    return false;
            }
            else if (text[at] is ' ' or '-' or '/' or '.' or ',' or '(' or ')' or '\'' or '、' or '年')
                at++;
            else
                return false;
        }
        if (month < 0)
            return false;
        return Assign(year, month, day, republic, loose, out parts);
    }

    // With the month named, the longer of two loose numbers is the year, else the order is day, year.
    private static bool Assign(int year, int month, int day, bool republic, List<(int Value, int Digits)> loose, out DateParts parts)
    {
        parts = default;
        foreach (var (value, digits) in loose)
            if (year < 0 && (digits >= 3 || day >= 0))
                year = digits <= 2 ? Century(value) : value;
            else if (day < 0)
                day = value;
            else
                return false;
        if (year < 0 || day < 0)
            return false;
        if (republic)
            year += 1911;
        else if (year < 100)
            year = Century(year);
        parts = new(DatePartsKind.Certain, year, month, day, true);
        return true;
    }

    private static int Century(int year) => year < DateParts.Pivot ? 2000 + year : 1900 + year;

    private static int MonthOf(string word)
    {
        var index = Array.IndexOf(Months, word);
        if (index < 0)
            index = Array.IndexOf(FullMonths, word);
        return word == "sept" ? 9 : index + 1;
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (!char.IsAscii(c))
                return false;
        return true;
    }

    private static bool IsWellFormed(string text) => !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');
}
