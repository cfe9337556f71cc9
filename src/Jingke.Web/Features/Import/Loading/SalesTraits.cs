using Jingke.Web.Tabular.Sales;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>
/// What the lines of a file tell about their accounts: the day of the first sale, and the place when all lines name the same one.
/// Kept while reading, by index of the catalogue; used when the file is at its end.
/// </summary>
internal sealed class SalesTraits
{
    private readonly List<Trait> traits = [];

    /// <summary>What is known of an account.</summary>
    /// <param name="FirstSale">Day number of the first line with a positive amount; 0 without one.</param>
    /// <param name="Place">Index of the place of its first line.</param>
    /// <param name="ProvinceVaries">Whether its lines name several provinces.</param>
    /// <param name="CityVaries">Whether its lines name several cities.</param>
    public readonly record struct Trait(int FirstSale, int Place, bool ProvinceVaries, bool CityVaries);

    /// <summary>The traits of an account of the catalogue.</summary>
    public Trait this[int account] => account < traits.Count ? traits[account] : default;

    /// <summary>Takes an accepted line into account.</summary>
    public void Add(SalesRecord record, SalesCatalogue catalogue)
    {
        while (traits.Count <= record.Account)
            traits.Add(default);
        var known = traits[record.Account];
        var first = record.Amount > 0 && (known.FirstSale == 0 || record.Day < known.FirstSale) ? record.Day : known.FirstSale;
        if (first == known.FirstSale && (record.Place == known.Place || record.Place == 0))
            return;

        var (province, city) = (known.ProvinceVaries, known.CityVaries);
        var place = known.Place == 0 ? record.Place : known.Place;
        if (place != record.Place && record.Place != 0)
        {
            var (one, other) = (catalogue.Places[place], catalogue.Places[record.Place]);
            province |= one.ProvinceCode != other.ProvinceCode || one.Province != other.Province || one.Country != other.Country;
            city |= one.CityCode != other.CityCode;
        }
        traits[record.Account] = new(first, place, province, city);
    }
}
