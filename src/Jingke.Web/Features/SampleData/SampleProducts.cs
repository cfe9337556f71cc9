using Jingke.Domain.Sales;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.SampleData;

/// <summary>Adds products and categories of the sample company; those that are there already are used as they are.</summary>
internal static class SampleProducts
{
    /// <summary>Adds them and notes their identifiers.</summary>
    public static async Task AddAsync(JingkeDbContext db, SampleCompany company, SampleIds ids, CancellationToken cancel)
    {
        var categories = await CategoriesAsync(db, company, cancel);
        var codes = company.Products.Select(product => product.Code).ToList();
        var known = (await db.Products.Where(product => codes.Contains(product.Code)).ToListAsync(cancel)).ToDictionary(product =>
            (product.Code, product.Name)
        );
        var products = company
            .Products.Select(each =>
                known.GetValueOrDefault((each.Code, each.Name))
                ?? new Product
                {
                    Code = each.Code,
                    Name = each.Name,
                    CategoryId = categories[each.Category],
                    CreatedByBatchId = ids.Batch,
                }
            )
            .ToList();
        db.Products.AddRange(products.Where(product => product.Id == 0));
        await db.SaveChangesAsync(cancel);
        ids.Products.AddRange(products.Select(product => product.Id));
    }

    private static async Task<Dictionary<string, long>> CategoriesAsync(JingkeDbContext db, SampleCompany company, CancellationToken cancel)
    {
        var all = await db.ProductCategories.ToListAsync(cancel);
        var found = new Dictionary<string, long>();
        foreach (var parent in company.Categories.GroupBy(category => category.Parent))
        {
            var above = await OneAsync(parent.Key, null);
            foreach (var category in parent)
                found[category.Name] = await OneAsync(category.Name, above);
        }
        return found;

        async Task<long> OneAsync(string name, long? parent)
        {
            if (all.Find(each => each.Name == name && each.ParentId == parent) is { } known)
                return known.Id;
            var made = new ProductCategory { Name = name, ParentId = parent };
            db.ProductCategories.Add(made);
            await db.SaveChangesAsync(cancel);
            return made.Id;
        }
    }
}
