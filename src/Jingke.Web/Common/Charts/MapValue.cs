namespace Jingke.Web.Common.Charts;

/// <summary>The value of a province on the map.</summary>
/// <param name="Province">Its code by GB/T 2260: 440000.</param>
/// <param name="Value">The value, as <see cref="ChartFormat"/> says; amounts in currency units.</param>
/// <param name="Href">The rows behind it.</param>
public sealed record MapValue(string Province, double Value, string? Href = null)
{
    /// <summary>An amount in ten-thousandths.</summary>
    public static MapValue Money(string province, long amount, string? href = null) =>
        new(province, (double)amount / Jingke.Domain.Money.PerUnit, href);
}
