using Jingke.Analytics.Figures;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Performance;
using Jingke.Domain.Accounts;

namespace Jingke.Web.Features.Analysis.Performance;

/// <summary>A pair of account and product with its performance.</summary>
/// <param name="Year">Its calendar year; null for the period.</param>
/// <param name="AccountId">The account.</param>
/// <param name="AccountCode">Its code; may be empty.</param>
/// <param name="AccountName">Its name.</param>
/// <param name="ProductId">The product; 0 where not known.</param>
/// <param name="ProductCode">Its code; may be empty.</param>
/// <param name="ProductName">Its name; empty where not known.</param>
/// <param name="Quantity">Quantity, ten-thousandths.</param>
/// <param name="NetSales">Net sales, ten-thousandths.</param>
/// <param name="Share">Share of the net sales listed (of the year); null when these are not positive.</param>
/// <param name="Change">Change against the comparison period (the year before).</param>
/// <param name="Rank">Rank by net sales among the pairs listed (of the year); null when there is no line.</param>
/// <param name="Tier">The account's tier by the last evaluation.</param>
/// <param name="Reasons">Why, as stored; empty when never evaluated.</param>
internal sealed record PairRow(
    int? Year,
    long AccountId,
    string AccountCode,
    string AccountName,
    long ProductId,
    string ProductCode,
    string ProductName,
    long Quantity,
    long NetSales,
    double? Share,
    YearOnYear Change,
    int? Rank,
    Tier? Tier = null,
    string Reasons = ""
)
{
    /// <summary>A pair in a period.</summary>
    public static PairRow Of(SalesLedger ledger, ProductPerformance pair) =>
        Of(ledger, pair.Account, pair.Product) with
        {
            Quantity = pair.Quantity,
            NetSales = pair.NetSales,
            Share = pair.Share,
            Change = pair.YearOnYear,
            Rank = pair.Rank,
        };

    /// <summary>A pair in a calendar year.</summary>
    public static PairRow Of(SalesLedger ledger, YearlyPerformance row) =>
        Of(ledger, row.Account, row.Product) with
        {
            Year = row.Year,
            Quantity = row.Quantity,
            NetSales = row.NetSales,
            Share = row.Share,
            Change = row.YearOnYear,
            Rank = row.Rank,
        };

    private static PairRow Of(SalesLedger ledger, int account, int product) =>
        new(
            null,
            ledger.Accounts.Ids[account],
            ledger.Accounts.Codes[account],
            ledger.Accounts.Names[account],
            ledger.Products.Ids[product],
            ledger.Products.Codes[product],
            ledger.Products.Names[product],
            0,
            0,
            null,
            default,
            null
        );
}
