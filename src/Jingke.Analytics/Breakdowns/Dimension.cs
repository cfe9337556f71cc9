namespace Jingke.Analytics.Breakdowns;

/// <summary>What sales are broken down by.</summary>
public enum Dimension
{
    /// <summary>The finest of what the data call a region: the file's own zones where there are any, else province, else city, else country.</summary>
    Region,

    /// <summary>The file's own zone (地区, 大区, Region) as written.</summary>
    OwnZone,

    /// <summary>The company's zones: sets of provinces (<see cref="ZoneMap"/>).</summary>
    Zone,

    /// <summary>Province: one group per GB/T 2260 code, or per text where it was not recognised.</summary>
    Province,

    /// <summary>City, apart by province: equal names in two provinces are two groups.</summary>
    City,

    /// <summary>Country as written.</summary>
    Country,

    /// <summary>Product category.</summary>
    Category,

    /// <summary>Product.</summary>
    Product,

    /// <summary>Industry of the account.</summary>
    Industry,

    /// <summary>Size of the account.</summary>
    Size,

    /// <summary>Ownership of the account.</summary>
    Ownership,

    /// <summary>Kind of account: company or household.</summary>
    Kind,

    /// <summary>Owner of the account now.</summary>
    Owner,

    /// <summary>Team of the account now.</summary>
    Team,

    /// <summary>Where the account came from.</summary>
    Source,
}
