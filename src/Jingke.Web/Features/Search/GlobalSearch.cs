using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Search;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Search;

/// <summary>
/// Finds accounts by anything that people know of them, the likeliest first: an exact code or number, then a name that begins
/// with the words, then by net sales. Limited to what the viewer sees.
/// </summary>
internal sealed class GlobalSearch(JingkeDbContext db)
{
    /// <summary>How many a page of results shows.</summary>
    public const int PageSize = 50;

    // More than are shown, so that a good match with small sales is among them.
    private const int Candidates = 200;

    /// <summary>The first results.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="most">How many are wanted, at most <see cref="PageSize"/>.</param>
    /// <param name="cancel">Ends the search; the person typed on.</param>
    public async Task<SearchResults> RunAsync(string? text, int most, CancellationToken cancel)
    {
        var query = SearchQuery.Parse(text);
        if (query.IsEmpty)
            return new(query.Text, [], HasMore: false);

        var found = await Rows(db.Accounts.Found(db, query)).Take(Candidates + 1).ToListAsync(cancel);
        // Whoever types a code in full wants that one account, however many others contain it.
        if (found.Count > Candidates)
        {
            var typed = query.Text;
            var code = typed.ToUpperInvariant();
            found.InsertRange(
                0,
                await Rows(db.Accounts.Where(account => account.Code == typed || account.CreditCode == code)).ToListAsync(cancel)
            );
        }
        var best = found.DistinctBy(row => row.Id).OrderBy(row => Distance(row, query)).Take(most).ToList();
        var ids = best.ConvertAll(row => row.Id);
        var contacts = await db
            .Contacts.AsNoTracking()
            .Where(contact => ids.Contains(contact.AccountId))
            .Select(contact => new FoundContact(
                contact.AccountId,
                contact.Name,
                contact.Title,
                contact.Mobile,
                contact.Phone,
                contact.Email
            ))
            .ToListAsync(cancel);
        var ofAccount = contacts.ToLookup(contact => contact.AccountId);
        return new(
            query.Text,
            [.. best.Select(row => SearchHit.Of(row, ofAccount[row.Id], query, db.Viewer.SeesReach(row.Id, row.OwnerId, row.TeamId)))],
            found.Count > most
        );
    }

    private static IQueryable<FoundAccount> Rows(IQueryable<Account> accounts) =>
        accounts
            .AsNoTracking()
            .OrderByDescending(account => account.NetSales)
            .ThenByDescending(account => account.Id)
            .Select(account => new FoundAccount(
                account.Id,
                account.Name,
                account.ShortName,
                account.Code,
                account.CreditCode,
                account.Phone,
                account.Tier,
                account.OwnerId,
                account.TeamId,
                account.ProvinceCode,
                account.CityCode
            ));

    private static int Distance(FoundAccount row, SearchQuery query)
    {
        if (
            string.Equals(row.Code, query.Text, StringComparison.OrdinalIgnoreCase)
            || string.Equals(row.CreditCode, query.Text, StringComparison.OrdinalIgnoreCase)
        )
            return 0;
        var word = query.Words[0];
        var name = SearchText.Fold(row.Name);
        if (name.StartsWith(word, StringComparison.Ordinal) || SearchText.Fold(row.ShortName).StartsWith(word, StringComparison.Ordinal))
            return 1;
        var (full, initials) = SearchText.Pinyin(name);
        if (initials.Concat(full).Any(pinyin => pinyin.StartsWith(word, StringComparison.Ordinal)))
            return 2;
        return name.Contains(word, StringComparison.Ordinal) ? 3 : 4;
    }
}

/// <summary>An account that may be meant.</summary>
internal sealed record FoundAccount(
    long Id,
    string Name,
    string? ShortName,
    string? Code,
    string? CreditCode,
    string? Phone,
    Tier? Tier,
    Guid? OwnerId,
    long? TeamId,
    string? ProvinceCode,
    string? CityCode
);

/// <summary>A contact of such an account.</summary>
internal sealed record FoundContact(long AccountId, string Name, string? Title, string? Mobile, string? Phone, string? Email);
