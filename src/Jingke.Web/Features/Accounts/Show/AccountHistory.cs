using System.Globalization;
using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Show;

/// <summary>What people did to an account, its contacts and what is known of how it buys, newest first.</summary>
internal sealed class AccountHistory(JingkeDbContext db)
{
    /// <summary>One page of the history. Whoever asks has made sure that the account is in scope.</summary>
    public async Task<Page<HistoryRow>> RunAsync(long accountId, PageRequest wanted, CancellationToken cancel)
    {
        var id = accountId.ToString(CultureInfo.InvariantCulture);
        var contacts = await IdsAsync<Contact>(accountId, cancel);
        var relations = await IdsAsync<ContactRelation>(accountId, cancel);
        var competitors = await IdsAsync<Competitor>(accountId, cancel);
        var purchases = await IdsAsync<JointPurchase>(accountId, cancel);
        return await db
            .AuditEntries.AsNoTracking()
            .Where(entry =>
                (entry.Subject == nameof(Account) && entry.SubjectId == id)
                || (entry.Subject == nameof(Contact) && contacts.Contains(entry.SubjectId))
                || (entry.Subject == nameof(ContactRelation) && relations.Contains(entry.SubjectId))
                || (entry.Subject == nameof(Competitor) && competitors.Contains(entry.SubjectId))
                || (entry.Subject == nameof(JointPurchase) && purchases.Contains(entry.SubjectId))
            )
            .OrderByDescending(entry => entry.Id)
            .Select(entry => new HistoryRow(
                entry.Id,
                entry.At,
                entry.UserId,
                entry.Action,
                entry.Subject,
                entry.SubjectName,
                entry.Changes
            ))
            .ToPageAsync(wanted, cancel);
    }

    // Also of what was deleted: that it was is part of the history.
    private async Task<List<string>> IdsAsync<T>(long accountId, CancellationToken cancel)
        where T : class, IOfAccount
    {
        var ids = await db.Set<T>()
            .IgnoreQueryFilters([JingkeDbContext.BinFilter])
            .Where(part => part.AccountId == accountId)
            .Select(part => EF.Property<long>(part, "Id"))
            .ToListAsync(cancel);
        return ids.ConvertAll(each => each.ToString(CultureInfo.InvariantCulture));
    }
}

/// <summary>One act.</summary>
public sealed record HistoryRow(long Id, DateTime At, Guid? UserId, string Action, string Subject, string SubjectName, string Changes);
