using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Features.Accounts.List;
using Jingke.Web.Features.Accounts.List.Fields;

namespace Jingke.Web.Features.Accounts.Json;

/// <summary>A row of the account list as JSON. NetSales is in currency units; Values are those of the fields that were asked for.</summary>
internal sealed record AccountEntry(
    long Id,
    AccountKind Kind,
    string? Code,
    string Name,
    Tier? Tier,
    Guid? OwnerId,
    long? TeamId,
    string? ProvinceCode,
    string? CityCode,
    string? RegionText,
    string? IndustryCode,
    string? IndustryText,
    string? Ownership,
    string? Size,
    string? Source,
    decimal NetSales,
    double? YearOnYear,
    DateOnly? LastOrderOn,
    int? SalesRank,
    double? ValueScore,
    DateTime CreatedAt,
    IReadOnlyDictionary<string, string?>? Values
)
{
    /// <summary>The entry of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="fields">What the person may see.</param>
    /// <param name="chosen">The fields that were asked for.</param>
    /// <param name="known">Their values.</param>
    public static AccountEntry Of(
        AccountRow row,
        ListFields fields,
        IReadOnlyList<ListField> chosen,
        IReadOnlyDictionary<(long AccountId, string Field), ListValue> known
    )
    {
        return new(
            row.Id,
            row.Kind,
            row.Code,
            row.Name,
            row.Tier,
            row.OwnerId,
            row.TeamId,
            Seen("region", row.ProvinceCode),
            Seen("region", row.CityCode),
            Seen("region", row.RegionText),
            Seen("industry", row.IndustryCode),
            Seen("industry", row.IndustryText),
            Seen("ownership", row.Ownership),
            Seen("scale", row.Size),
            row.Source,
            JsonMoney.Units(row.NetSales),
            row.YearOnYear,
            row.LastOrderOn,
            row.SalesRank,
            row.ValueScore,
            row.CreatedAt,
            chosen.Count == 0
                ? null
                : chosen.ToDictionary(field => field.Definition.Key, field => known.GetValueOrDefault((row.Id, field.Name))?.Value?.Text)
        );

        string? Seen(string column, string? value) => fields.Hides(column) ? null : value;
    }
}
