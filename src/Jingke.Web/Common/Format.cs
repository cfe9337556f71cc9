using System.Globalization;
using Jingke.Web.Common.Languages;

namespace Jingke.Web.Common;

/// <summary>
/// How figures and days are written, in one place. Grouping and digits are the same in every language; short forms follow
/// the language of the request: 12.3 万 and 4.56 亿 in Chinese, 123K and 4.56M in English.
/// </summary>
internal static class Format
{
    /// <summary>What stands where there is no value.</summary>
    public const string None = "–";

    private const long PerUnit = 10_000;
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>An amount exact to the fen: 1,234.50. For tables; the unit stands in the header.</summary>
    /// <param name="amount">Ten-thousandths of the currency unit; half a fen is rounded away from zero.</param>
    public static string Money(long? amount) => amount is { } value ? RoundToFen(value).ToString("#,##0.00", Plain) : None;

    /// <summary>An amount as people say it, with three figures: 12.3 万, 4.56 亿, in English 123K, 4.56M. For tiles and charts.</summary>
    /// <param name="amount">Ten-thousandths of the currency unit.</param>
    public static string MoneyShort(long? amount) => amount is { } value ? ShortNumber.Of(value / (decimal)PerUnit) : None;

    /// <summary>The same with its unit, within a sentence: 12.3 万元 is one word, 123K CNY are two.</summary>
    /// <param name="amount">Ten-thousandths of the currency unit.</param>
    /// <param name="unit">The unit: 元.</param>
    public static string MoneyWithUnit(long amount, string unit) =>
        MoneyShort(amount) + (Language.Current == Language.English ? " " : "") + unit;

    /// <summary>An amount without grouping, exact to the fen, as a field of a form holds it: 1234.50.</summary>
    public static string MoneyField(long? amount) => amount is { } value ? RoundToFen(value).ToString("0.00", Plain) : "";

    /// <summary>A quantity with at most four decimals: 1,234.5.</summary>
    /// <param name="quantity">Ten-thousandths.</param>
    public static string Quantity(long? quantity) =>
        quantity is { } value ? (value / (decimal)PerUnit).ToString("#,##0.####", Plain) : None;

    /// <summary>A whole number: 12,345.</summary>
    public static string Count(long? count) => count?.ToString("#,##0", Plain) ?? None;

    /// <summary>A whole number as people say it: 12.3 万.</summary>
    public static string CountShort(long? count) => count is { } value ? ShortNumber.Of(value) : None;

    /// <summary>Any number with at most so many decimals: 3.14.</summary>
    public static string Number(double? number, int decimals = 2) =>
        number is { } value && double.IsFinite(value) ? Clean(value, decimals).ToString("#,##0." + new string('#', decimals), Plain) : None;

    /// <summary>A share of 0 to 1 as a percentage: 0.062 is 6.2%.</summary>
    public static string Percent(double? share, int decimals = 1) =>
        share is { } value && double.IsFinite(value)
            ? Clean(value * 100, decimals).ToString("#,##0." + new string('0', decimals), Plain) + "%"
            : None;

    /// <summary>A change as a signed percentage: 0.18 is +18.0%, nothing changed is 0.0%.</summary>
    public static string Change(double? change, int decimals = 1) =>
        (change is { } value && double.IsFinite(value) && Clean(value * 100, decimals) > 0 ? "+" : "") + Percent(change, decimals);

    /// <summary>A day: 2026-11-21.</summary>
    public static string Date(DateOnly? day) => day?.ToString("yyyy-MM-dd", Plain) ?? None;

    /// <summary>A month: 2026-11.</summary>
    public static string Month(DateOnly? day) => day?.ToString("yyyy-MM", Plain) ?? None;

    /// <summary>A time of a day: 2026-11-21 14:05. Give it in the organisation's time zone (<see cref="Clock.ToLocal"/>).</summary>
    public static string Time(DateTime? local) => local?.ToString("yyyy-MM-dd HH:mm", Plain) ?? None;

    /// <summary>A period: 2026-01-01 至 2026-11-21.</summary>
    public static string Period(DateOnly from, DateOnly to) => CommonTexts.Get("PeriodFromTo", Date(from), Date(to));

    /// <summary>A size of a file: 3.2 MB.</summary>
    public static string Bytes(long bytes) =>
        bytes switch
        {
            < 1024 => $"{bytes} B",
            < 1024 * 1024 => (bytes / 1024.0).ToString("0.#", Plain) + " KB",
            < 1024L * 1024 * 1024 => (bytes / 1024.0 / 1024).ToString("0.#", Plain) + " MB",
            _ => (bytes / 1024.0 / 1024 / 1024).ToString("0.##", Plain) + " GB",
        };

    /// <summary>
    /// A moment as seen from now: within a week relative (5 分钟前, 3 天前), before that and in the future the time itself.
    /// </summary>
    /// <param name="local">The moment in the organisation's time zone.</param>
    /// <param name="now">Now in the same time zone.</param>
    public static string Ago(DateTime local, DateTime now) =>
        (now - local) switch
        {
            { Ticks: < 0 } => Time(local),
            { TotalMinutes: < 1 } => CommonTexts.Get("Ago.now"),
            { TotalHours: < 1 } past => CommonTexts.Get("Ago.minutes", (int)past.TotalMinutes),
            { TotalHours: < 24 } past => CommonTexts.Get("Ago.hours", (int)past.TotalHours),
            { TotalDays: < 7 } past => CommonTexts.Get("Ago.days", (int)past.TotalDays),
            _ => Time(local),
        };

    private static decimal RoundToFen(long amount) => Math.Round(amount / (decimal)PerUnit, 2, MidpointRounding.AwayFromZero);

    // Adding zero turns a negative zero, which would be written -0, into zero.
    private static double Clean(double value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero) + 0.0;
}
