namespace Jingke.Web.Common.Charts;

/// <summary>Values of one kind.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Values">The values in the order of the categories; null where there is none.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values)
{
    /// <summary>How the values are written.</summary>
    public ChartFormat Format { get; init; }

    /// <summary>The page behind each value, in the same order; null where there is none.</summary>
    public IReadOnlyList<string?>? Links { get; init; }

    /// <summary>A colour that means something, from <see cref="ChartColour"/>; null takes the next of the palette.</summary>
    public string? Colour { get; init; }

    /// <summary>For points: the first value of each.</summary>
    public IReadOnlyList<double>? X { get; init; }

    /// <summary>A line on an axis of its own at the right, over the columns.</summary>
    public bool IsLine { get; init; }

    /// <summary>
    /// Name of the band of which this is an end: of two series with the same one the first is the lower, and what lies between is
    /// coloured. Null for a line or columns.
    /// </summary>
    public string? Band { get; init; }

    /// <summary>Whether the line is broken: something expected, not something that was.</summary>
    public bool IsDashed { get; init; }

    /// <summary>Whether the line is thin and pale: there to be compared with, not to be looked at first.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Amounts, given in ten-thousandths.</summary>
    public static ChartSeries Money(string name, IEnumerable<long?> amounts) =>
        new(name, [.. amounts.Select(amount => (double?)amount / Jingke.Domain.Money.PerUnit)]) { Format = ChartFormat.Money };

    /// <inheritdoc cref="Money(string, IEnumerable{long?})"/>
    public static ChartSeries Money(string name, IEnumerable<long> amounts) => Money(name, amounts.Select(amount => (long?)amount));

    /// <summary>Whole numbers.</summary>
    public static ChartSeries Count(string name, IEnumerable<long> counts) =>
        new(name, [.. counts.Select(count => (double?)count)]) { Format = ChartFormat.Count };

    /// <summary>Shares of 0 to 1.</summary>
    public static ChartSeries Percent(string name, IEnumerable<double?> shares) => new(name, [.. shares]) { Format = ChartFormat.Percent };
}
