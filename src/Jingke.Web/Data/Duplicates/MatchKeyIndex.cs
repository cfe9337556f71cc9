using System.Globalization;
using System.Text;
using Jingke.Domain.Duplicates;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Data.Search;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Duplicates;

/// <summary>Keeps the match keys of accounts; written wherever the search index is, in the same transaction.</summary>
internal static class MatchKeyIndex
{
    // Up to here one statement is quicker than opening a writer, and leaves the connection's cache as it is.
    private const int FewRows = 400;

    /// <summary>Replaces the keys of some accounts; those without a source lose theirs. Works in the current transaction.</summary>
    /// <param name="db">The context.</param>
    /// <param name="ids">The accounts.</param>
    /// <param name="accounts">What they are now.</param>
    /// <param name="contacts">Their contacts, by account.</param>
    /// <param name="cancel">Ends the work.</param>
    public static async Task WriteAsync(
        JingkeDbContext db,
        long[] ids,
        IReadOnlyList<SearchEntry.Source> accounts,
        ILookup<long, SearchEntry.ContactSource> contacts,
        CancellationToken cancel
    )
    {
        await db.MatchKeys.Where(key => ids.Contains(key.AccountId)).ExecuteDeleteAsync(cancel);
        var rows = new List<(long Key, long Account)>(accounts.Count * 10);
        AddRows(rows, accounts, contacts);
        if (rows.Count == 0)
            return;
        if (rows.Count <= FewRows)
            await db.Database.ExecuteSqlRawAsync(Statement(rows), cancel);
        else
            WriteMany(db, rows);
    }

    /// <summary>Fills the table of a database of an earlier version, which has accounts and no keys.</summary>
    public static async Task FillAsync(JingkeDbContext db, CancellationToken cancel)
    {
        if (await db.MatchKeys.AnyAsync(cancel) || !await db.Accounts.IgnoreQueryFilters().AnyAsync(cancel))
            return;

        var rows = new List<(long Key, long Account)>();
        await foreach (var (accounts, contacts) in SearchIndex.SourcesAsync(db, cancel))
            AddRows(rows, accounts, contacts);

        // All at once, in the order of the table, and its other index made last: keys are spread over it evenly, so that writing them
        // account by account would touch every page again and again.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"DROP INDEX ix_match_key_account_id", cancel);
        WriteMany(db, rows);
        await db.Database.ExecuteSqlAsync($"CREATE INDEX ix_match_key_account_id ON match_key (account_id)", cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>What an account is compared by.</summary>
    public static MatchSubject SubjectOf(SearchEntry.Source account, IEnumerable<SearchEntry.ContactSource> contacts)
    {
        var (phones, domains) = (new List<string>(), new List<string>());
        AddPhone(account.Phone);
        foreach (var contact in contacts)
        {
            AddPhone(contact.Mobile);
            AddPhone(contact.Phone);
            if (ContactData.MailDomain(contact.Email) is { } domain && !domains.Contains(domain))
                domains.Add(domain);
        }
        return new()
        {
            Name = ComparableName.Of(account.Name, HanCharacters.Simplified),
            CreditCode = account.CreditCode,
            Phones = phones,
            Domains = domains,
        };

        void AddPhone(string? text)
        {
            if (ContactData.Phone(text) is { } phone && !phones.Contains(phone))
                phones.Add(phone);
        }
    }

    private static void AddRows(
        List<(long Key, long Account)> rows,
        IReadOnlyList<SearchEntry.Source> accounts,
        ILookup<long, SearchEntry.ContactSource> contacts
    )
    {
        foreach (var account in accounts)
        foreach (var key in MatchKeys.Of(SubjectOf(account, contacts[account.Id]), whole: false))
            rows.Add((key, account.Id));
    }

    // Numbers only, so nothing can be broken out of.
    private static string Statement(List<(long Key, long Account)> rows)
    {
        var sql = new StringBuilder("INSERT INTO match_key (key, account_id) VALUES ");
        for (var at = 0; at < rows.Count; at++)
            sql.Append(CultureInfo.InvariantCulture, $"{(at == 0 ? "" : ", ")}({rows[at].Key}, {rows[at].Account})");
        return sql.ToString();
    }

    private static void WriteMany(JingkeDbContext db, List<(long Key, long Account)> rows)
    {
        // In the order of the table, so that its pages are visited once.
        rows.Sort();
        using var writer = BulkWriter.Open(db, "match_key", "key", "account_id");
        foreach (var (key, account) in rows)
        {
            writer.Long(key);
            writer.Long(account);
            writer.EndRow();
        }
        writer.Complete();
    }
}
