using System.Text.Json;
using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Edit;

/// <summary>What others changed in an account since it was opened for editing, from the audit log.</summary>
internal sealed class ChangesSince(JingkeDbContext db)
{
    /// <summary>The changes.</summary>
    /// <param name="By">Who changed it last; null for the system.</param>
    /// <param name="At">When that was, UTC; null when the log tells nothing.</param>
    /// <param name="Before">The fields that were changed, each with its value when the form was opened.</param>
    public sealed record Found(Guid? By, DateTime? At, IReadOnlyDictionary<string, string> Before);

    /// <summary>The newest entry about an account.</summary>
    public async Task<long> NewestAsync(long accountId, CancellationToken cancel) =>
        await Entries(accountId).MaxAsync(entry => (long?)entry.Id, cancel) ?? 0;

    /// <summary>The changes, those of this person included.</summary>
    /// <param name="accountId">The account; whoever asks has made sure that it is in scope.</param>
    /// <param name="seen">The newest entry when the form was opened.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<Found> RunAsync(long accountId, long seen, CancellationToken cancel)
    {
        var entries = await Entries(accountId)
            .Where(entry => entry.Id > seen)
            .OrderBy(entry => entry.Id)
            .Select(entry => new
            {
                entry.UserId,
                entry.At,
                entry.Changes,
            })
            .ToListAsync(cancel);
        var before = new Dictionary<string, string>();
        foreach (var entry in entries.Where(entry => entry.Changes.Length > 0))
        {
            using var changes = JsonDocument.Parse(entry.Changes);
            // The first change since then tells what stood there when the form was opened.
            foreach (var field in changes.RootElement.EnumerateObject())
                before.TryAdd(field.Name, field.Value[0].ToString());
        }
        return new(entries.LastOrDefault()?.UserId, entries.LastOrDefault()?.At, before);
    }

    private IQueryable<Domain.Audit.AuditEntry> Entries(long accountId)
    {
        var id = accountId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return db.AuditEntries.AsNoTracking().Where(entry => entry.Subject == nameof(Account) && entry.SubjectId == id);
    }
}
