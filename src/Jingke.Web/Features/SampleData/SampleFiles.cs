using Jingke.Domain;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;

namespace Jingke.Web.Features.SampleData;

/// <summary>What the sample company's people wrote in the files of their largest customers: judgement, plans, measures, reviews.</summary>
internal static class SampleFiles
{
    private const long Round = 10_000 * Money.PerUnit;
    private static readonly TimeOnly Morning = new(2, 0);

    /// <summary>A customer with a file.</summary>
    private sealed record Written(long Account, Guid By, string[] Words, long SoldBefore, long SoldLastYear);

    /// <summary>Writes them: the customers with most sales last year that somebody is responsible for, as far as the words go.</summary>
    public static void Write(JingkeDbContext db, SampleCompany company, SampleIds ids, DateOnly today)
    {
        var lastYear = today.Year - 1;
        var customers = company
            .Lines.Where(line => line.Account >= 0 && line.On.Year >= lastYear - 1 && line.On.Year <= lastYear)
            .GroupBy(line => line.Account)
            .Select(own =>
                (
                    Account: own.Key,
                    Before: own.Where(line => line.On.Year < lastYear).Sum(line => line.Amount),
                    Last: own.Where(line => line.On.Year == lastYear).Sum(line => line.Amount)
                )
            )
            .Where(own => own.Last > 0 && company.Accounts[own.Account].Owner is not null)
            .OrderByDescending(own => own.Last)
            .ThenBy(own => own.Account)
            .Zip(SampleWords.Only.Knowledge("file"))
            .Select(each => new Written(
                ids.Accounts[each.First.Account],
                ids.Users[company.Accounts[each.First.Account].Owner!],
                each.Second,
                each.First.Before,
                each.First.Last
            ))
            .ToList();
        Assessments(db, customers, today);
        Plans(db, customers, lastYear);
        Reviews(db, customers, today);
        Measures(db, customers, today);
    }

    private static void Assessments(JingkeDbContext db, List<Written> customers, DateOnly today)
    {
        using var rows = BulkWriter.Open(
            db,
            "key_account_assessment",
            "account_id",
            "influence_grade",
            "influence",
            "risks",
            "deviation",
            "at",
            "by_id"
        );
        foreach (var customer in customers)
        {
            rows.Long(customer.Account);
            rows.Int(int.Parse(customer.Words[0], System.Globalization.CultureInfo.InvariantCulture));
            rows.Text(customer.Words[1]);
            rows.Text(customer.Words[2]);
            rows.Text(customer.Words[3] == "-" ? "" : customer.Words[3]);
            rows.Instant(At(today.AddDays(-60)));
            rows.Guid(customer.By);
            rows.EndRow();
        }
        rows.Complete();
    }

    private static void Plans(JingkeDbContext db, List<Written> customers, int lastYear)
    {
        using var rows = BulkWriter.Open(
            db,
            "key_account_plan",
            "account_id",
            "year",
            "target",
            "aims",
            "strategy",
            "at",
            "by_id",
            "as_of",
            "net_sales"
        );
        foreach (var customer in customers)
        {
            Add(customer, lastYear, customer.SoldBefore > 0 ? customer.SoldBefore : customer.SoldLastYear, customer.SoldBefore);
            Add(customer, lastYear + 1, customer.SoldLastYear, customer.SoldLastYear);
        }
        rows.Complete();

        // A tenth more than the year before, in round numbers.
        void Add(Written customer, int year, long before, long known)
        {
            rows.Long(customer.Account);
            rows.Int(year);
            rows.Long((before / 10 * 11 / Round * Round) + Round);
            rows.Text(customer.Words[4]);
            rows.Text(customer.Words[5]);
            rows.Instant(At(new(year, 1, 8)));
            rows.Guid(customer.By);
            rows.Day(new(year - 1, 12, 31));
            rows.Long(known);
            rows.EndRow();
        }
    }

    // Every second one was reviewed a quarter ago; the others wait for the next meeting.
    private static void Reviews(JingkeDbContext db, List<Written> customers, DateOnly today)
    {
        using var rows = BulkWriter.Open(db, "key_account_review", "account_id", "\"on\"", "next_on", "conclusion", "at", "by_id");
        foreach (var customer in customers.Where((_, place) => place % 2 == 0))
        {
            rows.Long(customer.Account);
            rows.Day(today.AddDays(-80));
            rows.Day(today.AddDays(12));
            rows.Text(customer.Words[6]);
            rows.Instant(At(today.AddDays(-80)));
            rows.Guid(customer.By);
            rows.EndRow();
        }
        rows.Complete();
    }

    private static void Measures(JingkeDbContext db, List<Written> customers, DateOnly today)
    {
        using var rows = BulkWriter.Open(
            db,
            "to_do",
            "account_id",
            "what",
            "due_on",
            "owner_id",
            "created_at",
            "created_by_id",
            "done_at",
            "is_measure",
            "outcome"
        );
        foreach (var (customer, place) in customers.Select((customer, place) => (customer, place)))
        {
            // One done with its outcome; one to come, or already late with every third.
            Add(customer, customer.Words[7], today.AddDays(-30), customer.Words[8], isDone: true);
            Add(customer, customer.Words[9], today.AddDays(place % 3 == 1 ? -6 : 20), "", isDone: false);
        }
        rows.Complete();

        void Add(Written customer, string what, DateOnly due, string outcome, bool isDone)
        {
            rows.Long(customer.Account);
            rows.Text(what);
            rows.Day(due);
            rows.Guid(customer.By);
            rows.Instant(At(today.AddDays(-80)));
            rows.Guid(customer.By);
            rows.Instant(isDone ? At(due) : null);
            rows.Bool(true);
            rows.Text(outcome);
            rows.EndRow();
        }
    }

    private static DateTime At(DateOnly day) => day.ToDateTime(Morning, DateTimeKind.Utc);
}
