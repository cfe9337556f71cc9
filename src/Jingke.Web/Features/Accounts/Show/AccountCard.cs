using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Show;

/// <summary>An account with its contacts and its latest verdict, as its page shows them.</summary>
internal sealed class AccountCard(JingkeDbContext db)
{
    /// <summary>The card; null when there is no such account in the viewer's scope.</summary>
    public async Task<AccountSheet?> RunAsync(long id, CancellationToken cancel)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancel);
        if (account is null)
            return null;

        var contacts = await db
            .Contacts.AsNoTracking()
            .Where(contact => contact.AccountId == id && contact.ErasedAt == null)
            .OrderByDescending(contact => contact.IsPrimary)
            .ThenBy(contact => contact.Id)
            .ToListAsync(cancel);
        var verdict = await db
            .Evaluations.AsNoTracking()
            .Where(each => each.AccountId == id)
            .OrderByDescending(each => each.RunId)
            .Select(each => new { each.Reasons, each.Share })
            .FirstOrDefaultAsync(cancel);
        return new(account, contacts, verdict?.Reasons ?? "", verdict?.Share)
        {
            WithoutMarketing = await WithoutMarketingAsync(id, cancel),
        };
    }

    // A consent that was given again after one was withdrawn holds.
    private async Task<IReadOnlySet<long>> WithoutMarketingAsync(long id, CancellationToken cancel)
    {
        var consents = await db
            .Consents.AsNoTracking()
            .Where(each => each.AccountId == id && each.Purpose == DataPurpose.Marketing)
            .Select(each => new { each.ContactId, IsWithdrawn = each.WithdrawnOn != null })
            .ToListAsync(cancel);
        return consents.GroupBy(each => each.ContactId).Where(all => all.All(each => each.IsWithdrawn)).Select(all => all.Key).ToHashSet();
    }
}

/// <summary>What is shown.</summary>
/// <param name="Account">The account itself.</param>
/// <param name="Contacts">Its contacts, the first to call first.</param>
/// <param name="Reasons">Why it has its tier, as stored; empty before the first evaluation.</param>
/// <param name="Share">Its share of net sales in the latest evaluation.</param>
public sealed record AccountSheet(Account Account, IReadOnlyList<Contact> Contacts, string Reasons, double? Share)
{
    /// <summary>Contacts who withdrew their consent to marketing.</summary>
    public IReadOnlySet<long> WithoutMarketing { get; init; } = new HashSet<long>();
}
