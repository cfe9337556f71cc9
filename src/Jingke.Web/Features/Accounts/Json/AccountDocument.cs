using Jingke.Domain.Accounts;

namespace Jingke.Web.Features.Accounts.Json;

/// <summary>An account as JSON. Send <see cref="Version"/> back when changing it. NetSales is in ten-thousandths of the currency unit.</summary>
internal sealed record AccountDocument(
    long Id,
    AccountKind Kind,
    string Name,
    string? ShortName,
    string? Code,
    string? CreditCode,
    string? ProvinceCode,
    string? CityCode,
    string? RegionText,
    string? Address,
    string? IndustryCode,
    string? IndustryText,
    string? Ownership,
    string? Size,
    int? Employees,
    string? Phone,
    string? Website,
    string? Source,
    string? Note,
    Guid? OwnerId,
    long? TeamId,
    Tier? Tier,
    DateOnly? TierSince,
    double? ValueScore,
    int? SalesRank,
    long NetSales,
    double? YearOnYear,
    DateOnly? LastOrderOn,
    DateTime UpdatedAt,
    int Version
)
{
    /// <summary>The document of an account.</summary>
    public static AccountDocument Of(Account account) =>
        new(
            account.Id,
            account.Kind,
            account.Name,
            account.ShortName,
            account.Code,
            account.CreditCode,
            account.ProvinceCode,
            account.CityCode,
            account.RegionText,
            account.Address,
            account.IndustryCode,
            account.IndustryText,
            account.Ownership,
            account.Size,
            account.Employees,
            account.Phone,
            account.Website,
            account.Source,
            account.Note,
            account.OwnerId,
            account.TeamId,
            account.Tier,
            account.TierSince,
            account.ValueScore,
            account.SalesRank,
            account.NetSales,
            account.YearOnYear,
            account.LastOrderOn,
            account.UpdatedAt,
            account.Version
        );
}
