namespace Jingke.Web.Common.Charts;

/// <summary>A value of a chart, written for its table.</summary>
internal static class ChartValue
{
    /// <summary>The value, exact.</summary>
    public static string Write(double? value, ChartFormat format) =>
        format switch
        {
            ChartFormat.Money => value is { } units ? Format.Money((long)Math.Round(units * Jingke.Domain.Money.PerUnit)) : Format.None,
            ChartFormat.Percent => Format.Percent(value),
            ChartFormat.Count => Format.Number(value, 0),
            _ => Format.Number(value),
        };

    /// <summary>The value as people say it.</summary>
    public static string WriteShort(double value, ChartFormat format) =>
        format == ChartFormat.Percent ? Format.Percent(value) : ShortNumber.Of((decimal)value);
}
