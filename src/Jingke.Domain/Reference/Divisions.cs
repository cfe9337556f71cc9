using System.Text;

namespace Jingke.Domain.Reference;

/// <summary>Provinces, cities and counties with their codes; recognises a place from what people write.</summary>
/// <remarks>Statistics codes as of 2023-06-30 (see NOTICE), with Hong Kong, Macao and Taiwan added.</remarks>
public static class Divisions
{
    private static readonly Lazy<DivisionIndex> Index = new(() => new DivisionIndex(Load()));

    /// <summary>All divisions by code.</summary>
    public static IReadOnlyDictionary<string, Division> All => Index.Value.ByCode;

    /// <summary>The 34 provinces and their like, by code.</summary>
    public static IReadOnlyList<Division> Provinces => Index.Value.Provinces;

    /// <summary>The division with this code, or null; historical codes are not known here.</summary>
    public static Division? Find(string? code) => code is null ? null : Index.Value.ByCode.GetValueOrDefault(code);

    /// <summary>Recognises a place from its parts, with or without 省, 市 and the like, simplified, traditional or English.</summary>
    /// <param name="province">Text of a province, or null.</param>
    /// <param name="city">Text of a city or county, or null.</param>
    /// <param name="address">An address that may tell what the parts leave open, or null.</param>
    /// <returns>What is certain. A city name that several provinces share stays open unless the province is known.</returns>
    public static RecognisedPlace Recognise(string? province, string? city, string? address = null)
    {
        var index = Index.Value;
        var place = index.OfProvinceText(province);
        place = index.WithCity(place, city);
        return place.City is null && !string.IsNullOrWhiteSpace(address) ? Merge(place, index.OfAddress(address)) : place;
    }

    /// <summary>Recognises a place from how a company's name begins (深圳市…有限公司); a last resort.</summary>
    public static RecognisedPlace RecogniseCompany(string? name) => string.IsNullOrWhiteSpace(name) ? default : Index.Value.OfCompany(name);

    private static RecognisedPlace Merge(RecognisedPlace known, RecognisedPlace found) =>
        known.Province is null || known.Province == found.Province ? found : known;

    private static IEnumerable<Division> Load()
    {
        using var stream =
            typeof(Divisions).Assembly.GetManifestResourceStream("Jingke.Domain.Reference.divisions.tsv")
            ?? throw new InvalidOperationException("The list of divisions is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            var traditional = parts.Length > 2 && parts[2].Length > 0 ? parts[2] : parts[1];
            yield return new Division(parts[0], parts[1], traditional, parts.Length > 3 ? parts[3] : "");
        }
    }
}
