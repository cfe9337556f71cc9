using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.Breakdowns;

/// <summary>The groups of one dimension of a ledger, numbered from 0; group 0 is always "not known".</summary>
public sealed class Grouping
{
    private Grouping(Dimension dimension, List<Group> groups, int[] map, GroupedBy by)
    {
        (Dimension, Groups, Map, By) = (dimension, groups, map, by);
    }

    /// <summary>A group.</summary>
    /// <param name="Key">Stable key, for addresses; empty for "not known".</param>
    /// <param name="Name">Name as in the data; empty for "not known".</param>
    /// <param name="Within">Province of a city, category of a product; else empty.</param>
    public sealed record Group(string Key, string Name, string Within = "");

    /// <summary>The dimension; for <see cref="Dimension.Region"/> the one it stands for in this ledger.</summary>
    public Dimension Dimension { get; }

    /// <summary>The groups by number.</summary>
    public IReadOnlyList<Group> Groups { get; }

    /// <summary>Number of the group with this key; -1 when there is none. The empty key is "not known".</summary>
    public int IndexOf(string key)
    {
        for (var i = 0; i < Groups.Count; i++)
        {
            if (Groups[i].Key == key)
                return i;
        }

        return -1;
    }

    /// <summary>The groups of a dimension.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="dimension">The dimension.</param>
    /// <param name="zones">The company's zones; the default ones when null. Only for <see cref="Dimension.Zone"/>.</param>
    public static Grouping Of(SalesLedger ledger, Dimension dimension, ZoneMap? zones = null) =>
        dimension switch
        {
            Dimension.Region => Of(ledger, RegionOf(ledger)),
            Dimension.OwnZone => OfPlaces(ledger, dimension, place => new Group(place.Zone, place.Zone)),
            Dimension.Zone => OfPlaces(ledger, dimension, ZoneGroup(zones ?? ZoneMap.Default)),
            Dimension.Province => OfPlaces(ledger, dimension, place => new Group(ProvinceKey(place), place.Province)),
            Dimension.City => OfPlaces(ledger, dimension, CityGroup),
            Dimension.Country => OfPlaces(ledger, dimension, place => new Group(place.Country, place.Country)),
            Dimension.Category => OfProducts(ledger, dimension, ledger.Products.Category),
            Dimension.Product => OfProducts(ledger),
            Dimension.Industry => OfAccounts(dimension, ledger.Accounts.Industry),
            Dimension.Size => OfAccounts(dimension, ledger.Accounts.Size),
            Dimension.Ownership => OfAccounts(dimension, ledger.Accounts.Ownership),
            Dimension.Kind => OfAccounts(dimension, ledger.Accounts.Kind),
            Dimension.Owner => OfAccounts(dimension, ledger.Accounts.Owner),
            Dimension.Team => OfAccounts(dimension, ledger.Accounts.Team),
            Dimension.Source => OfAccounts(dimension, ledger.Accounts.Source),
            _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, null),
        };

    /// <summary>Which dimension the word "region" means in this ledger.</summary>
    public static Dimension RegionOf(SalesLedger ledger)
    {
        var (zone, province, city) = (false, false, false);
        for (var i = 1; i < ledger.Places.Count; i++)
        {
            zone |= ledger.Places[i].Zone.Length > 0;
            province |= ProvinceKey(ledger.Places[i]).Length > 0;
            city |= ledger.Places[i].City.Length > 0;
        }

        return zone ? Dimension.OwnZone
            : province ? Dimension.Province
            : city ? Dimension.City
            : Dimension.Country;
    }

    /// <summary>What carries the group: the line's place, its product, or its account.</summary>
    internal enum GroupedBy
    {
        Place,
        Product,
        Account,
    }

    internal GroupedBy By { get; }

    /// <summary>Group of each place, product or account.</summary>
    internal int[] Map { get; }

    private static string ProvinceKey(Place place) => place.ProvinceCode.Length > 0 ? place.ProvinceCode : place.Province;

    private static Group CityGroup(Place place) =>
        place.City.Length == 0 ? new Group("", "") : new Group($"{ProvinceKey(place)}/{place.City}", place.City, place.Province);

    private static Func<Place, Group> ZoneGroup(ZoneMap zones) =>
        place => zones.ZoneOf(place.ProvinceCode) is { } zone ? new Group(zone.Key, zone.Name) : new Group("", "");

    private static Grouping OfPlaces(SalesLedger ledger, Dimension dimension, Func<Place, Group> groupOf)
    {
        var map = new int[ledger.Places.Count];
        var groups = new List<Group> { new("", "") };
        var byKey = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 0 };
        for (var place = 0; place < map.Length; place++)
        {
            var group = groupOf(ledger.Places[place]);
            if (byKey.TryGetValue(group.Key, out map[place]))
                continue;

            map[place] = groups.Count;
            byKey.Add(group.Key, groups.Count);
            groups.Add(group);
        }

        return new Grouping(dimension, groups, map, GroupedBy.Place);
    }

    private static Grouping OfProducts(SalesLedger ledger, Dimension dimension, CodedColumn column) =>
        new(dimension, GroupsOf(column), column.Codes, GroupedBy.Product);

    private static Grouping OfProducts(SalesLedger ledger)
    {
        var (groups, map, products) = (new List<Group>(ledger.Products.Count), new int[ledger.Products.Count], ledger.Products);
        for (var product = 0; product < map.Length; product++)
        {
            map[product] = product;
            var key = product == 0 ? "" : products.Ids[product].ToString(System.Globalization.CultureInfo.InvariantCulture);
            groups.Add(new Group(key, products.Names[product], products.Category.Names[products.Category.Codes[product]]));
        }

        return new Grouping(Dimension.Product, groups, map, GroupedBy.Product);
    }

    private static Grouping OfAccounts(Dimension dimension, CodedColumn column) =>
        new(dimension, GroupsOf(column), column.Codes, GroupedBy.Account);

    private static List<Group> GroupsOf(CodedColumn column) =>
        column.Keys.Select((key, code) => new Group(key, column.Names[code])).ToList();
}
