namespace Jingke.Analytics.Breakdowns;

/// <summary>A zone: a set of provinces under a name.</summary>
/// <param name="Key">Stable key, for addresses.</param>
/// <param name="Name">Name as shown.</param>
/// <param name="ProvinceCodes">GB/T 2260 codes of its provinces; only the first two digits count.</param>
public sealed record Zone(string Key, string Name, IReadOnlyList<string> ProvinceCodes);

/// <summary>The company's zones. A province in no zone belongs to "not known"; one in two zones belongs to the first.</summary>
/// <param name="zones">The zones, in the order they are shown.</param>
public sealed class ZoneMap(IReadOnlyList<Zone> zones)
{
    /// <summary>The usual seven zones of the mainland, and Hong Kong, Macao and Taiwan.</summary>
    public static ZoneMap Default { get; } =
        new([
            new Zone("north", "华北", ["11", "12", "13", "14", "15"]),
            new Zone("northeast", "东北", ["21", "22", "23"]),
            new Zone("east", "华东", ["31", "32", "33", "34", "35", "36", "37"]),
            new Zone("central", "华中", ["41", "42", "43"]),
            new Zone("south", "华南", ["44", "45", "46"]),
            new Zone("southwest", "西南", ["50", "51", "52", "53", "54"]),
            new Zone("northwest", "西北", ["61", "62", "63", "64", "65"]),
            new Zone("hk-mo-tw", "港澳台", ["71", "81", "82"]),
        ]);

    /// <summary>The zones, in the order they are shown.</summary>
    public IReadOnlyList<Zone> Zones { get; } = zones;

    /// <summary>The zone of a province; null when it is in none or the code is empty.</summary>
    public Zone? ZoneOf(string provinceCode) =>
        provinceCode.Length < 2
            ? null
            : Zones.FirstOrDefault(zone => zone.ProvinceCodes.Any(code => code.AsSpan().StartsWith(provinceCode.AsSpan(0, 2))));
}
