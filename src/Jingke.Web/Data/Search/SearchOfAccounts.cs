using Jingke.Domain.Accounts;

namespace Jingke.Web.Data.Search;

/// <summary>The search as a condition of a list of accounts.</summary>
internal static class SearchOfAccounts
{
    /// <summary>Keeps the accounts in which every word of a query is found; all of them when nothing was typed.</summary>
    public static IQueryable<Account> Found(this IQueryable<Account> accounts, JingkeDbContext db, SearchQuery query)
    {
        if (query.Text.Length == 0)
            return accounts;
        if (query.IsEmpty)
            return accounts.Where(_ => false);

        var found = SearchIndex.Of(db).Matching(db, query);
        return accounts.Where(account => found.Contains(account.Id));
    }
}
