using System.Text;
using Jingke.Domain.Accounts;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Tabular.Sales;

/// <summary>An account as a sales file names it. Empty means "not given".</summary>
/// <param name="Code">The file's code; empty when the account is known by name only.</param>
/// <param name="Name">Its name where it was first met; empty when only a code is given.</param>
internal sealed record NamedAccount(string Code, string Name)
{
    public string Industry { get; set; } = "";

    public string Size { get; set; } = "";

    public string Ownership { get; set; } = "";

    public string Segment { get; set; } = "";
}

/// <summary>A product as a sales file names it, with the category its line gives.</summary>
internal sealed record NamedProduct(string Code, string Name, string Category, string Subcategory);

/// <summary>
/// A place as a sales file names it. Where it is Chinese, codes are those of GB/T 2260 and the province has its short name; the rest
/// is as given.
/// </summary>
internal sealed record NamedPlace(
    string Country,
    string Zone,
    string ProvinceCode,
    string Province,
    string CityCode,
    string City,
    string District
);

/// <summary>Who, what and where a sales file names. Entry 0 of each list stands for "not given".</summary>
internal sealed class SalesCatalogue
{
    private readonly List<NamedAccount> accounts = [new("", "")];
    private readonly List<NamedProduct> products = [new("", "", "", "")];
    private readonly List<NamedPlace> places = [new("", "", "", "", "", "", "")];
    private readonly List<string> salespeople = [""];
    private readonly List<ulong> accountKeys = [0];
    private readonly List<ulong> productKeys = [0];
    private readonly List<ulong> placeKeys = [0];
    private readonly List<ulong> personKeys = [0];

    public IReadOnlyList<NamedAccount> Accounts => accounts;

    public IReadOnlyList<NamedProduct> Products => products;

    public IReadOnlyList<NamedPlace> Places => places;

    public IReadOnlyList<string> Salespeople => salespeople;

    /// <summary>Currencies the file names; more than one means that amounts are added that should not be.</summary>
    public HashSet<string> Currencies { get; } = new(StringComparer.OrdinalIgnoreCase);

    public int Add(NamedAccount account) =>
        Add(accounts, account, accountKeys, account.Code.Length > 0 ? "#" + account.Code : AccountName.Normalise(account.Name));

    public int Add(NamedProduct product) =>
        Add(products, product, productKeys, product.Code.Length > 0 ? "#" + product.Code : AccountName.Normalise(product.Name));

    public int Add(NamedPlace place) =>
        Add(places, place, placeKeys, string.Join('\u001F', place.Country, place.Zone, place.Province, place.City, place.District));

    public int AddSalesperson(string name) => Add(salespeople, name, personKeys, AccountName.Normalise(name));

    /// <summary>Hash of what identifies an account in every file: its code, or its normalised name; 0 for none.</summary>
    public ulong KeyOf(int account) => accountKeys[account];

    /// <summary>Adds what a record's indexes stand for, as hashes that are the same for every file.</summary>
    public void AddHashes(ref readonly SalesRecord record, Scratch scratch)
    {
        scratch.Add(unchecked((long)accountKeys[record.Account]));
        scratch.Add(unchecked((long)productKeys[record.Product]));
        scratch.Add(unchecked((long)placeKeys[record.Place]));
        scratch.Add(unchecked((long)personKeys[record.Salesperson]));
    }

    /// <summary>Gives an account that was met by code alone the name a later row has.</summary>
    public NamedAccount Rename(int account, string name) => accounts[account] = accounts[account] with { Name = name };

    private static int Add<T>(List<T> list, T item, List<ulong> keys, string key)
    {
        list.Add(item);
        keys.Add(XxHash64.Of(Encoding.UTF8.GetBytes(key)));
        return list.Count - 1;
    }
}
