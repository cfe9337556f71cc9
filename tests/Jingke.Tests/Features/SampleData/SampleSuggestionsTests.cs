using System.Globalization;
using Jingke.Analytics.Ledger;
using Jingke.Web.Features.SampleData;
using Jingke.Web.Ledger.Opportunities;
using Xunit;

namespace Jingke.Tests.Features.SampleData;

/// <summary>What goes together in the sample company, found by the analysis that customers' own sales go through.</summary>
public sealed class SampleSuggestionsTests
{
    private static readonly SampleCompany Company = SampleCompany.Generate(new(2026, 11, 22));
    private static readonly CrossFindings Found = CrossFindings.Of(LedgerView.Of(LedgerOf(Company)));

    [Theory]
    [InlineData("2026-03-05")]
    [InlineData("2026-11-22")]
    [InlineData("2027-07-31")]
    public void On_any_day_many_customers_but_not_all_are_suggested_a_product(string day)
    {
        var company = SampleCompany.Generate(DateOnly.Parse(day, CultureInfo.InvariantCulture));

        var found = CrossFindings.Of(LedgerView.Of(LedgerOf(company)));

        var suggested = Enumerable.Range(0, company.Accounts.Count).Where(account => found.CountOf(account) > 0).ToList();
        Assert.False(found.ByCategory);
        Assert.InRange(suggested.Count / (double)found.Baskets.Accounts, 0.1, 0.7);
        Assert.InRange(suggested.Average(found.CountOf), 1, 4);
        Assert.True(suggested.CountBy(account => found.BestOf(account)!.Value.To).Count() > 10);
    }

    [Fact]
    public void Every_suggestion_is_above_the_limits_and_of_something_not_bought()
    {
        var suggestions = Enumerable
            .Range(0, Company.Accounts.Count)
            .SelectMany(account => Found.AllOf(account).Select(rule => (Row: Found.Baskets.Rows.RowOf(account), rule)))
            .ToList();

        Assert.All(
            suggestions,
            one =>
            {
                Assert.True(Found.Baskets.Has(one.Row, one.rule.From));
                Assert.False(Found.Baskets.Has(one.Row, one.rule.To));
                Assert.True(one.rule.Cases >= CrossFindings.Limits.MinimumCases);
                Assert.True(one.rule.LiftAtLeast > 1);
                Assert.InRange(one.rule.Confidence, 0.25, 0.95);
            }
        );
    }

    [Fact]
    public void What_is_found_to_go_together_is_what_belongs_together()
    {
        var sets = SampleWords.Only.Sets.Select(set => set.Products.ToHashSet()).ToList();
        string CodeOf(int product) => Found.Products.Codes[product];

        Assert.All(
            Found.Associations.Rules,
            rule => Assert.Contains(sets, set => set.Contains(CodeOf(rule.From)) && set.Contains(CodeOf(rule.To)))
        );
        Assert.All(sets, set => Assert.Contains(Found.Associations.Rules, rule => set.Contains(CodeOf(rule.From))));
    }

    private static SalesLedger LedgerOf(SampleCompany company)
    {
        var builder = new SalesLedgerBuilder();
        var segment = builder.NewSegment();
        foreach (var line in company.Lines.Where(line => line.Account >= 0))
            segment.Append(
                new SalesLine
                {
                    Account = line.Account,
                    Day = line.On,
                    Amount = line.Amount,
                    Product = line.Product + 1,
                    Quantity = line.Quantity,
                    Cost = line.Cost,
                }
            );
        var categories = company.Categories.Select(category => category.Name).ToList();
        return builder.Build(
            new AccountDirectory(
                [.. Enumerable.Range(1, company.Accounts.Count).Select(id => (long)id)],
                [.. company.Accounts.Select(account => account.Code)],
                [.. company.Accounts.Select(account => account.Name)]
            ),
            new ProductDirectory(
                [.. Enumerable.Range(0, company.Products.Count + 1).Select(id => (long)id)],
                ["", .. company.Products.Select(product => product.Code)],
                ["", .. company.Products.Select(product => product.Name)],
                new CodedColumn([0, .. company.Products.Select(product => categories.IndexOf(product.Category) + 1)], ["", .. categories])
            ),
            new PlaceDirectory([Place.Unknown])
        );
    }
}
