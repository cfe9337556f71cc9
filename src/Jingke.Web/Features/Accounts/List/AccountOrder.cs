using System.Linq.Expressions;
using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Jingke.Web.Features.Accounts.List.Fields;

namespace Jingke.Web.Features.Accounts.List;

/// <summary>Orders of the list. Every one ends with the identifier in the same direction, so that it is total and an index can follow it.</summary>
internal static class AccountOrder
{
    /// <summary>Largest net sales first.</summary>
    public const string Standard = "-sales";

    private static readonly string[] Keys =
    [
        "sales",
        "name",
        "code",
        "tier",
        "owner",
        "team",
        "region",
        "industry",
        "yoy",
        "last",
        "rank",
        "score",
        "ownership",
        "scale",
        "source",
        "kind",
        "created",
    ];

    /// <summary>Reads the order from an address. An order by what the person's role does not see would tell what it holds.</summary>
    public static Sort Parse(string? text, ListFields fields)
    {
        if (text is not null && Sort.Parse(text) is var asked && fields.Find(asked.Key) is { IsOfCatalogue: true, MayCompare: true })
            return asked;
        var sort = Parse(text);
        return fields.Hides(sort.Key) ? Parse(null) : sort;
    }

    /// <summary>Reads an order by what every account has.</summary>
    public static Sort Parse(string? text) => Sort.Parse(text, Standard, Keys);

    /// <summary>Puts accounts into an order, also by a field of the catalogue.</summary>
    public static IQueryable<Account> Ordered(this IQueryable<Account> accounts, JingkeDbContext db, Sort sort, ListFields fields) =>
        fields.Find(sort.Key) is { IsOfCatalogue: true } field ? ByField(accounts, db, sort, field) : accounts.Ordered(db, sort);

    /// <summary>Puts accounts into an order. What has no value comes last in both directions.</summary>
    public static IQueryable<Account> Ordered(this IQueryable<Account> accounts, JingkeDbContext db, Sort sort) =>
        sort.Key switch
        {
            "name" => By(accounts, sort, account => account.NameOrder),
            "code" => KnownFirst(accounts, sort, account => account.Code == null, account => account.Code),
            "tier" => By(
                accounts,
                sort,
                account =>
                    account.Tier == Tier.Key ? 0
                    : account.Tier == Tier.Rising ? 1
                    : account.Tier == Tier.Ordinary ? 2
                    : account.Tier == Tier.LetGo ? 3
                    : 4
            ),
            "owner" => KnownFirst(
                accounts,
                sort,
                account => account.OwnerId == null,
                account => db.Users.Where(user => user.Id == account.OwnerId).Select(user => user.DisplayName).FirstOrDefault()
            ),
            "team" => KnownFirst(
                accounts,
                sort,
                account => account.TeamId == null,
                account => db.Teams.Where(team => team.Id == account.TeamId).Select(team => team.Name).FirstOrDefault()
            ),
            "region" => KnownFirst(
                accounts,
                sort,
                account => account.ProvinceCode == null,
                account => account.ProvinceCode,
                account => account.CityCode
            ),
            "industry" => KnownFirst(accounts, sort, account => account.IndustryCode == null, account => account.IndustryCode),
            "yoy" => KnownFirst(accounts, sort, account => account.YearOnYear == null, account => account.YearOnYear),
            "last" => KnownFirst(accounts, sort, account => account.LastOrderOn == null, account => account.LastOrderOn),
            "rank" => KnownFirst(accounts, sort, account => account.SalesRank == null, account => account.SalesRank),
            "score" => KnownFirst(accounts, sort, account => account.ValueScore == null, account => account.ValueScore),
            "ownership" => KnownFirst(accounts, sort, account => account.Ownership == null, account => account.Ownership),
            "scale" => KnownFirst(accounts, sort, account => account.Size == null, account => account.Size),
            "source" => KnownFirst(accounts, sort, account => account.Source == null, account => account.Source),
            "kind" => By(accounts, sort, account => account.Kind),
            "created" => By(accounts, sort, account => account.CreatedAt),
            _ => By(accounts, sort, account => account.NetSales),
        };

    private static IQueryable<Account> ByField(IQueryable<Account> accounts, JingkeDbContext db, Sort sort, ListField field)
    {
        if (field.Column is Expression<Func<Account, string?>> text)
            return KnownFirst(accounts, sort, Missing(text), text);
        if (field.Column is Expression<Func<Account, int?>> number)
            return KnownFirst(accounts, sort, Missing(number), number);

        var facts = BelievedFact.LookedUp(db, field.Definition.Id);
        return field.IsMeasured
            ? KnownFirst(
                accounts,
                sort,
                account => !facts.Any(fact => fact.AccountId == account.Id),
                account => facts.Where(fact => fact.AccountId == account.Id).Select(fact => fact.Number).FirstOrDefault()
            )
            : KnownFirst(
                accounts,
                sort,
                account => !facts.Any(fact => fact.AccountId == account.Id),
                account => facts.Where(fact => fact.AccountId == account.Id).Select(fact => fact.Value).FirstOrDefault()
            );
    }

    private static Expression<Func<Account, bool>> Missing<TKey>(Expression<Func<Account, TKey>> key) =>
        Expression.Lambda<Func<Account, bool>>(Expression.Equal(key.Body, Expression.Constant(null, typeof(TKey))), key.Parameters);

    private static IQueryable<Account> By<TKey>(IQueryable<Account> accounts, Sort sort, Expression<Func<Account, TKey>> key) =>
        sort.Descending
            ? accounts.OrderByDescending(key).ThenByDescending(account => account.Id)
            : accounts.OrderBy(key).ThenBy(account => account.Id);

    private static IQueryable<Account> KnownFirst<TKey>(
        IQueryable<Account> accounts,
        Sort sort,
        Expression<Func<Account, bool>> isMissing,
        Expression<Func<Account, TKey>> key,
        Expression<Func<Account, TKey>>? then = null
    )
    {
        var known = accounts.OrderBy(isMissing);
        var ordered = sort.Descending ? known.ThenByDescending(key) : known.ThenBy(key);
        if (then is not null)
            ordered = sort.Descending ? ordered.ThenByDescending(then) : ordered.ThenBy(then);
        return sort.Descending ? ordered.ThenByDescending(account => account.Id) : ordered.ThenBy(account => account.Id);
    }
}
