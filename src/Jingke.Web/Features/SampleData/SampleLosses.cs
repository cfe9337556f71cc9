using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.SampleData;

/// <summary>What the sample company's people wrote about customers that left; about some of them nobody wrote anything yet.</summary>
internal static class SampleLosses
{
    // Silent for longer than nearly any of its customers is between two orders.
    private const int SilentDays = 170;
    private const int WrittenAfterDays = 140;
    private static readonly TimeOnly Afternoon = new(7, 0);

    /// <summary>Writes them: of those that left, the largest first, every second one, until the stories are told.</summary>
    public static async Task WriteAsync(JingkeDbContext db, SampleCompany company, SampleIds ids, DateOnly today, CancellationToken cancel)
    {
        var causes = await db.LossCauses.ToDictionaryAsync(cause => cause.Key, cause => cause.Id, cancel);
        var left = company
            .Lines.Where(line => line.Account >= 0)
            .GroupBy(line => line.Account)
            .Select(own =>
                (Account: own.Key, Last: own.Where(line => line.Amount > 0).Max(line => line.On), Sales: own.Sum(line => line.Amount))
            )
            .Where(own => own.Last.AddDays(SilentDays) < today && company.Accounts[own.Account].Owner is not null)
            .OrderByDescending(own => own.Sales)
            .ThenBy(own => own.Account)
            .Where((_, place) => place % 2 == 0);
        using var rows = BulkWriter.Open(
            db,
            "loss_review",
            "account_id",
            "last_order_on",
            "cause_id",
            "story",
            "lesson",
            "at",
            "by_id",
            "version"
        );
        foreach (var (own, told) in left.Zip(SampleWords.Only.Knowledge("loss")))
        {
            rows.Long(ids.Accounts[own.Account]);
            rows.Day(own.Last);
            rows.Long(causes[told[0]]);
            rows.Text(told[1]);
            rows.Text(told[2]);
            rows.Instant(own.Last.AddDays(WrittenAfterDays).ToDateTime(Afternoon, DateTimeKind.Utc));
            rows.Guid(ids.Users[company.Accounts[own.Account].Owner!]);
            rows.Int(0);
            rows.EndRow();
        }
        rows.Complete();
    }
}
