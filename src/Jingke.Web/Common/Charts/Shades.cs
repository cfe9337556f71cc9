namespace Jingke.Web.Common.Charts;

/// <summary>
/// Five shades with about as many provinces in each. Sales are so uneven that steps of equal size would leave one province
/// dark and all others pale.
/// </summary>
internal sealed class Shades
{
    /// <summary>How many shades there are, besides the one for nothing.</summary>
    public const int Count = 5;

    private readonly double[] upper;

    /// <summary>Cuts the positive values into classes.</summary>
    public Shades(IEnumerable<double> values)
    {
        var sorted = values.Where(value => value > 0).Order().ToArray();
        upper =
            sorted.Length == 0
                ? []
                : [.. Enumerable.Range(1, Count).Select(step => sorted[((sorted.Length * step) + Count - 1) / Count - 1])];
    }

    /// <summary>The shade of a value: 0 for nothing and below, else 1 to 5. Equal values have equal shades.</summary>
    public int Of(double? value) =>
        value is > 0 ? Math.Min(Array.FindIndex(upper, limit => value <= limit) is var at and >= 0 ? at + 1 : Count, Count) : 0;
}
