namespace Jingke.Domain.Sales;

/// <summary>Where a sale was made, as the file says. Many lines share one place, so lines only carry its number.</summary>
public sealed class Place
{
    /// <summary>Identifier.</summary>
    public long Id { get; init; }

    /// <summary>Country as given; empty where the file has none.</summary>
    public string Country { get; init; } = "";

    /// <summary>The file's own zone, e.g. 中南; empty where it has none.</summary>
    public string Zone { get; init; } = "";

    /// <summary>GB/T 2260 code of the province; empty where it was not recognised.</summary>
    public string ProvinceCode { get; init; } = "";

    /// <summary>Province: its short name where recognised, else as given.</summary>
    public string Province { get; init; } = "";

    /// <summary>City as given.</summary>
    public string City { get; init; } = "";

    /// <summary>The import that created it.</summary>
    public long? CreatedByBatchId { get; init; }
}
