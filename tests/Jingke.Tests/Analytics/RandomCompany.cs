using Jingke.Analytics.Ledger;
using Jingke.Analytics.Periods;

namespace Jingke.Tests.Analytics;

/// <summary>Companies with all that real files have: ties, returns, orders across months and accounts, missing columns, silent accounts.</summary>
public static class RandomCompany
{
    public static Company Of(int seed)
    {
        var random = new Random(seed);
        var accounts = random.Next(1, 40);
        var lines = random.Next(0, 600);
        var (numbered, priced, placed) = (random.Next(4), random.Next(3), random.Next(2) == 0);
        var sales = new Sale[lines];
        for (var i = 0; i < lines; i++)
        {
            var account = (int)(accounts * Math.Pow(random.NextDouble(), 2));
            var day = new DateOnly(2021, 1, 1).AddDays(random.Next(1095));
            var amount = random.Next(10) < 3 ? random.Next(-3, 5) * 1_000_000L : random.NextInt64(-3_000_000, 20_000_000);
            var order = numbered == 0 || random.Next(10) == 0 ? null : $"{random.Next(1 + (lines / 3))}";
            var product = numbered == 3 ? 0 : random.Next(10);
            var quantity = priced == 0 ? 0 : random.Next(-3, 30) * 5_000L;
            long? cost = priced == 0 || (priced == 1 && random.Next(6) == 0) ? null : amount * random.Next(50, 110) / 100;
            var discount = priced == 0 ? 0 : random.Next(3) * random.NextInt64(0, 500_000);
            sales[i] = new Sale(account, day, amount, order, product, placed ? random.Next(8) : 0, quantity, cost, discount);
        }

        return new Company(accounts, sales);
    }

    /// <summary>A question about the company: any period, sometimes any comparison, sometimes only some of the accounts.</summary>
    public static Question QuestionOf(Company company, int seed, bool wholeMonths = false)
    {
        var random = new Random(-seed);
        var from = new DateOnly(2021, 6, 1).AddDays(random.Next(500));
        var period = new DayRange(from, from.AddDays(random.Next(500)));
        var comparison = random.Next(4) == 0 ? new DayRange(from.AddDays(-200), from.AddDays(-1)) : period.YearEarlier();
        if (wholeMonths)
            (period, comparison) = (period.WidenToMonths(), comparison.WidenToMonths());

        int[]? allowed = random.Next(3) == 0 ? [.. Enumerable.Range(0, company.Accounts.Count).Where(_ => random.Next(2) == 0)] : null;
        return new Question(company, period, comparison, wholeMonths ? period.To : period.To.AddDays(random.Next(2) * 17), allowed);
    }
}

/// <summary>What a <see cref="LedgerView"/> asks, before there is a ledger.</summary>
public sealed record Question(Company Company, DayRange Period, DayRange Comparison, DateOnly AsOf, int[]? Allowed)
{
    public LedgerView Of(SalesLedger ledger)
    {
        AccountSet? set = null;
        if (Allowed is not null)
            set = AccountSet.Where(ledger.AccountCount, Allowed.Contains);

        return new LedgerView(ledger, Period, Comparison, AsOf, set);
    }

    public IEnumerable<int> Accounts => Allowed ?? Enumerable.Range(0, Company.Accounts.Count);

    public Sale[] Sales => [.. Company.Sales.Where(sale => Allowed is null || Allowed.Contains(sale.Account))];

    public Sale[] In(DayRange range) => [.. Sales.Where(sale => range.Contains(sale.Day))];
}
