using Jingke.Analytics.Ledger;
using Jingke.Domain.Reference;
using Jingke.Domain.Sales;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using AnalyticsPlace = Jingke.Analytics.Ledger.Place;

namespace Jingke.Web.Ledger.Reading;

/// <summary>Reads who the accounts are, what the products are and where the places are.</summary>
internal sealed class DirectoryReader(JingkeDbFactory factory, PeopleDirectory people)
{
    /// <summary>The directories of a ledger with the codes that lines need.</summary>
    internal sealed record Directories(
        AccountDirectory Accounts,
        ProductDirectory Products,
        PlaceDirectory Places,
        DirectoryCodes Codes,
        AccountSet? Deleted
    );

    private sealed record AccountRow(
        long Id,
        string? Code,
        string Name,
        string? ProvinceCode,
        string? CityCode,
        string? RegionText,
        string? IndustryCode,
        string? IndustryText,
        string? Size,
        string? Ownership,
        string? Source,
        Domain.Accounts.AccountKind Kind,
        Guid? OwnerId,
        long? TeamId,
        bool Deleted
    );

    /// <summary>
    /// Reads everything. Rows come in the order of their identifiers, so what is added later comes last and earlier indexes stay.
    /// </summary>
    public async Task<Directories> RunAsync(CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        var book = new PlaceBook();
        var placeCodes = await ReadPlacesAsync(db, book, cancel);
        var products = await ReadProductsAsync(db, cancel);
        var rows = await db
            .Accounts.IgnoreQueryFilters([JingkeDbContext.BinFilter])
            .AsNoTracking()
            .OrderBy(account => account.Id)
            .Select(account => new AccountRow(
                account.Id,
                account.Code,
                account.Name,
                account.ProvinceCode,
                account.CityCode,
                account.RegionText,
                account.IndustryCode,
                account.IndustryText,
                account.Size,
                account.Ownership,
                account.Source,
                account.Kind,
                account.OwnerId,
                account.TeamId,
                account.DeletedAt != null
            ))
            .ToListAsync(cancel);

        var accounts = new AccountDirectory(
            [.. rows.Select(row => row.Id)],
            [.. rows.Select(row => row.Code ?? "")],
            [.. rows.Select(row => row.Name)]
        )
        {
            Places = [.. rows.Select(row => book.IndexOf(PlaceOf(row)))],
            Industry = Industry(rows),
            Size = CodedColumn.Of([.. rows.Select(row => row.Size)]),
            Ownership = CodedColumn.Of([.. rows.Select(row => row.Ownership)]),
            Source = CodedColumn.Of([.. rows.Select(row => row.Source)]),
            Kind = CodedColumn.Of([.. rows.Select(row => row.Kind.ToString())]),
            Owner = Coded(rows, row => row.OwnerId, id => people.Current.Find(id)?.Name ?? "?"),
            Team = Coded(rows, row => row.TeamId, id => people.Current.FindTeam(id)?.Name ?? "?"),
        };
        var deleted = rows.Exists(row => row.Deleted) ? AccountSet.Where(rows.Count, index => rows[index].Deleted) : null;
        var codes = new DirectoryCodes(new IdIndex(accounts.Ids), new IdIndex(products.Ids.AsSpan(1), first: 1), placeCodes);
        return new(accounts, products, book.ToDirectory(), codes, deleted);
    }

    private static async Task<ushort[]> ReadPlacesAsync(JingkeDbContext db, PlaceBook book, CancellationToken cancel)
    {
        var places = await db.Places.AsNoTracking().OrderBy(place => place.Id).ToListAsync(cancel);
        var codes = new ushort[places.Count == 0 ? 1 : places[^1].Id + 1];
        foreach (var place in places)
            codes[place.Id] = book.IndexOf(new AnalyticsPlace(place.Country, place.Zone, place.ProvinceCode, place.Province, place.City));
        return codes;
    }

    private static async Task<ProductDirectory> ReadProductsAsync(JingkeDbContext db, CancellationToken cancel)
    {
        var categories = await db.ProductCategories.AsNoTracking().ToDictionaryAsync(category => category.Id, cancel);
        var products = await db.Products.AsNoTracking().OrderBy(product => product.Id).ToListAsync(cancel);
        var top = products.Select(product => TopOf(product.CategoryId)).Prepend(null).ToList();
        return new(
            [0, .. products.Select(product => product.Id)],
            ["", .. products.Select(product => product.Code)],
            ["", .. products.Select(product => product.Name)],
            CodedColumn.Of(top)
        );

        string? TopOf(long? id)
        {
            ProductCategory? category = null;
            while (id is { } next && categories.TryGetValue(next, out var found))
                (category, id) = (found, found.ParentId);
            return category?.Name;
        }
    }

    private static AnalyticsPlace PlaceOf(AccountRow row) =>
        Divisions.Find(row.ProvinceCode) is { } province
            ? new("", "", province.Code, province.ShortName, Divisions.Find(row.CityCode)?.ShortName ?? "")
        : row.RegionText is { Length: > 0 } text ? new("", "", "", text, "")
        : AnalyticsPlace.Unknown;

    // Industries are compared by their two-digit division 大类: sections are too coarse for manufacturers, classes too fine to count.
    private static CodedColumn Industry(List<AccountRow> rows) =>
        CodedColumn.Of([
            .. rows.Select(row =>
                row.IndustryCode is { Length: >= 2 } code && Industries.All.TryGetValue(code[..2], out var division)
                    ? division.Name
                    : row.IndustryText
            ),
        ]);

    private static CodedColumn Coded<TKey>(List<AccountRow> rows, Func<AccountRow, TKey?> key, Func<TKey, string> name)
        where TKey : struct
    {
        var codes = new Dictionary<TKey, int>();
        var (names, keys) = (new List<string> { "" }, new List<string> { "" });
        var column = new int[rows.Count];
        for (var at = 0; at < rows.Count; at++)
        {
            if (key(rows[at]) is not { } known)
                continue;
            if (!codes.TryGetValue(known, out var code))
            {
                codes[known] = code = names.Count;
                names.Add(name(known));
                keys.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{known}"));
            }
            column[at] = code;
        }
        return new(column, [.. names], [.. keys]);
    }
}
