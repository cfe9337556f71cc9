using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Features.Accounts.List.Fields;
using Jingke.Web.Features.Accounts.List.Index;
using Jingke.Web.Features.Accounts.List.Where;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.List;

/// <summary>Accounts that a viewer sees, filtered, in an order, one page at a time; for the list page and the JSON endpoint.</summary>
internal sealed class AccountList(
    JingkeDbContext db,
    AccountIndex index,
    AccountConditions conditions,
    AccountTotals totals,
    ListFields fields
)
{
    // Conditions on facts cost a look for each account and condition: past this many accounts the total is only said to be larger.
    private const int LookedThrough = 5_000;

    /// <summary>One page.</summary>
    public async Task<Page<AccountRow>> RunAsync(AccountFilter filter, Sort sort, PageRequest wanted, CancellationToken cancel)
    {
        if (filter.Where is { } where)
            return await ConditionedAsync(filter, where, sort, wanted, cancel);
        if (await index.FindAsync(db, filter, sort, wanted, cancel) is { } answer && await ReadAsync(answer, cancel) is { } page)
            return page;

        var found = await conditions.RunAsync(filter, walked: null, cancel);
        var rows = found.Ordered(db, sort, fields).Select(RowOf);
        return await totals.ToPageAsync(rows, found, (Looking, filter), wanted, cancel);
    }

    /// <summary>All rows in their order, read one after another; for exports.</summary>
    public async Task<IAsyncEnumerable<AccountRow>> AllAsync(AccountFilter filter, Sort sort, CancellationToken cancel)
    {
        var walked = await conditions.FewestAsync(filter, cancel);
        return (await conditions.RunAsync(filter, walked, cancel)).Ordered(db, sort, fields).Select(RowOf).AsAsyncEnumerable();
    }

    // 'Me' is another person for each viewer, however much both see.
    private string Looking => $"{db.Viewer.ScopeKey}|{db.Viewer.UserId}";

    private async Task<Page<AccountRow>> ConditionedAsync(
        AccountFilter filter,
        ConditionSet where,
        Sort sort,
        PageRequest wanted,
        CancellationToken cancel
    )
    {
        if (where.Groups.Any(group => group.Alternatives.All(each => each.Condition is null)))
            return new([], 1, wanted.Size, 0);
        if (await conditions.FewestAsync(filter, cancel) is { } walked)
        {
            // So few that all of them are told apart at once: the page and the exact total cost no more than the page.
            var few = await conditions.RunAsync(filter, walked, cancel);
            var ids = await few.Ordered(db, sort, fields).Select(account => account.Id).ToArrayAsync(cancel);
            var page = wanted.Within(ids.Length);
            if (await ReadAsync(new([.. ids.Skip(page.Skip).Take(page.Size)], page, ids.Length), cancel) is { } answer)
                return answer;
        }

        var found = await conditions.RunAsync(filter, walked: null, cancel);
        var first = db.Accounts.AsNoTracking().OrderByDescending(account => account.NetSales).ThenByDescending(account => account.Id);
        var isLarge = await first.Skip(LookedThrough).AnyAsync(cancel);
        var counted = isLarge ? await conditions.RunAsync(first.Take(LookedThrough), filter, walked: null, cancel) : found;
        var rows = found.Ordered(db, sort, fields).Select(RowOf);
        return await totals.ToPageAsync(rows, counted, (Looking, filter), wanted, cancel, isPart: isLarge);
    }

    // Through the viewer's context, which shows nothing outside the scope whatever the index says.
    private async Task<Page<AccountRow>?> ReadAsync(AccountIndex.Answer answer, CancellationToken cancel)
    {
        var rows = await db.Accounts.AsNoTracking().Where(account => answer.Ids.Contains(account.Id)).Select(RowOf).ToListAsync(cancel);
        // An account went out of sight this very moment.
        if (rows.Count < answer.Ids.Length)
            return null;

        rows.Sort((one, other) => Array.IndexOf(answer.Ids, one.Id).CompareTo(Array.IndexOf(answer.Ids, other.Id)));
        return new(rows, answer.Page.Number, answer.Page.Size, answer.Total);
    }

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
