using Jingke.Domain.Accounts;
using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Tabular.Sales;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>
/// Turns the products that a sales file names into products of the database. A product is its code, or its name made comparable,
/// together with its category: sales are broken down by category, so a product listed under two counts in both.
/// </summary>
internal sealed class SalesProducts(ImportBatch batch)
{
    private readonly List<NamedProduct> names = [new("", "", "", "")];
    private readonly List<long> ids = [0];
    private readonly Dictionary<(string Key, long Category), long> products = [];
    private readonly Dictionary<string, long> first = new(StringComparer.Ordinal);
    private readonly SalesCategories categories = new(batch);

    /// <summary>Identifier of a product of the catalogue; null for "not given".</summary>
    public long? this[int index] => ids[index] is var id && id == 0 ? null : id;

    /// <summary>Reads what is there.</summary>
    public async Task LoadAsync(JingkeDbContext db, CancellationToken cancel)
    {
        await categories.LoadAsync(db, cancel);
        await foreach (
            var product in db.Products.AsNoTracking().OrderBy(product => product.Id).AsAsyncEnumerable().WithCancellation(cancel)
        )
            Remember(KeyOf(product.Code, product.Name), product.CategoryId ?? 0, product.Id);
    }

    /// <summary>Takes over the names that a chunk brings.</summary>
    public void Add(IReadOnlyList<NamedProduct> added)
    {
        names.AddRange(added.Select(product => product with { Name = NameOf(product) }));
        ids.AddRange(Enumerable.Repeat(0L, added.Count));
    }

    /// <summary>Makes sure that some products of the catalogue exist, in the present transaction.</summary>
    /// <returns>How many were created.</returns>
    public async Task<int> ResolveAsync(JingkeDbContext db, IEnumerable<int> wanted, CancellationToken cancel)
    {
        int[] open = [.. wanted.Where(index => index != 0 && ids[index] == 0).Distinct().Order()];
        if (open.Length == 0)
            return 0;
        await categories.ResolveAsync(db, open.Select(index => names[index]), cancel);

        List<(string Key, long Category, NamedProduct Name)> made = [];
        foreach (var index in open)
        {
            var name = names[index];
            var (key, category) = (KeyOf(name.Code, name.Name), categories.Of(name));
            if (Find(key, category) == 0)
            {
                made.Add((key, category, name));
                Remember(key, category, -made.Count);
            }
        }
        await CreateAsync(db, made, cancel);
        foreach (var index in open)
            ids[index] = Find(KeyOf(names[index].Code, names[index].Name), categories.Of(names[index]));
        return made.Count;
    }

    /// <summary>Names of the products that would be created, each once. Nothing is written.</summary>
    public IReadOnlyList<string> Missing() =>
        [
            .. names
                .Skip(1)
                .Where(name => Find(KeyOf(name.Code, name.Name), categories.Of(name)) == 0 || categories.Lacks(name))
                .DistinctBy(name => (KeyOf(name.Code, name.Name), name.Category, name.Subcategory))
                .Select(name => name.Name),
        ];

    private static string NameOf(NamedProduct product) =>
        product.Name.Length > 0 ? product.Name
        : product.Code.Length > 0 ? product.Code
        : product.Subcategory.Length > 0 ? product.Subcategory
        : product.Category;

    private static string KeyOf(string code, string name) => code.Length > 0 ? "#" + code : AccountName.Normalise(name);

    // A file that gives no category means the product, whatever its category.
    private long Find(string key, long category) =>
        products.TryGetValue((key, category), out var id) || category == 0 && first.TryGetValue(key, out id) ? id : 0;

    private void Remember(string key, long category, long id)
    {
        products.TryAdd((key, category), id);
        first.TryAdd(key, id);
    }

    private async Task CreateAsync(JingkeDbContext db, List<(string Key, long Category, NamedProduct Name)> made, CancellationToken cancel)
    {
        if (made.Count == 0)
            return;
        var before = await Staging.NumberAsync(db, "SELECT MAX(id) FROM product", cancel);
        using (var rows = BulkWriter.Open(db, "product", "code", "name", "category_id", "created_by_batch_id"))
        {
            foreach (var (_, category, name) in made)
            {
                rows.Text(name.Code);
                rows.Text(name.Name);
                rows.Long(category == 0 ? null : category);
                rows.Long(batch.Id);
                rows.EndRow();
            }
            rows.Complete();
        }
        var created = await CreatedIds.AfterAsync(db, "product", before, batch.Id, cancel);
        for (var at = 0; at < made.Count; at++)
        {
            products[(made[at].Key, made[at].Category)] = created[at];
            if (first[made[at].Key] == -(at + 1))
                first[made[at].Key] = created[at];
        }
    }
}
