namespace Jingke.Analytics.Ledger;

/// <summary>Where a sale or an account is, as far as known; what is not known is empty.</summary>
/// <param name="Country">Country as written.</param>
/// <param name="Zone">The file's own zone (地区, 大区, Region) as written.</param>
/// <param name="ProvinceCode">GB/T 2260 code of the province, six or two digits; empty when the province was not recognised.</param>
/// <param name="Province">Name of the province, recognised or as written.</param>
/// <param name="City">Name of the city.</param>
public sealed record Place(string Country = "", string Zone = "", string ProvinceCode = "", string Province = "", string City = "")
{
    /// <summary>Nothing is known.</summary>
    public static Place Unknown { get; } = new();
}
