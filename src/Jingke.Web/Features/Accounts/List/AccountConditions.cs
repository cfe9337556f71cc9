using Jingke.Domain.Accounts;
using Jingke.Domain.Reference;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Jingke.Web.Data.Search;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.List;

/// <summary>Turns a filter into conditions that the database answers from its indexes. The viewer's scope comes from the context.</summary>
internal sealed class AccountConditions(JingkeDbContext db, PeopleDirectory people)
{
    /// <summary>The accounts that a filter keeps, in no order.</summary>
    public async Task<IQueryable<Account>> RunAsync(AccountFilter filter, CancellationToken cancel)
    {
        var found = db.Accounts.AsNoTracking().Found(db, SearchQuery.Parse(filter.Text));
        found = Responsible(found, filter);
        found = Described(found, filter);
        found = Traded(found, filter);
        if (filter.ZoneId is { } zoneId)
        {
            var zone = await db.Zones.AsNoTracking().SingleOrDefaultAsync(each => each.Id == zoneId, cancel);
            var provinces = zone?.Provinces.ToArray() ?? [];
            found = found.Where(account => provinces.Contains(account.ProvinceCode!));
        }
        return found;
    }

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

    // Below a section, a letter, come divisions of two digits; below those the code only grows.
    private static IQueryable<Account> OfIndustry(IQueryable<Account> found, string industry)
    {
        if (industry.Length != 1)
            return found.Where(account => account.IndustryCode!.StartsWith(industry));

        var divisions = Industries
            .All.Values.Where(each => each.Section == industry && each.Code.Length == 2)
            .Select(each => each.Code)
            .ToArray();
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
