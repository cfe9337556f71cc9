namespace Jingke.Web.Features.Analysis.Map;

/// <summary>
/// Which provinces are empty, thin, crowded or promising. The rule, which the page states: empty = no active customer; thin = customers,
/// but fewer than a quarter of the average of the provinces that have any; crowded = at least twice that average, with sales per customer
/// below the median province; promising = thin, with sales per customer at or above the median province.
/// </summary>
/// <param name="Empty">Codes of provinces without an active customer.</param>
/// <param name="Left">Those of them that had one in the comparison period.</param>
/// <param name="Thin">Codes of thin provinces that are not promising.</param>
/// <param name="Promising">Codes of thin provinces whose customers buy more than usual.</param>
/// <param name="Crowded">Codes of crowded provinces.</param>
/// <param name="AverageAccounts">Active customers per province that has any; null when none has.</param>
/// <param name="MedianSalesPerAccount">Median over those provinces of sales per customer, ten-thousandths; null when none has.</param>
internal sealed record RegionVerdicts(
    IReadOnlyList<string> Empty,
    IReadOnlyList<string> Left,
    IReadOnlyList<string> Thin,
    IReadOnlyList<string> Promising,
    IReadOnlyList<string> Crowded,
    double? AverageAccounts,
    long? MedianSalesPerAccount
)
{
    /// <summary>Fewer customers than this part of the average is thin.</summary>
    public const double ThinBelow = 0.25;

    /// <summary>At least so many times the average is crowded.</summary>
    public const double CrowdedFrom = 2;

    /// <summary>With fewer provinces served, an average of them says nothing.</summary>
    public const int LeastProvinces = 5;

    /// <summary>One province.</summary>
    /// <param name="Code">GB/T 2260.</param>
    /// <param name="Accounts">Active customers.</param>
    /// <param name="NetSales">Net sales, ten-thousandths.</param>
    /// <param name="PreviousAccounts">Active customers in the comparison period.</param>
    public readonly record struct Province(string Code, int Accounts, long NetSales, int PreviousAccounts);

    /// <summary>Judges all provinces; those that are not given are empty.</summary>
    /// <param name="all">Codes of all provinces, in the order in which they are named.</param>
    /// <param name="provinces">Provinces with a customer in either period.</param>
    public static RegionVerdicts Of(IReadOnlyList<string> all, IReadOnlyList<Province> provinces)
    {
        var served = provinces.Where(province => province.Accounts > 0).ToDictionary(province => province.Code);
        var left = provinces
            .Where(province => province is { Accounts: 0, PreviousAccounts: > 0 })
            .Select(province => province.Code)
            .ToHashSet();
        string[] empty = [.. all.Where(code => !served.ContainsKey(code))];
        string[] lost = [.. empty.Where(left.Contains)];
        if (served.Count < LeastProvinces)
            return new(
                empty,
                lost,
                [],
                [],
                [],
                served.Count == 0 ? null : served.Values.Average(each => each.Accounts),
                Median(served.Values)
            );

        var (average, median) = (served.Values.Average(province => province.Accounts), Median(served.Values)!.Value);
        string[] Where(Func<Province, bool> test) => [.. all.Where(code => served.TryGetValue(code, out var province) && test(province))];
        bool IsThin(Province province) => province.Accounts < average * ThinBelow;
        return new(
            empty,
            lost,
            Where(province => IsThin(province) && PerAccount(province) < median),
            Where(province => IsThin(province) && PerAccount(province) >= median),
            Where(province => province.Accounts >= average * CrowdedFrom && PerAccount(province) < median),
            average,
            median
        );
    }

    private static long PerAccount(Province province) => province.NetSales / province.Accounts;

    private static long? Median(IEnumerable<Province> served)
    {
        var sorted = served.Select(PerAccount).Order().ToArray();
        return sorted.Length switch
        {
            0 => null,
            var odd when odd % 2 == 1 => sorted[odd / 2],
            var even => (sorted[(even / 2) - 1] + sorted[even / 2]) / 2,
        };
    }
}
