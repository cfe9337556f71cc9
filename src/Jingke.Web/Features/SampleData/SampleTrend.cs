using Jingke.Domain.Facts;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.SampleData;

/// <summary>Gives the sample company's people a past in which their customers became known: the trend begins behind what vetting found today.</summary>
internal sealed class SampleTrend(JingkeDbFactory factory, Clock clock)
{
    private const int Weeks = 12;

    /// <summary>Adds a day for each week, once the customers were vetted.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        var today = clock.Today;
        var now = await db
            .KnowledgeDays.AsNoTracking()
            .Where(day => day.On == today && db.Users.Any(user => user.Id == day.OwnerId && user.IsSample))
            .ToListAsync(cancel);
        foreach (var day in now)
            for (var week = 1; week <= Weeks; week++)
                db.Add(
                    new KnowledgeDay
                    {
                        On = today.AddDays(-7 * week),
                        OwnerId = day.OwnerId,
                        Accounts = day.Accounts,
                        Completeness = day.Completeness * (1 - (0.035 * week)),
                        Freshness = day.Freshness * (1 - (0.006 * ((week * 5) % 9))),
                        Accuracy = day.Accuracy,
                    }
                );
        await db.SaveChangesAsync(cancel);
    }
}
