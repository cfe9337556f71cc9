using System.Globalization;
using Jingke.Domain;
using Jingke.Domain.Credit;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.SampleData;

/// <summary>What the sample company found out about the credit of its largest customers, and what it granted them.</summary>
internal sealed class SampleCredit(JingkeDbContext db, SampleCompany company, SampleIds ids, DateOnly today)
{
    private const int Customers = 28;
    private const string Decider = "demo.fan";
    private static readonly TimeOnly Afternoon = new(7, 0);

    private readonly SampleRandom random = new(20_260_303);
    private readonly IReadOnlyList<string[]> ofCredit = SampleWords.Only.Knowledge("credit");
    private readonly IReadOnlyList<string[]> ofState = SampleWords.Only.Knowledge("operating");
    private readonly IReadOnlyList<string[]> reasons = SampleWords.Only.Knowledge("granted");
    private readonly List<Looked> looked = [];

    private sealed record Looked(int Account, ScorecardKind Card, string[] Words, DateOnly On);

    /// <summary>Writes it.</summary>
    public async Task WriteAsync(CancellationToken cancel)
    {
        var year = today.AddYears(-1);
        var largest = company
            .Lines.Where(line => line.Account >= 0 && line.On > year)
            .GroupBy(line => line.Account)
            .Select(own => (Account: own.Key, Sales: own.Sum(line => line.Amount)))
            .Where(own => company.Accounts[own.Account].Owner is not null)
            .OrderByDescending(own => own.Sales)
            .ThenBy(own => own.Account)
            .Take(Customers)
            .ToList();
        for (var place = 0; place < largest.Count; place++)
            Look(largest[place].Account, place);
        WriteInvestigations();
        await WriteFindingsAsync(cancel);
        WriteDecisions([.. largest.Select((own, place) => (own.Account, own.Sales, Level(ofCredit[place % ofCredit.Count])))]);
    }

    // Of every seventh what was found is old by now.
    private void Look(int account, int place)
    {
        var age = place % 7 == 6 ? 420 : random.Between(15, 150);
        looked.Add(new(account, ScorecardKind.Credit, ofCredit[place % ofCredit.Count], today.AddDays(-age)));
        if (place % 3 == 0)
            looked.Add(new(account, ScorecardKind.Operating, ofState[place % ofState.Count], today.AddDays(-random.Between(15, 150))));
    }

    private void WriteInvestigations()
    {
        using var rows = BulkWriter.Open(
            db,
            "credit_investigation",
            "account_id",
            "card",
            "source",
            "\"on\"",
            "informant",
            "summary",
            "at",
            "by_id"
        );
        foreach (var each in looked)
        {
            var isOurs = each.Words[0] == nameof(InvestigationSource.OwnStaff);
            rows.Long(ids.Accounts[each.Account]);
            rows.Text($"{each.Card}");
            rows.Text(each.Words[0]);
            rows.Day(each.On);
            rows.Text(each.Words[1]);
            rows.Text(each.Words[3]);
            rows.Instant(each.On.ToDateTime(Afternoon, DateTimeKind.Utc));
            rows.Guid(ids.Users[isOurs ? company.Accounts[each.Account].Owner! : Decider]);
            rows.EndRow();
        }
        rows.Complete();
    }

    private async Task WriteFindingsAsync(CancellationToken cancel)
    {
        var items = await db.ScoreItems.Where(item => item.Measure == null || item.FieldKey != null).ToListAsync(cancel);
        var written = await db
            .CreditInvestigations.Where(each => ids.Accounts.Contains(each.AccountId))
            .ToDictionaryAsync(each => (each.AccountId, each.Card), each => each.Id, cancel);
        using var rows = BulkWriter.Open(db, "credit_finding", "account_id", "investigation_id", "item_id", "grade", "note", "\"on\"");
        foreach (var each in looked)
        foreach (var item in items.Where(item => item.Card == each.Card).OrderBy(item => item.Position))
        {
            if (random.Happens(0.15))
                continue;
            rows.Long(ids.Accounts[each.Account]);
            rows.Long(written[(ids.Accounts[each.Account], each.Card)]);
            rows.Long(item.Id);
            rows.Int(Math.Clamp(Level(each.Words) + random.Between(-1, 1), 1, ScoreItem.Grades));
            rows.Text("");
            rows.Day(each.On);
            rows.EndRow();
        }
        rows.Complete();
    }

    // Every fourth waits for a decision; of some the rating was better when it was made.
    private void WriteDecisions(IReadOnlyList<(int Account, long Sales, int Level)> largest)
    {
        using var rows = BulkWriter.Open(db, "credit_decision", "account_id", "\"limit\"", "term_days", "reason", "rating", "at", "by_id");
        for (var place = 0; place < largest.Count; place++)
        {
            var (account, sales, level) = largest[place];
            if (place % 4 == 3)
                continue;
            var step = 10_000 * Money.PerUnit;
            var on = today.AddDays(-random.Between(5, 12));
            rows.Long(ids.Accounts[account]);
            rows.Long(Math.Max((long)(sales / 12.0 * level * 0.7) / step, 1) * step);
            rows.Int(
                level >= 5 ? 60
                : level == 4 ? 45
                : 30
            );
            rows.Text(reasons[place % reasons.Count][0]);
            rows.Text(
                place % 6 == 2 ? "A"
                : level >= 5 ? "A"
                : level == 4 ? "B"
                : level == 3 ? "C"
                : "D"
            );
            rows.Instant(on.ToDateTime(Afternoon, DateTimeKind.Utc));
            rows.Guid(ids.Users[Decider]);
            rows.EndRow();
        }
        rows.Complete();
    }

    private static int Level(string[] words) => int.Parse(words[2], NumberStyles.None, CultureInfo.InvariantCulture);
}
