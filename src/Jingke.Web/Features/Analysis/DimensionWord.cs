using Jingke.Analytics.Breakdowns;

namespace Jingke.Web.Features.Analysis;

/// <summary>How a dimension is called in addresses, and by which key of the texts on screen ("By.region", "By.region.one").</summary>
/// <param name="Word">The word of the address.</param>
/// <param name="Dimension">What it means.</param>
internal sealed record DimensionWord(string Word, Dimension Dimension)
{
    /// <summary>All that can be asked for. The first five are the classic ratio analyses (region counts twice, by sales and by customers).</summary>
    public static readonly IReadOnlyList<DimensionWord> All =
    [
        new("region", Dimension.Region),
        new("size", Dimension.Size),
        new("ownership", Dimension.Ownership),
        new("industry", Dimension.Industry),
        new("zone", Dimension.Zone),
        new("province", Dimension.Province),
        new("city", Dimension.City),
        new("category", Dimension.Category),
        new("product", Dimension.Product),
        new("owner", Dimension.Owner),
        new("team", Dimension.Team),
        new("kind", Dimension.Kind),
        new("source", Dimension.Source),
        new("own-zone", Dimension.OwnZone),
        new("country", Dimension.Country),
    ];

    /// <summary>The dimension of a word; null when there is none.</summary>
    public static DimensionWord? Find(string? word) => All.FirstOrDefault(each => each.Word == word);

    /// <summary>The word of a dimension.</summary>
    public static DimensionWord Of(Dimension dimension) => All.First(each => each.Dimension == dimension);
}
