using Jingke.Analytics.Similarity;
using Jingke.Web.Common;
using Jingke.Web.Features.Opportunities.Alike;
using Jingke.Web.Ledger.Findings;
using Jingke.Web.Ledger.Opportunities;

namespace Jingke.Web.Features.Opportunities.Space;

/// <summary>Where prospects that resemble key accounts are and customers are few: province by industry, of the accounts seen.</summary>
internal sealed class WhiteSpaceReport(SeenOpportunities opportunities)
{
    /// <summary>Look-alikes that a gap has at least.</summary>
    public const int FewestLookAlikes = 5;

    // Regions and industries may be free text; of those that hardly occur nobody makes a market.
    private const int MostProvinces = 60;
    private const int MostIndustries = 200;

    /// <summary>The counts.</summary>
    /// <param name="Space">Counts by code.</param>
    /// <param name="Provinces">Words of the provinces by code; the first is "not known".</param>
    /// <param name="Industries">Words of the industries by code; the first is "not known".</param>
    /// <param name="Gaps">Cells with look-alikes and few customers, most look-alikes first.</param>
    public sealed record Answer(
        WhiteSpace Space,
        IReadOnlyList<string> Provinces,
        IReadOnlyList<string> Industries,
        IReadOnlyList<WhiteSpaceCell> Gaps
    )
    {
        /// <summary>Cells in which anybody is and both dimensions are known, most look-alikes first.</summary>
        public IEnumerable<WhiteSpaceCell> Cells =>
            Enumerable
                .Range(1, Math.Max(Provinces.Count - 1, 0))
                .SelectMany(row => Enumerable.Range(1, Math.Max(Industries.Count - 1, 0)).Select(column => Space[row, column]))
                .Where(cell => cell.Customers + cell.Prospects > 0)
                .OrderByDescending(cell => cell.LookAlikes)
                .ThenByDescending(cell => cell.Prospects)
                .ThenBy(cell => cell.Row)
                .ThenBy(cell => cell.Column);
    }

    /// <summary>Counts; null where accounts do not differ in province or industry, or nothing can be compared.</summary>
    public Answer? Run(Seen<Likeness> seen) =>
        seen.Findings.Found is { } found
        && AlikeList.Column(found, "province") is { } province
        && AlikeList.Column(found, "industry") is { } industry
            ? opportunities.Kept(seen, "white-space", () => Count(seen, found, province, industry), answer => answer.Industries.Count)
            : null;

    /// <summary>The look-alikes of a cell.</summary>
    public static string Address(Answer answer, WhiteSpaceCell cell) =>
        PageAddress
            .Parse("/opportunities/look-alikes")
            .With("province", answer.Provinces[cell.Row])
            .With("industry", answer.Industries[cell.Column])
            .With("bought", "no")
            .ToString();

    private Answer Count(Seen<Likeness> seen, LikenessFindings found, LikenessColumn province, LikenessColumn industry)
    {
        var sales = opportunities.Sales(seen).Figures;
        int[] accounts = [.. Enumerable.Range(0, province.Codes!.Length).Where(seen.Sees)];
        var (rows, provinces) = Commonest(province, accounts, MostProvinces);
        var (columns, industries) = Commonest(industry, accounts, MostIndustries);
        var buys = accounts.ToLookup(account => sales.Of(account)?.IsActive == true);
        var (customers, prospects) = (buys[true].ToArray(), buys[false].ToArray());
        var space = WhiteSpace.Of(
            provinces.Length,
            industries.Length,
            Places(customers),
            Places(prospects),
            Array.ConvertAll(prospects, account => found.LikenessOf(account) >= LikenessFindings.AlikeFrom - 1e-9)
        );
        return new(space, provinces, industries, space.Gaps(FewestLookAlikes));

        WhiteSpacePlaces Places(int[] of) =>
            new(
                Array.ConvertAll(of, account => rows[province.Codes![account]]),
                Array.ConvertAll(of, account => columns[industry.Codes![account]])
            );
    }

    private static (int[] NewCode, string[] Words) Commonest(LikenessColumn column, int[] accounts, int most)
    {
        var counts = new int[column.Words.Length];
        foreach (var account in accounts)
            counts[column.Codes![account]]++;
        int[] kept =
        [
            .. Enumerable.Range(1, counts.Length - 1).Where(code => counts[code] > 0).OrderByDescending(code => counts[code]).Take(most),
        ];
        var codes = new int[counts.Length];
        for (var at = 0; at < kept.Length; at++)
            codes[kept[at]] = at + 1;
        return (codes, ["", .. kept.Select(code => column.Words[code])]);
    }
}
