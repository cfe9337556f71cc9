using System.Linq.Expressions;
using Jingke.Domain.Accounts;
using Jingke.Domain.Reference;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Jingke.Web.Data.Search;
using Jingke.Web.Features.Accounts.Groups;
using Jingke.Web.Features.Accounts.List.Fields;
using Jingke.Web.Features.Accounts.List.Where;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.List;

/// <summary>Turns a filter into conditions that the database answers from its indexes. The viewer's scope comes from the context.</summary>
internal sealed class AccountConditions(JingkeDbContext db, PeopleDirectory people, ListFields fields)
{
    private readonly ConditionQuery conditions = new(db, people);

    /// <summary>The accounts that a filter keeps, in no order.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="walked">The group of conditions that is answered by a walk through its facts, see <see cref="FewestAsync"/>.</param>
    /// <param name="cancel">Ends the reading.</param>
    public Task<IQueryable<Account>> RunAsync(AccountFilter filter, ConditionSet.Group? walked, CancellationToken cancel) =>
        RunAsync(db.Accounts.AsNoTracking(), filter, walked, cancel);

    /// <inheritdoc cref="RunAsync(AccountFilter, ConditionSet.Group?, CancellationToken)"/>
    public Task<IQueryable<Account>> RunAsync(
        IQueryable<Account> accounts,
        AccountFilter filter,
        ConditionSet.Group? walked,
        CancellationToken cancel
    ) => RunAsync(accounts, filter, walked, [], cancel);

    /// <summary>The group of conditions of a filter that few accounts can meet; null without any.</summary>
    public Task<ConditionSet.Group?> FewestAsync(AccountFilter filter, CancellationToken cancel) =>
        filter.Where is { } where ? conditions.FewestAsync(where, cancel) : Task.FromResult<ConditionSet.Group?>(null);

    private async Task<IQueryable<Account>> RunAsync(
        IQueryable<Account> accounts,
        AccountFilter filter,
        ConditionSet.Group? walked,
        HashSet<long> passed,
        CancellationToken cancel
    )
    {
        var found = accounts.Found(db, SearchQuery.Parse(filter.Text));
        found = Responsible(found, filter);
        found = Described(found, filter);
        found = Traded(found, filter);
        if (filter.ZoneId is { } zoneId)
        {
            var provinces = await ProvincesAsync(db, zoneId, cancel);
            found = found.Where(account => provinces.Contains(account.ProvinceCode!));
        }
        if (filter.Where is { } where)
            found = conditions.Keep(found, where, walked);
        return filter.GroupId is { } group ? await InGroupAsync(found, group, passed, cancel) : found;
    }

    // Each filter of a group finds what it would find for this viewer, whoever made it.
    private async Task<IQueryable<Account>> InGroupAsync(
        IQueryable<Account> found,
        long group,
        HashSet<long> passed,
        CancellationToken cancel
    )
    {
        var members = await GroupMembers.ReadAsync(db, group, passed, cancel);
        var filters = members.Queries.Select(query => AccountFilter.Of(PageAddress.Parse($"/accounts?{query}"), fields)).ToList();
        // The only one: its conditions stand beside the others, so that the database chooses among all of its indexes.
        if (members.Fixed.Count == 0 && filters is [var only])
            return await RunAsync(found, only, walked: null, passed, cancel);

        var fixedIds = members.Fixed.ToArray();
        var inside = new List<Expression<Func<Account, bool>>>();
        if (fixedIds.Length > 0)
            inside.Add(account =>
                db.AccountGroupMembers.Any(member => member.AccountId == account.Id && fixedIds.Contains(member.GroupId))
            );
        foreach (var filter in filters)
        {
            var kept = (await RunAsync(db.Accounts.AsNoTracking(), filter, walked: null, [.. passed], cancel)).Select(account =>
                account.Id
            );
            inside.Add(account => kept.Contains(account.Id));
        }
        return found.Where(Predicates.AnyOf(inside));
    }

    /// <summary>Codes of the provinces of a zone; none when there is no such zone.</summary>
    public static async Task<string[]> ProvincesAsync(JingkeDbContext db, long zoneId, CancellationToken cancel)
    {
        var zone = await db.Zones.AsNoTracking().SingleOrDefaultAsync(each => each.Id == zoneId, cancel);
        return zone?.Provinces.ToArray() ?? [];
    }

    /// <summary>Below a section of industries, a letter, come divisions of two digits; below those the code only grows.</summary>
    public static string[] DivisionsOf(string section) =>
        [.. Industries.All.Values.Where(each => each.Section == section && each.Code.Length == 2).Select(each => each.Code)];

    private IQueryable<Account> Responsible(IQueryable<Account> found, AccountFilter filter)
    {
        var owner = filter.Mine ? db.Viewer.UserId : filter.OwnerId;
        if (owner is not null)
            found = found.Where(account => account.OwnerId == owner);
        if (filter.NoOwner)
            found = found.Where(account => account.OwnerId == null);
        if (filter.TeamId is { } team && people.Current.TeamAndBelow(team) is var teams)
            found =
                teams.Count == 1
                    ? found.Where(account => account.TeamId == team)
                    : found.Where(account => teams.Contains(account.TeamId!.Value));
        if (filter.NoTeam)
            found = found.Where(account => account.TeamId == null);
        return found;
    }

    private static IQueryable<Account> Described(IQueryable<Account> found, AccountFilter filter)
    {
        if (filter.Tier is { } tier)
            found = found.Where(account => account.Tier == tier);
        if (filter.NoTier)
            found = found.Where(account => account.Tier == null);
        if (filter.Kind is { } kind)
            found = found.Where(account => account.Kind == kind);
        if (filter.Province is { } province)
            found = found.Where(account => account.ProvinceCode == province);
        if (filter.City is { } city)
            found = found.Where(account => account.CityCode == city);
        if (filter.Industry is { } industry)
            found = OfIndustry(found, industry);
        if (filter.Ownership is { } ownership)
            found = found.Where(account => account.Ownership == ownership);
        if (filter.Size is { } size)
            found = found.Where(account => account.Size == size);
        if (filter.Source is { } source)
            found = found.Where(account => account.Source == source);
        return found;
    }

    private static IQueryable<Account> OfIndustry(IQueryable<Account> found, string industry)
    {
        if (industry.Length != 1)
            return found.Where(account => account.IndustryCode!.StartsWith(industry));

        var divisions = DivisionsOf(industry);
        return found.Where(account => account.IndustryCode == industry || divisions.Contains(account.IndustryCode!.Substring(0, 2)));
    }

    private static IQueryable<Account> Traded(IQueryable<Account> found, AccountFilter filter)
    {
        if (filter.LastOrderFrom is { } from)
            found = found.Where(account => account.LastOrderOn >= from);
        if (filter.LastOrderTo is { } to)
            found = found.Where(account => account.LastOrderOn <= to);
        if (filter.SalesFrom is { } least)
            found = found.Where(account => account.NetSales >= least);
        if (filter.SalesTo is { } most)
            found = found.Where(account => account.NetSales <= most);
        return found;
    }
}
