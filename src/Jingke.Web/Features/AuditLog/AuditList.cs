using Jingke.Domain.Audit;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.AuditLog;

/// <summary>The audit log, newest first. Paged by the number of the last entry shown, so that deep pages cost what the first does.</summary>
internal sealed class AuditList(JingkeDbContext db, Clock clock)
{
    /// <summary>Entries on a page.</summary>
    public const int PageSize = 50;

    /// <summary>One page of entries, and whether there are older ones.</summary>
    public async Task<(IReadOnlyList<AuditEntry> Entries, bool HasOlder)> RunAsync(AuditFilter filter, CancellationToken cancel)
    {
        var entries = await Entries(filter).Take(PageSize + 1).ToListAsync(cancel);
        return entries.Count > PageSize ? (entries.GetRange(0, PageSize), true) : (entries, false);
    }

    /// <summary>All entries, read one after another; for exports.</summary>
    public IAsyncEnumerable<AuditEntry> All(AuditFilter filter) => Entries(filter with { Before = null }).AsAsyncEnumerable();

    private IQueryable<AuditEntry> Entries(AuditFilter filter)
    {
        var found = db.AuditEntries.AsNoTracking();
        if (filter.UserId is { } user)
            found = found.Where(entry => entry.UserId == user);
        if (filter.BySystem)
            found = found.Where(entry => entry.UserId == null);
        if (filter.Action is { } action)
            found = found.Where(entry => entry.Action == action);
        if (filter.Subject is { } subject)
            found = found.Where(entry => entry.Subject == subject);
        if (filter.Text is { } text)
            found = found.Where(entry => entry.SubjectName.Contains(text));
        if (filter.From is { } from && clock.ToUtc(from) is var start)
            found = found.Where(entry => entry.At >= start);
        if (filter.To is { } to && to < DateOnly.MaxValue && clock.ToUtc(to.AddDays(1)) is var end)
            found = found.Where(entry => entry.At < end);
        if (filter.Before is { } before)
            found = found.Where(entry => entry.Id < before);
        return found.OrderByDescending(entry => entry.Id);
    }
}
