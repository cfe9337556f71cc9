using Jingke.Domain.Accounts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Web.Common;
using Jingke.Web.Features.Accounts.Card;
using Jingke.Web.Features.Accounts.Edit;

namespace Jingke.Web.Features.Accounts.Json;

/// <summary>
/// An account as JSON. Send <see cref="Version"/> back when changing it. NetSales is in currency units. <see cref="Fields"/> has, by key,
/// the value of each field of the catalogue that the role sees and something is known of; members that repeat a masked field are null.
/// </summary>
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
    decimal NetSales,
    double? YearOnYear,
    DateOnly? LastOrderOn,
    DateOnly? LastContactOn,
    DateTime UpdatedAt,
    int Version,
    IReadOnlyDictionary<string, AccountDocument.FieldValue> Fields
)
{
    /// <summary>The value of a field.</summary>
    /// <param name="Value">As facts store it; null where it is masked, and where it is contradicted and nothing stands.</param>
    /// <param name="Text">In words.</param>
    /// <param name="Knowledge">How well it is known.</param>
    /// <param name="IsMasked">Whether it is personal data that is left out.</param>
    internal sealed record FieldValue(string? Value, string? Text, Knowledge Knowledge, bool IsMasked);

    /// <summary>The document of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="sheet">What is known of it, as its reader may see it.</param>
    public static AccountDocument Of(Account account, FactSheet sheet)
    {
        var input = AccountInput.Of(account, 0).Masked(sheet.Catalogue, sheet.Role);
        return Of(account, input, FieldsOf(sheet));
    }

    private static Dictionary<string, FieldValue> FieldsOf(FactSheet sheet) =>
        sheet
            .Sections.SelectMany(section => section)
            .Where(field => field.Knowledge != Knowledge.Unknown)
            .ToDictionary(
                field => field.Definition.Key,
                field =>
                    field.Definition.IsSensitive
                        ? new FieldValue(null, null, field.Knowledge, IsMasked: true)
                        : new(field.Shown?.Fact.Value, field.Text, field.Knowledge, IsMasked: false),
                StringComparer.Ordinal
            );

    private static AccountDocument Of(Account account, AccountInput shown, IReadOnlyDictionary<string, FieldValue> fields) =>
        new(
            account.Id,
            account.Kind,
            account.Name,
            account.ShortName,
            account.Code,
            shown.CreditCode,
            shown.Region is null ? null : account.ProvinceCode,
            shown.Region is null ? null : account.CityCode,
            shown.RegionText,
            shown.Address,
            shown.Industry,
            shown.IndustryText,
            shown.Ownership,
            shown.Size,
            shown.Employees,
            shown.Phone,
            shown.Website,
            account.Source,
            account.Note,
            account.OwnerId,
            account.TeamId,
            account.Tier,
            account.TierSince,
            account.ValueScore,
            account.SalesRank,
            JsonMoney.Units(account.NetSales),
            account.YearOnYear,
            account.LastOrderOn,
            account.LastContactOn,
            account.UpdatedAt,
            account.Version,
            fields
        );
}
