using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Lifetime;
using Jingke.Analytics.Retention;
using Xunit;

namespace Jingke.Tests.Analytics.Retention;

public sealed class HoldOutClassTests
{
    [Fact]
    public void The_classes_add_up_to_what_the_hold_out_predicted_and_what_came()
    {
        var view = LedgerView.Of(Comers(200).Ledger());
        var holdOut = HoldOut.Of(view);

        var classes = HoldOutClasses.Of(view, holdOut);

        Assert.Equal(FitProblem.None, holdOut.Problem);
        Assert.Equal(holdOut.Customers, classes.Sum(each => each.Customers));
        Assert.Equal(holdOut.Purchases, classes.Sum(each => each.Actual * each.Customers), 6);
        Assert.Equal(holdOut.BoughtAgain, classes.Sum(each => each.Returned * each.Customers), 6);
        Assert.Equal(holdOut.ForPurchases!.Predicted, classes.Sum(each => each.Predicted * each.Customers), 6);
        Assert.All(classes, each => Assert.InRange(each.Alive, 0, 1));
        Assert.Equal(ModelUse.Used, ModelUses.Of(holdOut));
    }

    [Fact]
    public void A_few_customers_bear_no_model_and_a_few_weeks_neither()
    {
        Assert.Equal(ModelUse.TooFew, ModelUses.Of(HoldOut.Of(LedgerView.Of(Comers(12).Ledger()))));
        Assert.Equal(
            ModelUse.TooShort,
            ModelUses.Of(HoldOut.Of(LedgerView.Of(new Company(1, new(0, new(2024, 1, 1), 1), new(0, new(2024, 1, 20), 1)).Ledger())))
        );
        Assert.Empty(HoldOutClasses.Of(LedgerView.Of(new Company(2).Ledger()), HoldOut.Of(LedgerView.Of(new Company(2).Ledger()))));
    }

    [Fact]
    public void An_account_belongs_where_it_bought_most_in_its_last_year()
    {
        // Products 1 to 5 are hard, the others soft; the large sale of a soft one is older than a year.
        var ledger = new Company(
            2,
            new(0, new(2022, 1, 1), 900, Product: 7),
            new(0, new(2024, 1, 1), 30, Product: 1),
            new(0, new(2024, 2, 1), 20, Product: 8),
            new(1, new(2024, 2, 1), 1)
        ).Ledger();
        var grouping = Grouping.Of(ledger, Dimension.Category);

        var groups = MainGroups.Of(LedgerView.Of(ledger), grouping);

        Assert.Equal("hard", grouping.Groups[groups[0]].Name);
        Assert.Equal("", grouping.Groups[groups[1]].Name);
    }

    /// <summary>Half of the customers order at their own pace throughout, the others stop after some orders.</summary>
    private static Company Comers(int count) =>
        new(
            count,
            [
                .. Enumerable
                    .Range(0, count)
                    .SelectMany(account =>
                    {
                        var (pace, first) = (10 + (account * 7 % 60), new DateOnly(2023, 1, 1).AddDays(account * 13 % 300));
                        var last = account % 2 == 0 ? new DateOnly(2025, 6, 30) : first.AddDays(pace * (account % 9));
                        return Enumerable
                            .Range(0, 200)
                            .Select(order => first.AddDays(order * pace + (order * account % 5)))
                            .TakeWhile(day => day <= last)
                            .Select(day => new Sale(account, day, 100 + account));
                    }),
            ]
        );
}
