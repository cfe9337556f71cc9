using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.List;

/// <summary>Accounts that a viewer sees, filtered, in an order, one page at a time; for the list page and the JSON endpoint.</summary>
internal sealed class AccountList(JingkeDbContext db, AccountConditions conditions, AccountTotals totals)
{
    /// <summary>One page.</summary>
    public async Task<Page<AccountRow>> RunAsync(AccountFilter filter, Sort sort, PageRequest wanted, CancellationToken cancel)
    {
        var found = await conditions.RunAsync(filter, cancel);
        var rows = found.Ordered(db, sort).Select(RowOf);
        return await totals.ToPageAsync(rows, found, (db.Viewer.ScopeKey, filter), wanted, cancel);
    }

    /// <summary>All rows in their order, read one after another; for exports.</summary>
    public async Task<IAsyncEnumerable<AccountRow>> AllAsync(AccountFilter filter, Sort sort, CancellationToken cancel) =>
        (await conditions.RunAsync(filter, cancel)).Ordered(db, sort).Select(RowOf).AsAsyncEnumerable();

    private static readonly System.Linq.Expressions.Expression<Func<Account, AccountRow>> RowOf = account => new AccountRow
    {
        Id = account.Id,
        Kind = account.Kind,
        Code = account.Code,
        Name = account.Name,
        Tier = account.Tier,
        OwnerId = account.OwnerId,
        TeamId = account.TeamId,
        ProvinceCode = account.ProvinceCode,
        CityCode = account.CityCode,
        RegionText = account.RegionText,
        IndustryCode = account.IndustryCode,
        IndustryText = account.IndustryText,
        Ownership = account.Ownership,
        Size = account.Size,
        Source = account.Source,
        NetSales = account.NetSales,
        YearOnYear = account.YearOnYear,
        LastOrderOn = account.LastOrderOn,
        SalesRank = account.SalesRank,
        ValueScore = account.ValueScore,
        CreatedAt = account.CreatedAt,
    };
}

/// <summary>What a row shows. Names of people, places and industries are looked up in memory.</summary>
public sealed record AccountRow
{
    /// <inheritdoc cref="Account.Id"/>
    public long Id { get; init; }

    /// <inheritdoc cref="Account.Kind"/>
    public AccountKind Kind { get; init; }

    /// <inheritdoc cref="Account.Code"/>
    public string? Code { get; init; }

    /// <inheritdoc cref="Account.Name"/>
    public required string Name { get; init; }

    /// <inheritdoc cref="Account.Tier"/>
    public Tier? Tier { get; init; }

    /// <inheritdoc cref="Account.OwnerId"/>
    public Guid? OwnerId { get; init; }

    /// <inheritdoc cref="Account.TeamId"/>
    public long? TeamId { get; init; }

    /// <inheritdoc cref="Account.ProvinceCode"/>
    public string? ProvinceCode { get; init; }

    /// <inheritdoc cref="Account.CityCode"/>
    public string? CityCode { get; init; }

    /// <inheritdoc cref="Account.RegionText"/>
    public string? RegionText { get; init; }

    /// <inheritdoc cref="Account.IndustryCode"/>
    public string? IndustryCode { get; init; }

    /// <inheritdoc cref="Account.IndustryText"/>
    public string? IndustryText { get; init; }

    /// <inheritdoc cref="Account.Ownership"/>
    public string? Ownership { get; init; }

    /// <inheritdoc cref="Account.Size"/>
    public string? Size { get; init; }

    /// <inheritdoc cref="Account.Source"/>
    public string? Source { get; init; }

    /// <inheritdoc cref="Account.NetSales"/>
    public long NetSales { get; init; }

    /// <inheritdoc cref="Account.YearOnYear"/>
    public double? YearOnYear { get; init; }

    /// <inheritdoc cref="Account.LastOrderOn"/>
    public DateOnly? LastOrderOn { get; init; }

    /// <inheritdoc cref="Account.SalesRank"/>
    public int? SalesRank { get; init; }

    /// <inheritdoc cref="Account.ValueScore"/>
    public double? ValueScore { get; init; }

    /// <inheritdoc cref="Account.CreatedAt"/>
    public DateTime CreatedAt { get; init; }
}
