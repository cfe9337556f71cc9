using Jingke.Analytics.Ledger;
using Jingke.Web.Data;
using Jingke.Web.Data.Search;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Opportunities;

/// <summary>Accounts by words, as the search finds them.</summary>
internal sealed class FoundAccounts(JingkeDbContext db)
{
    /// <summary>Indexes of the accounts found in a ledger; null for no words.</summary>
    public async Task<HashSet<int>?> RunAsync(SalesLedger ledger, string? text, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;

        var ids = await db.Accounts.Found(db, SearchQuery.Parse(text.Trim())).Select(account => account.Id).ToListAsync(cancel);
        return [.. ids.Select(ledger.Accounts.IndexOf)];
    }
}
