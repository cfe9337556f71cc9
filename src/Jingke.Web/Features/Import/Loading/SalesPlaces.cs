using Jingke.Domain.Imports;
using Jingke.Domain.Sales;
using Jingke.Web.Data;
using Jingke.Web.Tabular.Sales;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>Finds or creates the places of sales. There are some hundreds, so they are saved as entities.</summary>
internal sealed class SalesPlaces(ImportBatch batch)
{
    private readonly List<NamedPlace> names = [new("", "", "", "", "", "", "")];
    private readonly Dictionary<(string Country, string Zone, string Code, string Province, string City), long> known = [];

    /// <summary>Identifier of a place of the catalogue; null for "not given".</summary>
    public long? this[int index] => index == 0 ? null : known[KeyOf(names[index])];

    /// <summary>The places so far, as the file names them.</summary>
    public IReadOnlyList<NamedPlace> Names => names;

    /// <summary>Reads what is there.</summary>
    public async Task LoadAsync(JingkeDbContext db, CancellationToken cancel)
    {
        foreach (var place in await db.Places.AsNoTracking().ToListAsync(cancel))
            known[(place.Country, place.Zone, place.ProvinceCode, place.Province, place.City)] = place.Id;
    }

    /// <summary>Takes over the names that a chunk brings.</summary>
    public void Add(IReadOnlyList<NamedPlace> added) => names.AddRange(added);

    /// <summary>Makes sure that some places of the catalogue exist, in the present transaction.</summary>
    public async Task ResolveAsync(JingkeDbContext db, IEnumerable<int> wanted, CancellationToken cancel)
    {
        var made = new List<Place>();
        foreach (var index in wanted.Where(index => index != 0).Distinct().Order())
        {
            var (country, zone, code, province, city) = KeyOf(names[index]);
            if (!known.TryAdd((country, zone, code, province, city), 0))
                continue;
            made.Add(
                new()
                {
                    Country = country,
                    Zone = zone,
                    ProvinceCode = code,
                    Province = province,
                    City = city,
                    CreatedByBatchId = batch.Id,
                }
            );
        }
        if (made.Count == 0)
            return;
        db.AddRange(made);
        await db.SaveChangesAsync(cancel);
        foreach (var place in made)
            known[(place.Country, place.Zone, place.ProvinceCode, place.Province, place.City)] = place.Id;
        db.ChangeTracker.Clear();
    }

    private static (string, string, string, string, string) KeyOf(NamedPlace place) =>
        (place.Country, place.Zone, place.ProvinceCode, place.Province, place.City);
}
