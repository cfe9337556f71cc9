using Jingke.Analytics.CrossSelling;
using Jingke.Analytics.Ledger;
using Xunit;

namespace Jingke.Tests.Analytics.CrossSelling;

public class RepurchaseTests
{
    private static readonly DateOnly First = new(2024, 1, 1);

    [Fact]
    public void The_expected_gap_is_the_median_and_a_day_without_positive_sales_is_no_purchase()
    {
        var company = new Company(
            1,
            [
                .. Bought(0, 1, 0, 30, 60, 95, 125), // gaps 30 30 35 30
                new Sale(0, First.AddDays(60), 40, Product: 1), // twice on a day
                new Sale(0, First.AddDays(110), -10, Product: 1), // a return
                new Sale(0, First.AddDays(165), 7, Product: 2),
            ]
        );

        var found = Repurchases.Of(LedgerView.Of(company.Ledger()));

        var due = Assert.Single(found.Due);
        Assert.Equal((0, 1, 5, First.AddDays(125)), (due.Account, due.Product, due.Purchases, due.LastOn));
        Assert.Equal((30, 40, 10, 10), (due.ExpectedGapDays, due.SinceDays, due.OverdueDays, due.UsualAmount));
        Assert.Equal(4 / 3.0, due.GapsPassed, 12);
        Assert.Equal(new RepurchaseError(1, 0, 1), found.Error); // the last gap, 30, against the median 30 of 30 30 35
        Assert.Equal((1, 1, 0), (found.Regular, found.DueCount, found.LapsedCount));
    }

    [Theory]
    [InlineData(20, 0, 0)] // 10 days to go
    [InlineData(23, 1, 0)] // within the 7 days ahead
    [InlineData(90, 1, 0)] // two left out
    [InlineData(91, 0, 1)] // lapsed
    public void Due_is_what_comes_soon_or_is_late_but_not_what_stopped_long_ago(int sinceDays, int due, int lapsed)
    {
        var ledger = new Company(1, [.. Bought(0, 1, 0, 30, 60, 90)]).Ledger();

        var found = Repurchases.Of(LedgerView.Of(ledger, First.AddDays(90 + sinceDays)));

        Assert.Equal((due, lapsed, 1), (found.Due.Count, found.Lapsed.Count, found.Regular));
    }

    [Fact]
    public void Fewer_purchases_than_the_minimum_say_nothing()
    {
        var ledger = new Company(1, [.. Bought(0, 1, 0, 30, 60)]).Ledger();

        Assert.Equal(0, Repurchases.Of(LedgerView.Of(ledger)).Regular);
        Assert.Equal(1, Repurchases.Of(LedgerView.Of(ledger), new(MinimumPurchases: 3)).Regular);
        Assert.Throws<ArgumentOutOfRangeException>(() => Repurchases.Of(LedgerView.Of(ledger), new(MinimumPurchases: 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Repurchases.Of(LedgerView.Of(ledger), new(LapsedAfterGaps: 1)));
    }

    [Fact]
    public void The_largest_usual_amounts_are_listed_and_all_are_counted()
    {
        var ledger = new Company(
            3,
            [
                .. Bought(0, 1, 0, 30, 60, 90),
                .. Bought(1, 1, 0, 30, 60, 90).Select(sale => sale with { Amount = 50 }),
                .. Bought(2, 1, 0, 30, 60, 90),
            ]
        ).Ledger();

        var found = Repurchases.Of(LedgerView.Of(ledger, First.AddDays(120)), new(Most: 2));

        Assert.Equal([1, 2], found.Due.Select(due => due.Account)); // of the two equal ones by code: e2 before q0
        Assert.Equal(3, found.DueCount);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void Generated_companies_give_what_a_plain_reading_gives(int seed)
    {
        var company = RandomCompany.Of(seed);
        var view = RandomCompany.QuestionOf(company, seed).Of(company.Ledger());
        var rows = new AccountRows(view.Ledger, view.Accounts);
        var expected = company
            .Sales.Where(sale => sale.Product != 0 && sale.Day <= view.AsOf && rows.RowOf(sale.Account) >= 0)
            .GroupBy(sale => (sale.Account, sale.Product))
            .Select(pair =>
                (
                    pair.Key,
                    Days: pair.GroupBy(sale => sale.Day)
                        .Where(day => day.Sum(sale => sale.Amount) > 0)
                        .Select(day => day.Key.DayNumber)
                        .Order()
                        .ToArray()
                )
            )
            .Where(pair => pair.Days.Length >= 4)
            .Select(pair =>
                (pair.Key.Account, pair.Key.Product, pair.Days.Length, Gap: Median([.. pair.Days.Zip(pair.Days.Skip(1), (a, b) => b - a)]))
            )
            .Order();

        var found = Enumerable
            .Range(0, rows.Count)
            .SelectMany(row => Repurchases.OfAccount(view, rows.AccountAt(row)))
            .Select(one => (one.Account, one.Product, one.Purchases, one.ExpectedGapDays))
            .Order();
        var all = Repurchases.Of(view);

        Assert.Equal(expected, found);
        Assert.Equal(expected.Count(), all.Regular);
        Assert.True(all.DueCount + all.LapsedCount <= all.Regular);
    }

    [Fact]
    public void Without_sales_nothing_is_due_and_no_error_is_stated()
    {
        var found = Repurchases.Of(LedgerView.Of(new Company(2).Ledger()));

        Assert.Empty(found.Due);
        Assert.Equal(new RepurchaseError(0, null, null), found.Error);
        Assert.Empty(Repurchases.OfAccount(LedgerView.Of(new Company(2).Ledger()), 1));
    }

    private static double Median(int[] values)
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2.0;
    }

    private static IEnumerable<Sale> Bought(int account, int product, params int[] days) =>
        days.Select(day => new Sale(account, First.AddDays(day), 10, Product: product));
}
