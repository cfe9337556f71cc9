using Jingke.Analytics.CrossSelling;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Periods;
using Xunit;

namespace Jingke.Tests.Analytics.CrossSelling;

public class AssociationTests
{
    private static readonly DayRange Years = new(new(2021, 1, 1), new(2024, 12, 31));

    [Fact]
    public void Support_confidence_and_lift_are_as_worked_out_by_hand()
    {
        // 60 accounts buy 1 and 2, 20 only 1, 10 only 2, 110 only 3: 200 in all
        var ledger = Sold([.. Many(60, 1, 2), .. Many(20, 1), .. Many(10, 2), .. Many(110, 3)]);

        var found = ProductAssociations.Of(Baskets.Of(View(ledger)));

        var rule = found.Rules.Single(one => one.From == 1);
        Assert.Equal((2, 60, 80), (rule.To, rule.Cases, rule.Buyers));
        Assert.Equal(0.3, rule.Support, 12);
        Assert.Equal(0.75, rule.Confidence, 12);
        Assert.Equal(0.75 / 0.35, rule.Lift, 12); // 70 of 200 buy 2
        Assert.Equal(0.5847, rule.ConfidenceAtLeast, 4); // (0.75 + 9/160 - 3 sqrt(0.1875/80 + 9/25600)) / (1 + 9/80)
        Assert.Equal((2, 3, 0), (found.Rules.Count, found.PairedProducts, found.LeftOutProducts));
    }

    [Fact]
    public void Too_few_cases_and_what_luck_explains_give_no_rule()
    {
        var few = Sold([.. Many(19, 1, 2), .. Many(200, 3)]);
        var chance = Sold([.. Many(25, 1, 2), .. Many(25, 1), .. Many(25, 2), .. Many(25, 3)]); // half buy 1, half 2, a quarter both

        Assert.Empty(ProductAssociations.Of(Baskets.Of(View(few))).Rules);
        Assert.NotEmpty(ProductAssociations.Of(Baskets.Of(View(few)), new(MinimumCases: 19)).Rules);
        Assert.Empty(ProductAssociations.Of(Baskets.Of(View(chance))).Rules);
    }

    [Fact]
    public void An_account_is_told_what_buyers_of_its_products_buy_and_it_does_not()
    {
        var ledger = Sold([
            [1],
            .. Many(60, 1, 2),
            .. Many(40, 4, 5),
            .. Many(110, 3),
        ]);
        var baskets = Baskets.Of(View(ledger));

        var found = ProductAssociations.Of(baskets);

        Assert.Equal([2], found.SuggestionsFor(0).Select(rule => rule.To));
        Assert.Empty(found.SuggestionsFor(1)); // has both
        Assert.Equal((0.984, 60), (Math.Round(found.SuggestionsFor(0)[0].Confidence, 3), found.SuggestionsFor(0)[0].Cases));
    }

    [Fact]
    public void Of_too_many_products_those_with_most_buyers_are_paired_and_the_rest_is_said()
    {
        var baskets = Baskets.Of(View(Sold([.. Many(60, 1, 2), .. Many(40, 4, 5), .. Many(110, 3)])));

        var found = ProductAssociations.Of(baskets, new(MostProducts: 3, MostRules: 1));

        Assert.Equal((3, 2), (found.PairedProducts, found.LeftOutProducts));
        Assert.Equal((1, 2), (found.Rules.Single().From, found.Rules.Single().To)); // of two equal rules by code
    }

