using Jingke.Domain.Reference;
using Jingke.Web.Features.SampleData;
using Xunit;

namespace Jingke.Tests.Features.SampleData;

public sealed class SampleCompanyTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly SampleCompany Company = SampleCompany.Generate(Today);

    [Fact]
    public void The_same_day_gives_the_same_company()
    {
        var again = SampleCompany.Generate(Today);

        Assert.Equal(Company.Lines, again.Lines);
        Assert.Equal(Company.Accounts.Select(account => account.Name), again.Accounts.Select(account => account.Name));
    }

    [Fact]
    public void Orders_reach_from_three_years_ago_to_a_few_days_ago()
    {
        Assert.Equal(new DateOnly(2023, 11, 1), Company.Lines.Min(line => line.On), Days(7));
        Assert.Equal(Today, Company.Lines.Max(line => line.On), Days(7));
        Assert.All(Company.Lines, line => Assert.True(line.On < Today));
    }

    [Fact]
    public void A_fifth_of_the_customers_brings_about_four_fifths_of_the_sales()
    {
        var sales = Company
            .Lines.Where(line => line.Account >= 0 && line.On > Today.AddYears(-1))
            .GroupBy(line => line.Account)
            .Select(own => (double)own.Sum(line => line.Amount))
            .OrderDescending()
            .ToList();

        Assert.InRange(sales.Take(sales.Count / 5).Sum() / sales.Sum(), 0.72, 0.86);
        Assert.InRange(sales[0] / sales.Sum(), 0.02, 0.12);
    }

    [Fact]
    public void Every_line_adds_up()
    {
        Assert.All(
            Company.Lines,
            line =>
            {
                var list = Company.Products[line.Product].Price * (line.Quantity / 10_000);
                Assert.Equal(list, line.Amount + line.Discount);
                Assert.Equal(Math.Sign(line.Quantity), Math.Sign(line.Amount));
                Assert.Equal(0, line.Amount % 100);
            }
        );
    }

    [Fact]
    public void There_are_returns_discounts_lines_of_nobody_and_accounts_that_never_bought()
    {
        var bought = Company.Lines.Select(line => line.Account).ToHashSet();

        Assert.InRange(Company.Lines.Count(line => line.Amount < 0), 50, 1_000);
        Assert.InRange(Company.Lines.Count(line => line.Discount != 0), Company.Lines.Count / 4, Company.Lines.Count);
        Assert.InRange(Company.Lines.Count(line => line.Account < 0), 30, 200);
        Assert.InRange(Enumerable.Range(0, Company.Accounts.Count).Count(each => !bought.Contains(each)), 10, 60);
    }

    [Fact]
    public void Some_customers_left_and_some_are_new()
    {
        var spans = Company
            .Lines.Where(line => line.Account >= 0)
            .GroupBy(line => line.Account)
            .Where(own => own.Count() >= 15)
            .Select(own => (First: own.Min(line => line.On), Last: own.Max(line => line.On)))
            .ToList();

        Assert.InRange(spans.Count(span => span.Last < Today.AddDays(-120)), 20, 120);
        Assert.InRange(spans.Count(span => span.First > Today.AddYears(-1)), 5, 80);
    }

    [Fact]
    public void Around_the_spring_festival_hardly_anything_is_ordered()
    {
        // New Year was on 17 February 2026.
        var festival = Company.Lines.Count(line => line.On >= new DateOnly(2026, 2, 14) && line.On <= new DateOnly(2026, 2, 24));
        var march = Company.Lines.Count(line => line.On >= new DateOnly(2026, 3, 14) && line.On <= new DateOnly(2026, 3, 24));

        Assert.True(festival * 8 < march, $"{festival} lines around the festival, {march} in March");
    }

    [Fact]
    public void Every_province_has_customers_and_all_codes_are_those_of_the_standards()
    {
        Assert.Equal(34, Company.Accounts.Select(account => account.ProvinceCode).Distinct().Count());
        Assert.All(
            Company.Accounts,
            account =>
            {
                Assert.Equal(DivisionLevel.Province, Divisions.Find(account.ProvinceCode)?.Level);
                Assert.True(account.CityCode is null || Divisions.Find(account.CityCode) is { Level: DivisionLevel.City });
                Assert.Contains(account.IndustryCode, Industries.All.Keys);
                Assert.NotEmpty(account.Contacts);
            }
        );
        Assert.Equal(Company.Accounts.Count, Company.Accounts.Select(account => account.Name).Distinct().Count());
    }

    [Fact]
    public void Nobody_real_can_be_called_or_written_to()
    {
        var contacts = Company.Accounts.SelectMany(account => account.Contacts).ToList();

        Assert.All(contacts, contact => Assert.Matches("^100[0-9]{8}$", contact.Mobile));
        Assert.All(contacts, contact => Assert.EndsWith(".example", contact.Email, StringComparison.Ordinal));
        Assert.Equal(contacts.Count, contacts.Select(contact => contact.Mobile).Distinct().Count());
    }

    private static Comparer Days(int tolerance) => new(tolerance);

    private sealed class Comparer(int tolerance) : IEqualityComparer<DateOnly>
    {
        public bool Equals(DateOnly x, DateOnly y) => Math.Abs(x.DayNumber - y.DayNumber) <= tolerance;

        public int GetHashCode(DateOnly obj) => 0;
    }
}
