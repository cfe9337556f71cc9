using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Vetting;

/// <summary>How well accounts are known: by the people responsible, over time, and the key accounts that are known least.</summary>
internal sealed class KnowledgeOverview(JingkeDbContext db, Clock clock)
{
    private const int LeastKnown = 20;
    private const int TrendDays = 90;

    /// <summary>Reads it for the viewer.</summary>
    public async Task<KnowledgeFigures> RunAsync(CancellationToken cancel)
    {
        var owners = await db
            .Accounts.GroupBy(account => new { account.OwnerId, account.TeamId })
            .Select(group => new KnowledgeOfOwner(
                group.Key.OwnerId,
                group.Key.TeamId,
                group.Count(),
                group.Average(account => account.Completeness),
                group.Average(account => account.Freshness),
                group.Average(account => account.Accuracy)
            ))
            .ToListAsync(cancel);
        var seen = owners.Select(row => row.OwnerId ?? Guid.Empty).Distinct().ToList();
        var since = clock.Today.AddDays(-TrendDays);
        var days = await db.KnowledgeDays.AsNoTracking().Where(day => day.On >= since && seen.Contains(day.OwnerId)).ToListAsync(cancel);
        var least = await db
            .Accounts.Where(account => account.Tier == Tier.Key)
            .OrderBy(account => account.Completeness ?? 0)
            .ThenByDescending(account => account.NetSales)
            .ThenBy(account => account.Id)
            .Take(LeastKnown)
            .Select(account => new KnowledgeOfAccount(
                account.Id,
                account.Name,
                account.OwnerId,
                account.Completeness,
                account.Freshness,
                account.NetSales
            ))
            .ToListAsync(cancel);
        return new(
            [.. owners.OrderBy(row => row.Completeness ?? 0).ThenByDescending(row => row.Accounts)],
            [
                .. days.GroupBy(day => day.On)
                    .OrderBy(group => group.Key)
                    .Select(group => (group.Key, Mean(group, day => day.Completeness), Mean(group, day => day.Freshness))),
            ],
            least
        );
    }

    private static double? Mean(IEnumerable<KnowledgeDay> days, Func<KnowledgeDay, double?> figure)
    {
        var known = days.Where(day => figure(day) is not null).ToList();
        var weight = known.Sum(day => day.Accounts);
        return weight == 0 ? null : known.Sum(day => figure(day)!.Value * day.Accounts) / weight;
    }
}
