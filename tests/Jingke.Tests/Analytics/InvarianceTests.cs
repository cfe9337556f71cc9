using Jingke.Analytics;
using Jingke.Analytics.Ledger;
using Xunit;

namespace Jingke.Tests.Analytics;

/// <summary>What must not change a figure, and what must change it in a known way.</summary>
public class InvarianceTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(200, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Over_whole_months_line_grain_and_month_grain_agree_in_everything(int seed)
    {
        var company = RandomCompany.Of(seed);
        var question = RandomCompany.QuestionOf(company, seed, wholeMonths: true);
        var (fine, coarse) = (company.Ledger(), company.MonthLedger());

        var (expected, found) = (Everything.Of(question.Of(fine)), Everything.Of(question.Of(coarse)));

        Assert.Equal(LedgerGrain.Month, coarse.Grain);
        Assert.Equal(expected, found);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_the_lines_does_not_matter(int seed)
    {
        var company = RandomCompany.Of(seed);
        var question = RandomCompany.QuestionOf(company, seed);
        var shuffled = company.Sales.ToArray();
        new Random(seed).Shuffle(shuffled);

        var expected = Everything.Of(question.Of(company.Ledger()));
        var found = Everything.Of(question.Of(company.With(shuffled).Ledger()));

        Assert.Equal(expected, found);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_the_accounts_does_not_matter(int seed)
    {
        var company = RandomCompany.Of(seed);
        var question = RandomCompany.QuestionOf(company, seed) with { Allowed = null };
        var count = company.Accounts.Count;
        int Mirror(int account) => count - 1 - account;
        var mirrored = new Company(count)
        {
            Sales = [.. company.Sales.Select(sale => sale with { Account = Mirror(sale.Account) })],
            Accounts = new AccountDirectory(
                Reversed(company.Accounts.Ids),
                Reversed(company.Accounts.Codes),
                Reversed(company.Accounts.Names)
            )
            {
                Places = Reversed(company.Accounts.Places),
                Industry = Reversed(company.Accounts.Industry),
                Size = Reversed(company.Accounts.Size),
                Owner = Reversed(company.Accounts.Owner),
            },
        };

        Assert.Equal(Everything.Of(question.Of(company.Ledger())), Everything.Of(question.Of(mirrored.Ledger())));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Another_currency_unit_scales_money_and_changes_no_share_rank_score_or_tier(int seed)
    {
        var company = RandomCompany.Of(seed);
        var question = RandomCompany.QuestionOf(company, seed);
        var scaled = company.With(
            company.Sales.Select(sale => sale with { Amount = sale.Amount * 8, Cost = sale.Cost * 8, Discount = sale.Discount * 8 })
        );

        var (one, eight) = (SalesAnalysis.Of(question.Of(company.Ledger())), SalesAnalysis.Of(question.Of(scaled.Ledger())));

        var (tiers, tiersOfEight) = (one.Tiers(), eight.Tiers());
        for (var row = 0; row < one.Figures.Rows.Count; row++)
        {
            Assert.Equal(one.Figures[row].NetSales * 8, eight.Figures[row].NetSales);
            Assert.Equal(one.Ranking.ShareOf(row), eight.Ranking.ShareOf(row));
            Assert.Equal(one.Ranking.RankOf(row), eight.Ranking.RankOf(row));
            Assert.Equal(one.Scores[row], eight.Scores[row]);
            Assert.Equal(one.Figures[row].YearOnYear, eight.Figures[row].YearOnYear);
            Assert.Equal(one.Figures[row].DiscountShare, eight.Figures[row].DiscountShare);
            Assert.Equal(tiers[row], tiersOfEight[row]);
        }

        Assert.Equal(one.Concentration, eight.Concentration);
        Assert.Equal(one.Pareto.Points, eight.Pareto.Points);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_scope_gives_what_a_ledger_of_only_those_accounts_gives(int seed)
    {
        // The first line of all is in the scope and fills every column, so that both ledgers begin on one day and know the same.
        var random = RandomCompany.Of(seed);
        var company = random.With([new Sale(0, new(2020, 12, 31), 1, null, 1, 1, 1, 1, 1), .. random.Sales]);
        var allowed = Enumerable.Range(0, company.Accounts.Count).Where(account => account % 3 != 1).ToArray();
        var question = RandomCompany.QuestionOf(company, seed) with { Allowed = allowed };

        var (scoped, alone) = (question.Of(company.Ledger()), question.Of(company.With(question.Sales).Ledger()));

        Assert.Equal(Everything.Of(alone), Everything.Of(scoped));
    }

    [Fact]
    public void A_large_ledger_on_many_threads_gives_what_small_ones_give_in_turn()
    {
        const int count = 3000;
        var random = new Random(5);
        var sales = Enumerable
            .Range(0, 240_000)
            .Select(i => new Sale(
                random.Next(count),
                new DateOnly(2022, 1, 1).AddDays(random.Next(700)),
                random.NextInt64(-1_000_000, 9_000_000),
                $"{random.Next(60_000)}",
                random.Next(10),
                random.Next(8)
            ))
            .ToArray();
        var company = new Company(count, sales);
        var view = LedgerView.Of(company.Ledger());

        var analysis = SalesAnalysis.Of(view);

        var byAccount = sales.ToLookup(sale => sale.Account);
        for (var account = 0; account < count; account += 29)
        {
            var alone = company.With(byAccount[account]);
            var question = new Question(alone, view.Period, view.Comparison, view.AsOf, null);
            Assert.Equal(Reference.Figure(question, account), analysis.Figures[account]);
        }

        Assert.Equal(sales.Where(sale => view.Period.Contains(sale.Day)).Sum(sale => sale.Amount), analysis.Figures.TotalNetSales);
    }

    private static T[] Reversed<T>(T[] values) => [.. values.Reverse()];

    private static CodedColumn Reversed(CodedColumn column) => new(Reversed(column.Codes), column.Names, column.Keys);
}
