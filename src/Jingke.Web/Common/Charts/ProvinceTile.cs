namespace Jingke.Web.Common.Charts;

/// <summary>Where a province stands on the tile map, 7 columns by 8 rows; neighbours on the ground are neighbours here.</summary>
/// <param name="Code">GB/T 2260.</param>
/// <param name="Column">From the west, 1 to 7.</param>
/// <param name="Row">From the north, 1 to 8.</param>
/// <param name="Letters">Two letters by ISO 3166-2, for tiles in English.</param>
internal sealed record ProvinceTile(string Code, int Column, int Row, string Letters)
{
    /// <summary>All 34, from north to south.</summary>
    public static readonly IReadOnlyList<ProvinceTile> All =
    [
        new("230000", 7, 1, "HL"),
        new("150000", 4, 2, "NM"),
        new("110000", 5, 2, "BJ"),
        new("220000", 7, 2, "JL"),
        new("650000", 1, 3, "XJ"),
        new("640000", 3, 3, "NX"),
        new("140000", 4, 3, "SX"),
        new("130000", 5, 3, "HE"),
        new("120000", 6, 3, "TJ"),
        new("210000", 7, 3, "LN"),
        new("630000", 1, 4, "QH"),
        new("620000", 2, 4, "GS"),
        new("610000", 3, 4, "SN"),
        new("410000", 4, 4, "HA"),
        new("370000", 5, 4, "SD"),
        new("540000", 1, 5, "XZ"),
        new("510000", 2, 5, "SC"),
        new("500000", 3, 5, "CQ"),
        new("420000", 4, 5, "HB"),
        new("340000", 5, 5, "AH"),
        new("320000", 6, 5, "JS"),
        new("310000", 7, 5, "SH"),
        new("530000", 2, 6, "YN"),
        new("520000", 3, 6, "GZ"),
        new("430000", 4, 6, "HN"),
        new("360000", 5, 6, "JX"),
        new("330000", 6, 6, "ZJ"),
        new("450000", 3, 7, "GX"),
        new("440000", 4, 7, "GD"),
        new("350000", 5, 7, "FJ"),
        new("710000", 7, 7, "TW"),
        new("460000", 3, 8, "HI"),
        new("820000", 4, 8, "MO"),
        new("810000", 5, 8, "HK"),
    ];
}
