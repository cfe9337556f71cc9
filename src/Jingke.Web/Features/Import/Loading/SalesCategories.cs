using Jingke.Domain.Accounts;
using Jingke.Domain.Imports;
using Jingke.Domain.Sales;
using Jingke.Web.Data;
using Jingke.Web.Tabular.Sales;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>Finds or creates product categories: two levels, names compared as those of accounts are.</summary>
internal sealed class SalesCategories(ImportBatch batch)
{
    private readonly Dictionary<(long Parent, string Name), long> known = [];

    /// <summary>Reads what is there.</summary>
    public async Task LoadAsync(JingkeDbContext db, CancellationToken cancel)
    {
        await foreach (
            var category in db
                .ProductCategories.AsNoTracking()
                .OrderBy(category => category.Id)
                .AsAsyncEnumerable()
                .WithCancellation(cancel)
        )
            known.TryAdd((category.ParentId ?? 0, AccountName.Normalise(category.Name)), category.Id);
    }

    /// <summary>Makes sure that the categories of some products exist. There are few, so they are saved one level after the other.</summary>
    public async Task ResolveAsync(JingkeDbContext db, IEnumerable<NamedProduct> products, CancellationToken cancel)
    {
        var named = products.Select(product => (product.Category, product.Subcategory)).Distinct().ToList();
        await CreateAsync(db, named.Select(one => (0L, one.Category.Length > 0 ? one.Category : one.Subcategory)), cancel);
        await CreateAsync(
            db,
            named
                .Where(one => one.Category.Length > 0)
                .Select(one => (known.GetValueOrDefault((0, AccountName.Normalise(one.Category))), one.Subcategory)),
            cancel
        );
    }

    /// <summary>The category of a product: the lower of the two levels it names; 0 for none.</summary>
    public long Of(NamedProduct product)
    {
        var top = Find(0, product.Category.Length > 0 ? product.Category : product.Subcategory);
        return product.Category.Length > 0 && Find(top, product.Subcategory) is > 0 and var sub ? sub : top;
    }

    /// <summary>Whether a category that a product names does not exist yet.</summary>
    public bool Lacks(NamedProduct product)
    {
        var top = Find(0, product.Category.Length > 0 ? product.Category : product.Subcategory);
        return top == 0
            ? product.Category.Length + product.Subcategory.Length > 0
            : product.Category.Length > 0 && product.Subcategory.Length > 0 && Find(top, product.Subcategory) == 0;
    }

    private long Find(long parent, string name) => name.Length == 0 ? 0 : known.GetValueOrDefault((parent, AccountName.Normalise(name)));

    private async Task CreateAsync(JingkeDbContext db, IEnumerable<(long Parent, string Name)> wanted, CancellationToken cancel)
    {
        var made = new List<ProductCategory>();
        foreach (var (parent, name) in wanted)
        {
            var key = (parent, AccountName.Normalise(name));
            if (name.Length == 0 || !known.TryAdd(key, 0))
                continue;
            made.Add(
                new()
                {
                    Name = name,
                    ParentId = parent == 0 ? null : parent,
                    CreatedByBatchId = batch.Id,
                }
            );
        }
        if (made.Count == 0)
            return;
        db.AddRange(made);
        await db.SaveChangesAsync(cancel);
        foreach (var category in made)
            known[(category.ParentId ?? 0, AccountName.Normalise(category.Name))] = category.Id;
        db.ChangeTracker.Clear();
    }
}
