using System.Text;
using System.Text.Unicode;
using Jingke.Domain.Accounts;
using Jingke.Domain.Reference;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sheets;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Tabular.Sales;

/// <summary>
/// Turns the cells that name an account, a product, a place or a person into an index of the catalogue. A combination of cells that
/// was met before costs one hash; a new one is cleaned, checked and made comparable once.
/// </summary>
internal sealed class SalesNames
{
    private static readonly Field[] OfAccount =
    [
        Field.AccountCode,
        Field.AccountName,
        Field.Industry,
        Field.Size,
        Field.Ownership,
        Field.Segment,
    ];
    private static readonly Field[] OfProduct = [Field.ProductCode, Field.ProductName, Field.Category, Field.Subcategory];
    private static readonly Field[] OfPlace = [Field.Country, Field.Zone, Field.Province, Field.City, Field.District];
    private static readonly Field[] OfPerson = [Field.Salesperson];

    private readonly SalesCatalogue catalogue;
    private readonly Layout layout;
    private readonly Formats formats;
    private readonly Known accounts;
    private readonly Known products;
    private readonly Known places;
    private readonly Known people;
    private readonly Dictionary<string, int> accountByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<NamedProduct, int> productByKey = [];
    private readonly Dictionary<NamedPlace, int> placeByKey = [];
    private readonly Dictionary<string, int> personByKey = new(StringComparer.Ordinal);

    public SalesNames(SalesCatalogue catalogue, Layout layout, Formats formats)
    {
        (this.catalogue, this.layout, this.formats) = (catalogue, layout, formats);
        accounts = new(layout, OfAccount, NewAccount);
        products = new(layout, OfProduct, NewProduct);
        places = new(layout, OfPlace, NewPlace);
        people = new(layout, OfPerson, NewPerson);
    }

    /// <summary>The first cell that could not be taken; set when a method returned -1.</summary>
    public RowProblem? Problem { get; private set; }

    /// <summary>Index of the row's account; 0 without one, -1 for a problem.</summary>
    public int Account(RowReader row) => Find(row, accounts);

    /// <summary>Index of the row's product; 0 without one, -1 for a problem.</summary>
    public int Product(RowReader row) => Find(row, products);

    /// <summary>Index of the row's place; 0 without one, -1 for a problem.</summary>
    public int Place(RowReader row) => Find(row, places);

    /// <summary>Index of the row's salesperson; 0 without one, -1 for a problem.</summary>
    public int Salesperson(RowReader row) => Find(row, people);

    private sealed class Known(Layout layout, Field[] fields, Func<Func<Field, string>, int> make)
    {
        public Field[] Fields { get; } = [.. fields.Where(layout.Columns.ContainsKey)];
        public int[] Columns { get; } = [.. fields.Where(layout.Columns.ContainsKey).Select(layout.IndexOf)];
        public Func<Func<Field, string>, int> Make { get; } = make;
        public HashMap64 Indexes { get; } = new();
        public Scratch Scratch { get; } = new();
    }

    private int Find(RowReader row, Known known)
    {
        if (known.Columns.Length == 0)
            return 0;
        known.Scratch.Clear();
        foreach (var column in known.Columns)
            known.Scratch.Add(row.Cell(column));
        var hash = known.Scratch.Hash;
        if (known.Indexes.Find(hash) is > 0 and var found)
            return found - 1;

        return Meet(row, known, hash);
    }

    private int Meet(RowReader row, Known known, ulong hash)
    {
        var texts = new string[known.Fields.Length];
        for (var i = 0; i < texts.Length; i++)
            if (Read(row.Cell(known.Columns[i]), known.Fields[i]) is { } text)
                texts[i] = text;
            else
                return -1;
        var index = known.Make(field => Array.IndexOf(known.Fields, field) is >= 0 and var at ? texts[at] : "");
        known.Indexes[hash] = index + 1;
        return index;
    }

    private string? Read(ReadOnlySpan<byte> cell, Field field)
    {
        var trimmed = CellText.Trim(cell);
        if (CellText.IsBlank(trimmed))
            return "";
        if (formats.FloatCodes.Contains(field))
            trimmed = CodeText.Of(trimmed, dropPointZero: true);
        if (!Utf8.IsValid(trimmed) || trimmed.IndexOf("\uFFFD"u8) >= 0)
            return Refuse("text.unreadable", field, trimmed);
        var text = CellText.Clean(Encoding.UTF8.GetString(trimmed));
        return text.Length > Fields.LongestText(field) ? Refuse("text.too-long", field, trimmed) : text;
    }

    private string? Refuse(string code, Field field, ReadOnlySpan<byte> cell)
    {
        Problem = new(code, layout.NameOf(field), CellShown.Of(cell));
        return null;
    }

    private int NewAccount(Func<Field, string> text)
    {
        var (code, name) = (text(Field.AccountCode), text(Field.AccountName));
        if (code.Length + name.Length == 0)
            return 0;
        var key = code.Length > 0 ? "#" + code : AccountName.Normalise(name);
        if (key.Length == 0)
            return 0;
        if (!accountByKey.TryGetValue(key, out var index))
            accountByKey.Add(key, index = catalogue.Add(new NamedAccount(code, name)));
        var account = catalogue.Accounts[index];
        if (account.Name.Length == 0 && name.Length > 0)
            account = catalogue.Rename(index, name);
        account.Industry = First(account.Industry, text(Field.Industry));
        account.Size = First(account.Size, text(Field.Size));
        account.Ownership = First(account.Ownership, text(Field.Ownership));
        account.Segment = First(account.Segment, text(Field.Segment));
        return index;
    }

    private int NewProduct(Func<Field, string> text)
    {
        var product = new NamedProduct(text(Field.ProductCode), text(Field.ProductName), text(Field.Category), text(Field.Subcategory));
        if (product is { Code: "", Name: "", Category: "", Subcategory: "" })
            return 0;
        // Names of one code differ in spelling; the category may differ by line and is kept, for sales are broken down by it.
        var key = product.Code.Length > 0 ? product with { Name = "" } : product with { Name = AccountName.Normalise(product.Name) };
        if (!productByKey.TryGetValue(key, out var index))
            productByKey.Add(key, index = catalogue.Add(product));
        return index;
    }

    private int NewPlace(Func<Field, string> text)
    {
        var (country, zone, province, city, district) = (
            text(Field.Country),
            text(Field.Zone),
            text(Field.Province),
            text(Field.City),
            text(Field.District)
        );
        if (country.Length + zone.Length + province.Length + city.Length + district.Length == 0)
            return 0;
        var found = Chinese.IsChina(country) ? Divisions.Recognise(province, city) : default;
        var place = new NamedPlace(
            country,
            zone,
            found.Province ?? "",
            Divisions.Find(found.Province)?.ShortName ?? province,
            found.City ?? "",
            city,
            district
        );
        if (!placeByKey.TryGetValue(place, out var index))
            placeByKey.Add(place, index = catalogue.Add(place));
        return index;
    }

    private int NewPerson(Func<Field, string> text)
    {
        var name = text(Field.Salesperson);
        if (name.Length == 0)
            return 0;
        if (!personByKey.TryGetValue(AccountName.Normalise(name), out var index))
            personByKey.Add(AccountName.Normalise(name), index = catalogue.AddSalesperson(name));
        return index;
    }

    private static string First(string known, string given) => known.Length > 0 ? known : given;
}
