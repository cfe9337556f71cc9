namespace Jingke.Web.Common.Charts;

/// <summary>How the values are drawn.</summary>
public enum ChartKind
{
    /// <summary>One column for each category; with <see cref="ChartModel.Horizontal"/> one bar.</summary>
    Bar,

    /// <summary>A line over categories, usually months.</summary>
    Line,

    /// <summary>Shares of a whole. At most eight slices read well: put the rest into one.</summary>
    Pie,

    /// <summary>Points with two values each.</summary>
    Scatter,

    /// <summary>A line through points with two values each, such as cumulative share over share of accounts.</summary>
    Curve,

    /// <summary>Columns from large to small with the line of their cumulative share.</summary>
    Pareto,
}

/// <summary>How values are written.</summary>
public enum ChartFormat
{
    /// <summary>A number with at most two decimals.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>An amount in currency units: exact in the table, short on the axis.</summary>
    Money,

    /// <summary>A share of 0 to 1, as a percentage.</summary>
    Percent,
}

/// <summary>What a chart shows, for the drawing and for the table that says the same.</summary>
/// <param name="Kind">How it is drawn.</param>
/// <param name="CategoryTitle">What the categories or points are: 月份, 省份, 客户.</param>
/// <param name="Categories">Their names, in order; for points their labels, or empty.</param>
/// <param name="Series">The values; each series has as many as there are categories.</param>
public sealed record ChartModel(
    ChartKind Kind,
    string CategoryTitle,
    IReadOnlyList<string> Categories,
    params IReadOnlyList<ChartSeries> Series
)
{
    /// <summary>The unit of the values, such as 元 or 家; null for percentages.</summary>
    public string? Unit { get; init; }

    /// <summary>Bars instead of columns; for long names.</summary>
    public bool Horizontal { get; init; }

    /// <summary>Whether series are put on top of each other.</summary>
    public bool Stacked { get; init; }

    /// <summary>For points: what the first value is.</summary>
    public string? XTitle { get; init; }

    /// <summary>For points: how the first value is written.</summary>
    public ChartFormat XFormat { get; init; }

    /// <summary>
    /// Columns from large to small and their cumulative share, computed here.
    /// </summary>
    /// <param name="categoryTitle">What the categories are.</param>
    /// <param name="categories">Their names, the largest first.</param>
    /// <param name="series">Their values, the largest first.</param>
    /// <param name="total">The whole that shares are of; it may be more than the categories that are shown.</param>
    public static ChartModel Pareto(string categoryTitle, IReadOnlyList<string> categories, ChartSeries series, double total)
    {
        var cumulative = new double?[series.Values.Count];
        var sum = 0.0;
        for (var i = 0; i < cumulative.Length; i++)
        {
            sum += series.Values[i] ?? 0;
            cumulative[i] = total > 0 ? sum / total : null;
        }
        var line = new ChartSeries(CommonTexts.Get("CumulativeShare"), cumulative) { Format = ChartFormat.Percent, IsLine = true };
        return new(ChartKind.Pareto, categoryTitle, categories, series, line);
    }
}