    [Fact]
    public void What_was_sent_back_and_what_is_not_known_is_not_bought()
    {
        var company = new Company(
            2,
            new Sale(0, new(2024, 1, 1), 10, Product: 1),
            new Sale(0, new(2024, 1, 2), -10, Product: 1),
            new Sale(0, new(2024, 1, 2), 10, Product: 0),
            new Sale(0, new(2024, 1, 2), 10, Product: 7)
        );

        var baskets = Baskets.Of(View(company.Ledger()));

        Assert.Equal([7], baskets[0].ToArray());
        Assert.Equal(1, baskets.Accounts);
        Assert.True(baskets[1].IsEmpty);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Generated_companies_give_what_counting_each_pair_gives(int seed)
    {
        var company = RandomCompany.Of(seed);
        var view = RandomCompany.QuestionOf(company, seed).Of(company.Ledger());
        var baskets = Baskets.Of(view);
        var bought = company
            .Sales.Where(sale => view.Period.Contains(sale.Day) && sale.Product != 0 && baskets.Rows.RowOf(sale.Account) >= 0)
            .GroupBy(sale => (sale.Account, sale.Product))
            .Where(pair => pair.Sum(sale => sale.Amount) > 0)
            .Select(pair => pair.Key)
            .ToHashSet();

        for (var row = 0; row < baskets.Rows.Count; row++)
        {
            var account = baskets.Rows.AccountAt(row);
            Assert.Equal(Enumerable.Range(0, 10).Where(product => bought.Contains((account, product))), baskets[row].ToArray());
        }

        var accounts = bought.Select(pair => pair.Account).Distinct().ToArray();
        foreach (var rule in ProductAssociations.Of(baskets, new(MinimumCases: 2)).Rules)
        {
            Assert.Equal(
                rule.Cases,
                accounts.Count(account => bought.Contains((account, rule.From)) && bought.Contains((account, rule.To)))
            );
            Assert.Equal(rule.Buyers, accounts.Count(account => bought.Contains((account, rule.From))));
            Assert.Equal((double)rule.Cases / accounts.Length, rule.Support, 12);
            Assert.InRange(rule.ConfidenceAtLeast, 0, rule.Confidence);
            Assert.True(rule.LiftAtLeast > 1);
        }
    }

    [Fact]
    public void Peers_name_what_they_buy_more_than_others_and_the_account_does_not()
    {
        // rows 1 to 6 are peers of row 0
        var baskets = Baskets.Of(
            View(
                Sold([
                    [1],
                    [1, 2],
                    [1, 2],
                    [1, 2],
                    [2, 3],
                    [1, 3],
                    [3],
                    .. Many(30, 3),
                    .. Many(13, 4),
                ])
            )
        );

        var found = PeerPurchases.Of(baskets, 0, [0, 1, 2, 3, 4, 5, 5, 6], minimumCases: 3);

        var only = Assert.Single(found); // 3 has as many cases, but nearly everybody buys it
        Assert.Equal((2, 4, 4 / 6.0, 4 / 50.0), (only.Product, only.Cases, only.Share, only.ShareOfAll));
        Assert.Equal(8.333, only.Lift, 3);
        Assert.Empty(PeerPurchases.Of(baskets, 0, [1, 2], minimumCases: 3));
        Assert.Empty(PeerPurchases.Of(baskets, 0, []));
    }

    [Fact]
    public void Without_sales_or_products_nothing_is_found()
    {
        var empty = Baskets.Of(View(new Company(0).Ledger()));
        var nameless = Baskets.Of(View(new Company(1, new Sale(0, new(2024, 1, 1), 5)).Ledger()));

        Assert.Empty(ProductAssociations.Of(empty).Rules);
        Assert.Empty(ProductAssociations.Of(nameless).Rules);
        Assert.Empty(ProductAssociations.Of(nameless).SuggestionsFor(0));
        Assert.Equal(0, nameless.Accounts);
        Assert.Throws<ArgumentOutOfRangeException>(() => ProductAssociations.Of(empty, new(MinimumCases: 0)));
    }

    private static int[][] Many(int accounts, params int[] products) => [.. Enumerable.Repeat(products, accounts)];

    private static SalesLedger Sold(int[][] baskets) =>
        new Company(
            baskets.Length,
            [
                .. baskets.SelectMany(
                    (products, account) => products.Select(product => new Sale(account, new(2024, 1, 1), 10, Product: product))
                ),
            ]
        ).Ledger();

    private static LedgerView View(SalesLedger ledger) => LedgerView.Of(ledger, new(2024, 12, 31), Years);
}
