using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Jingke.Domain.Facts;

/// <summary>A day of the Chinese lunar calendar 农历, with or without a year.</summary>
/// <param name="Year">The year in which the lunar year begins; null when it is not known.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 30.</param>
/// <param name="IsLeap">Whether it is the leap month 闰月 that follows the month of that number.</param>
public readonly partial record struct LunarDate(int? Year, int Month, int Day, bool IsLeap = false)
{
    private const string Digits = "〇一二三四五六七八九十";
    private static readonly ChineseLunisolarCalendar Calendar = new();

    /// <summary>As facts store it: 1990-08-15, without a year --08-15, a leap month 1990-06+-03.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(Year is { } year ? $"{year:0000}" : "-")}-{Month:00}{(IsLeap ? "+" : "")}-{Day:00}"
        );

    /// <summary>In Chinese words: 1990年八月十五, 闰六月初三.</summary>
    public string InChinese => $"{(Year is { } year ? $"{year}年" : "")}{(IsLeap ? "闰" : "")}{MonthName(Month)}月{DayName(Day)}";

    /// <summary>The same in traditional characters: 閏六月初三, 臘月廿三.</summary>
    public string InTraditionalChinese => InChinese.Replace('闰', '閏').Replace('腊', '臘');

    /// <summary>
    /// Reads a lunar day: as stored, or as people write it: 农历八月十五, 1990年闰五月初三, 腊月廿三, 8月15日, 8-15, 一九九〇年八月十五.
    /// </summary>
    /// <param name="text">What was written.</param>
    /// <param name="date">The day.</param>
    /// <returns>False when it is none, or when that year has no such day.</returns>
    public static bool TryRead(string text, out LunarDate date)
    {
        date = default;
        // Full-width digits are digits.
        var found = Written().Match(text.Trim().Normalize(NormalizationForm.FormKC));
        if (!found.Success)
            return false;
        int? year = found.Groups["year"].Success ? YearOf(found.Groups["year"].Value) : null;
        date = new(
            year,
            MonthOf(found.Groups["month"].Value),
            DayOf(found.Groups["day"].Value),
            found.Groups["leap"].Success || found.Groups["plus"].Success
        );
        return date.Month is >= 1 and <= 12 && date.Day is >= 1 and <= 30 && (year is null || date.In(year.Value) is not null);
    }

    /// <summary>The day of the Gregorian calendar in a lunar year; null when that year has no such day or lies outside 1901 to 2100.</summary>
    public DateOnly? In(int lunarYear)
    {
        if (lunarYear < 1901 || lunarYear > 2100)
            return null;
        var leap = Calendar.GetLeapMonth(lunarYear);
        // The calendar numbers months through: after the leap month every number is one higher.
        var month = Month + (leap > 0 && (Month >= leap || (IsLeap && Month == leap - 1)) ? 1 : 0);
        if (IsLeap && leap != Month + 1)
            return null;
        return Day <= Calendar.GetDaysInMonth(lunarYear, month)
            ? DateOnly.FromDateTime(Calendar.ToDateTime(lunarYear, month, Day, 0, 0, 0, 0))
            : null;
    }

    /// <summary>
    /// The next time the day comes round, today included. In years without that leap month it is the month of the same number; the 30th
    /// of a month of 29 days is its last day, as people keep it. Null after the lunar year 2100, which the calendar ends with.
    /// </summary>
    public DateOnly? Next(DateOnly today)
    {
        for (var year = today.Year - 1; year <= 2100; year++)
            if (
                (In(year) ?? (this with { IsLeap = false }).In(year) ?? (this with { IsLeap = false, Day = 29 }).In(year)) is { } day
                && day >= today
            )
                return day;
        return null;
    }

    private static string MonthName(int month) =>
        month switch
        {
            1 => "正",
            11 => "冬",
            12 => "腊",
            _ => Digits[month].ToString(),
        };

    private static string DayName(int day) =>
        day switch
        {
            <= 10 => $"初{Digits[day]}",
            < 20 => $"十{Digits[day - 10]}",
            20 => "二十",
            < 30 => $"廿{Digits[day - 20]}",
            _ => "三十",
        };

    // 1990, or digit by digit 一九九〇.
    private static int YearOf(string text) =>
        text.Aggregate(0, (year, digit) => year * 10 + (char.IsAsciiDigit(digit) ? digit - '0' : Math.Max(0, Digits.IndexOf(digit))));

    private static int MonthOf(string text) =>
        text switch
        {
            "正" => 1,
            "冬" or "十一" => 11,
            "腊" or "臘" or "十二" => 12,
            _ => NumberOf(text),
        };

    private static int DayOf(string text)
    {
        var rest = text.TrimStart('初');
        return rest.StartsWith('廿') ? 20 + (rest.Length > 1 ? NumberOf(rest[1..]) : 0)
            : rest.StartsWith("二十", StringComparison.Ordinal) ? 20 + (rest.Length > 2 ? NumberOf(rest[2..]) : 0)
            : rest.StartsWith("三十", StringComparison.Ordinal) ? 30
            : rest.Length > 1 && rest[0] == '十' ? 10 + NumberOf(rest[1..])
            : NumberOf(rest);
    }

    private static int NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : text.Length == 1 ? Digits.IndexOf(text[0])
        : 0;

    [GeneratedRegex(
        @"^(?:农历|農曆|阴历|陰曆)?\s*(?:-|(?<year>[0-9]{4})\s*[年/.-]?|(?<year>[〇零○一二三四五六七八九]{4})\s*年)?\s*-?(?<leap>闰|閏)?(?<month>[0-9]{1,2}|正|冬|腊|臘|十[一二]?|[一二三四五六七八九])(?<plus>\+)?\s*[月/.-]\s*(?<day>[0-9]{1,2}|初[一二三四五六七八九十]|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十)\s*[日号]?$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Written();
}
