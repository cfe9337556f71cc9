using Jingke.Domain.Duplicates;
using Jingke.Web.Data.Search;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Duplicates;

/// <summary>Reads what accounts are compared by, in the order of their identifiers.</summary>
internal static class ScannedAccounts
{
    private const int ChunkSize = 20_000;

    /// <summary>All accounts that are not in the recycle bin.</summary>
    public static async Task<(long[] Ids, List<MatchSubject> Subjects)> ReadAsync(
        JingkeDbContext db,
        Action<double> progress,
        CancellationToken cancel
    )
    {
        var total = await db.Accounts.CountAsync(cancel);
        var (ids, subjects) = (new List<long>(total), new List<MatchSubject>(total));
        for (var last = long.MinValue; ; )
        {
            var after = last;
            var chunk = await SubjectsAsync(
                db,
                db.Accounts.Where(account => account.Id > after).OrderBy(account => account.Id).Take(ChunkSize),
                cancel
            );
            if (chunk.Count == 0)
                return ([.. ids], subjects);
            foreach (var (id, subject) in chunk)
            {
                ids.Add(id);
                subjects.Add(subject);
            }
            last = ids[^1];
            progress(Math.Min(1, (double)ids.Count / total));
        }
    }

    /// <summary>What some accounts are compared by.</summary>
    public static async Task<List<(long Id, MatchSubject Subject)>> SubjectsAsync(
        JingkeDbContext db,
        IQueryable<Domain.Accounts.Account> which,
        CancellationToken cancel
    )
    {
        var accounts = await which
            .AsNoTracking()
            .Select(account => new
            {
                Source = new SearchEntry.Source(account.Id, account.Name, null, null, account.CreditCode, account.Phone, null),
                account.ProvinceCode,
                account.CityCode,
                account.Kind,
            })
            .ToListAsync(cancel);
        if (accounts.Count == 0)
            return [];

        var (first, last) = (accounts.Min(account => account.Source.Id), accounts.Max(account => account.Source.Id));
        var reachable = db.Contacts.IgnoreQueryFilters().AsNoTracking().Where(contact => contact.DeletedAt == null);
        var ids = accounts.ConvertAll(account => account.Source.Id);
        // A chunk of a scan is nearly without gaps, so that its range is read; a few hits are asked for one by one.
        reachable =
            accounts.Count > 500
                ? reachable.Where(contact => contact.AccountId >= first && contact.AccountId <= last)
                : reachable.Where(contact => ids.Contains(contact.AccountId));
        var contacts = (
            await reachable
                .Where(contact => contact.Mobile != null || contact.Phone != null || contact.Email != null)
                .Select(contact => new SearchEntry.ContactSource(contact.AccountId, "", contact.Mobile, contact.Phone, contact.Email))
                .ToListAsync(cancel)
        ).ToLookup(contact => contact.AccountId);
        return accounts.ConvertAll(account =>
            (
                account.Source.Id,
                MatchKeyIndex.SubjectOf(account.Source, contacts[account.Source.Id]) with
                {
                    ProvinceCode = account.ProvinceCode,
                    CityCode = account.CityCode,
                    Kind = account.Kind,
                }
            )
        );
    }
}
