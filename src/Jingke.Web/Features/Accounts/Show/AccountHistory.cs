using System.Globalization;
using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Show;

/// <summary>What people did to an account and its contacts, newest first.</summary>
internal sealed class AccountHistory(JingkeDbContext db)
{
    /// <summary>One page of the history. Whoever asks has made sure that the account is in scope.</summary>
    public async Task<Page<HistoryRow>> RunAsync(long accountId, PageRequest wanted, CancellationToken cancel)
    {
        var contactIds = await db
            .Contacts.IgnoreQueryFilters([JingkeDbContext.BinFilter])
            .Where(contact => contact.AccountId == accountId)
            .Select(contact => contact.Id)
            .ToListAsync(cancel);
        var id = accountId.ToString(CultureInfo.InvariantCulture);
        var contacts = contactIds.ConvertAll(each => each.ToString(CultureInfo.InvariantCulture));
        return await db
            .AuditEntries.AsNoTracking()
            .Where(entry =>
                (entry.Subject == nameof(Account) && entry.SubjectId == id)
                || (entry.Subject == nameof(Contact) && contacts.Contains(entry.SubjectId))
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
}

/// <summary>One act.</summary>
public sealed record HistoryRow(long Id, DateTime At, Guid? UserId, string Action, string Subject, string SubjectName, string Changes);
