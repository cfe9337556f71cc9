using Jingke.Analytics;
using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Figures;
using Jingke.Analytics.Performance;
using Jingke.Analytics.Periods;
using Jingke.Analytics.Series;
using Jingke.Analytics.Tiers;
using Xunit;

namespace Jingke.Tests.Analytics;

/// <summary>Every analysis against the slow reference, on random companies.</summary>
public class ReferenceTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    public static TheoryData<int, Dimension> SeedsAndDimensions()
    {
        var data = new TheoryData<int, Dimension>();
        foreach (var dimension in Enum.GetValues<Dimension>())
        {
            for (var seed = 100; seed < 106; seed++)
                data.Add(seed, dimension);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Figures_of_every_account_are_those_of_the_reference(int seed)
    {
        var question = QuestionOf(seed);

        var figures = AccountFigures.Of(question.Of(question.Company.Ledger()));

        Assert.Equal(
            question.Accounts.Select(account => Reference.Figure(question, account)),
            Enumerable.Range(0, figures.Rows.Count).Select(row => figures[row])
        );
        Assert.Equal(question.In(question.Period).Sum(sale => sale.Amount), figures.TotalNetSales);
        Assert.Equal(question.In(question.Comparison).Sum(sale => sale.Amount), figures.TotalPreviousNetSales);
        Assert.Equal(question.In(question.Period).Select(sale => sale.Account).Distinct().Count(), figures.ActiveAccounts);
        Assert.Equal(Reference.Orders(question.In(question.Period)).Count(), figures.TotalOrders);
        Assert.Equal(Reference.YearOnYear(question.In(question.Period), question.In(question.Comparison)), figures.YearOnYear);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Ranks_shares_and_scores_are_those_of_the_reference(int seed)
    {
        var question = QuestionOf(seed);
        var all = question.Accounts.Select(account => Reference.Figure(question, account)).ToArray();
        var active = all.Where(figure => figure.IsActive).ToArray();
        long[] Values(Func<AccountFigure, long> value) => [.. active.Select(value)];
        var total = active.Sum(figure => figure.NetSales);

        var analysis = SalesAnalysis.Of(question.Of(question.Company.Ledger()));

        var before = all.Where(figure => figure.WasActive).Select(figure => figure.PreviousNetSales).ToArray();
        for (var row = 0; row < all.Length; row++)
        {
            var figure = all[row];
            int? rank = figure.IsActive ? Reference.Rank(figure.NetSales, Values(other => other.NetSales)) : null;
            int? previous = figure.WasActive ? Reference.Rank(figure.PreviousNetSales, before) : null;
            Assert.Equal(rank, analysis.Ranking.RankOf(row));
            Assert.Equal(previous, analysis.Ranking.PreviousRankOf(row));
            Assert.Equal(previous - rank, analysis.Ranking.RankChangeOf(row));
            Assert.Equal(figure.IsActive && total > 0 ? figure.NetSales / (double)total : null, analysis.Ranking.ShareOf(row));
            var knowsProducts = question.Company.Sales.Any(sale => sale.Product != 0);
            var scores = figure.IsActive
                ? (
                    Reference.Score(Reference.Latest(figure), Values(Reference.Latest)),
                    Reference.Score(figure.Orders, Values(other => other.Orders)),
                    Reference.Score(figure.NetSales, Values(other => other.NetSales)),
                    knowsProducts ? Reference.Score(figure.Variety, Values(other => other.Variety)) : 0
                )
                : (0, 0, 0, 0);
            Assert.Equal(scores, analysis.Scores[row]);
        }

        Assert.Equal(
            Reference.Median(active.Where(f => f.RecencyDays is not null).Select(f => (long)f.RecencyDays!)),
            analysis.Scores.MedianRecencyDays
        );
        Assert.Equal(Reference.Median(Values(figure => figure.Orders)), analysis.Scores.MedianFrequency);
        Assert.Equal(Reference.Median(Values(figure => figure.NetSales)), analysis.Scores.MedianMonetary);
        Assert.Equal(
            active
                .OrderByDescending(f => f.NetSales)
                .ThenBy(f => question.Company.Accounts.Codes[f.Account], StringComparer.Ordinal)
                .Select(f => f.Account),
            analysis.Ranking.Rows.Select(analysis.Figures.Rows.AccountAt)
        );
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Pareto_and_concentration_are_those_of_the_reference(int seed)
    {
        var question = QuestionOf(seed);
        var sales = question
            .In(question.Period)
            .GroupBy(sale => sale.Account)
            .Select(account => account.Sum(sale => sale.Amount))
            .OrderDescending()
            .ToArray();
        var (total, n) = ((decimal)sales.Sum(), sales.Length);

        var analysis = SalesAnalysis.Of(question.Of(question.Company.Ledger()));

        if (total <= 0)
        {
            Assert.Equal(new(null, null, null, null, null), analysis.Concentration);
            Assert.Null(analysis.Pareto.Top20PercentShare);
            Assert.Equal(0, analysis.Pareto.AccountsFor80Percent);
            Assert.Empty(analysis.Pareto.Points);
            return;
        }

        decimal Cumulative(int accounts) => sales.Take(accounts).Sum() / total;
        var top = (int)Math.Ceiling(n * 0.2m);
        Assert.Equal(top, analysis.Pareto.Top20Percent);
        Assert.Equal((double)Cumulative(top), analysis.Pareto.Top20PercentShare!.Value, 1e-12);
        Assert.Equal(Enumerable.Range(1, n).First(accounts => Cumulative(accounts) >= 0.8m), analysis.Pareto.AccountsFor80Percent);
        Assert.All(analysis.Pareto.Points, point => Assert.Equal((double)Cumulative(point.Accounts), point.SalesShare, 1e-12));
        Assert.Equal(n + 1, analysis.Pareto.Points.Count);
        Assert.Equal(sales.Sum(x => (double)x * x) / ((double)total * (double)total), analysis.Concentration.Herfindahl!.Value, 1e-12);
        var differences = sales.Sum(x => sales.Sum(y => Math.Abs((decimal)x - y)));
        Assert.Equal((double)(differences / (2 * n * total)), analysis.Concentration.Gini!.Value, 1e-12);
        Assert.Equal((double)Cumulative(1), analysis.Concentration.Top1!.Value, 1e-12);
        Assert.Equal((double)Cumulative(5), analysis.Concentration.Top5!.Value, 1e-12);
        Assert.Equal((double)Cumulative(10), analysis.Concentration.Top10!.Value, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Tiers_and_value_scores_are_those_of_the_reference(int seed)
    {
        var question = QuestionOf(seed);
        var random = new Random(seed);
        var rules = new TierRules
        {
            KeyPercent = random.Next(1, 50),
            LetGoPercent = random.Next(0, 50),
            Weights = random.Next(2) == 0 ? new ValueWeights() : new ValueWeights(50, 20, 10, 15, 5, 0, 0),
            MinimumNetSales = random.Next(3) == 0 ? 40_000_000 : null,
            MinimumOrders = random.Next(3) == 0 ? 2 : null,
        };

        var analysis = SalesAnalysis.Of(question.Of(question.Company.Ledger()));
        var tiers = analysis.Tiers(rules);

        var expected = Reference.Tiers(question, rules);
        var found = Enumerable
            .Range(0, analysis.Figures.Rows.Count)
            .Where(row => tiers[row] != Tier.None)
            .ToDictionary(row => analysis.Figures.Rows.AccountAt(row), row => (tiers[row], tiers.Scores[row]!.Value));
        Assert.Equal(expected.Keys.Order(), found.Keys.Order());
        Assert.All(expected, pair => Assert.Equal(pair.Value, found[pair.Key]));
        foreach (var summary in tiers.Summary)
        {
            var members = expected.Where(pair => pair.Value.Tier == summary.Tier).Select(pair => pair.Key).ToArray();
            Assert.Equal(members.Length, summary.Accounts);
            Assert.Equal(
                question.In(question.Period).Where(sale => members.Contains(sale.Account)).Sum(sale => sale.Amount),
                summary.NetSales
            );
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Extremes_are_those_of_the_reference(int seed)
    {
        var question = QuestionOf(seed);
        var figures = question.Accounts.Select(account => Reference.Figure(question, account)).ToArray();
        var floor = (long)Math.Round(Reference.Median(figures.Where(f => f.WasActive).Select(f => f.PreviousNetSales)) ?? 0);
        var eligible = figures.Where(f => f.WasActive && f.PreviousNetSales > 0 && f.PreviousNetSales >= floor).ToArray();

        var extremes = SalesAnalysis.Of(question.Of(question.Company.Ledger())).Extremes(count: 4);

        Assert.Equal(floor, extremes.Floor);
        Assert.Equal(
            eligible.Where(f => f.NetSales > f.PreviousNetSales).Select(f => f.YearOnYear.Change).OrderDescending().Take(4),
            extremes.Growth.Select(account => account.YearOnYear.Change)
        );
        Assert.Equal(
            eligible.Where(f => f.NetSales < f.PreviousNetSales).Select(f => f.YearOnYear.Change).Order().Take(4),
            extremes.Decline.Select(account => account.YearOnYear.Change)
        );
        Assert.Equal(
            figures.Where(f => f.IsActive).Select(f => f.NetSales).OrderDescending().Take(4),
            extremes.Top.Select(account => account.NetSales)
        );
        Assert.All(
            extremes.Top.Concat(extremes.Growth).Concat(extremes.Decline),
            account => Assert.Equal(figures.Single(f => f.Account == account.Account).PreviousNetSales, account.PreviousNetSales)
        );
    }

    [Theory]
    [MemberData(nameof(SeedsAndDimensions))]
    public void Breakdowns_are_those_of_the_reference(int seed, Dimension dimension)
    {
        var question = QuestionOf(seed);
        var (now, before) = (question.In(question.Period), question.In(question.Comparison));
        var view = question.Of(question.Company.Ledger());

        var breakdown = Breakdown.Of(view, dimension);

        string Key(Sale sale) => question.Company.GroupOf(sale, dimension);
        Assert.Equal(
            now.Concat(before).Select(Key).Distinct().Order(StringComparer.Ordinal),
            breakdown.Rows.Select(row => row.Group.Key).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            breakdown.Rows.OrderByDescending(row => row.NetSales).Select(row => row.NetSales),
            breakdown.Rows.Select(row => row.NetSales)
        );
        foreach (var row in breakdown.Rows)
        {
            var (mine, then) = (
                now.Where(sale => Key(sale) == row.Group.Key).ToArray(),
                before.Where(sale => Key(sale) == row.Group.Key).ToArray()
            );
            var total = now.Sum(sale => sale.Amount);
            Assert.Equal(mine.Sum(sale => sale.Amount), row.NetSales);
            Assert.Equal(mine.Select(sale => sale.Account).Distinct().Count(), row.Accounts);
            Assert.Equal(then.Sum(sale => sale.Amount), row.PreviousNetSales);
            Assert.Equal(then.Select(sale => sale.Account).Distinct().Count(), row.PreviousAccounts);
            Assert.Equal(Reference.YearOnYear(mine, then), row.YearOnYear);
            Assert.Equal(total > 0 ? row.NetSales / (double)total : null, row.Share);
            Assert.Equal(
                mine.Select(sale => sale.Account).Distinct().Order(),
                Breakdown.AccountsIn(view, breakdown.Grouping, row.Index).ToArray()
            );
        }

        Assert.Equal(breakdown.Rows, SalesAnalysis.Of(view).Breakdown(dimension).Rows);
        Assert.Equal(now.Select(sale => sale.Account).Distinct().Count(), breakdown.ActiveAccounts);

        var years = BreakdownYears.Of(view, breakdown.Grouping);
        var known = question.Sales.Where(sale => sale.Day <= question.AsOf).ToArray();
        foreach (var (row, i) in years.Rows.SelectMany(row => Enumerable.Range(0, years.Years).Select(i => (row, i))))
        {
            var mine = known.Where(sale => sale.Day.Year == years.FirstYear + i && Key(sale) == row.Group.Key).ToArray();
            Assert.Equal(mine.Select(sale => sale.Account).Distinct().Count(), row.Accounts[i]);
            Assert.Equal(mine.Sum(sale => sale.Amount), row.NetSales[i]);
        }

        Assert.Equal(known.Sum(sale => sale.Amount), years.Rows.Sum(row => row.NetSales.Sum()));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Years_and_months_are_those_of_the_reference(int seed)
    {
        var question = QuestionOf(seed);
        var ledger = question.Company.Ledger();
        var view = question.Of(ledger);
        var known = question.Sales.Where(sale => sale.Day <= question.AsOf).ToArray();

        var years = CalendarYears.Of(view);
        var months = MonthlySeries.Of(ledger, question.Period, view.Accounts);
        var product = MonthlySeries.Of(ledger, question.Period, view.Accounts, product: 3);
        var each = MonthlySeries.OfAccounts(ledger, question.Period, [.. question.Accounts]);

        Assert.Equal(
            (known.Sum(sale => sale.Amount), known.Select(sale => sale.Account).Distinct().Count(), Reference.Orders(known).Count()),
            CalendarYears.AllTime(view)
        );
        Assert.Equal(known.Sum(sale => sale.Amount), years.Sum(year => year.NetSales));
        foreach (var year in years)
        {
            var mine = known.Where(sale => sale.Day.Year == year.Year).ToArray();
            Assert.Equal(mine.Sum(sale => sale.Amount), year.NetSales);
            Assert.Equal(mine.Select(sale => sale.Account).Distinct().Count(), year.Accounts);
            Assert.Equal(Reference.Orders(mine).Count(), year.Orders);
            var sameDays = new DayRange(
                new(year.Year, 1, 1),
                question.AsOf.Year == year.Year ? question.AsOf : new(year.Year, 12, 31)
            ).YearEarlier();
            Assert.Equal(Reference.YearOnYear(mine, known.Where(sale => sale.Day.Year == year.Year - 1)), year.YearOnYear);
            Assert.Equal(Reference.YearOnYear(mine, known.Where(sale => sameDays.Contains(sale.Day))), year.OnSameDays);
        }

        for (var month = 0; month < months.NetSales.Length; month++)
        {
            var first = months.MonthOf(month);
            var mine = question.In(question.Period).Where(sale => sale.Month == (first.Year, first.Month)).ToArray();
            Assert.Equal(mine.Sum(sale => sale.Amount), months.NetSales[month]);
            Assert.Equal(mine.Where(sale => sale.Product == 3).Sum(sale => sale.Amount), product.NetSales[month]);
            Assert.Equal(mine.Sum(sale => sale.Amount), each.Sum(series => series.NetSales[month]));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Months_of_a_group_are_those_of_the_reference(int seed)
    {
        var question = QuestionOf(seed);
        var ledger = question.Company.Ledger();
        var view = question.Of(ledger);

        // By account, by product and by the place of each line.
        foreach (var dimension in (Dimension[])[Dimension.Industry, Dimension.Product, Dimension.Category, Dimension.City])
        {
            var grouping = Grouping.Of(ledger, dimension);
            for (var group = 0; group < grouping.Groups.Count; group++)
            {
                var months = MonthlySeries.OfGroup(ledger, question.Period, grouping, group, view.Accounts);
                var mine = question
                    .In(question.Period)
                    .Where(sale => question.Company.GroupOf(sale, dimension) == grouping.Groups[group].Key)
                    .ToLookup(sale => sale.Month, sale => sale.Amount);

                Assert.Equal(
                    months.NetSales.Select((_, at) => mine[(months.MonthOf(at).Year, months.MonthOf(at).Month)].Sum()),
                    months.NetSales
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Performance_by_account_product_and_year_is_that_of_the_reference(int seed)
    {
        var question = QuestionOf(seed);
        var view = question.Of(question.Company.Ledger());
        var known = question.Sales.Where(sale => sale.Day <= question.AsOf).ToArray();
        var pairs = question
            .In(question.Period)
            .Concat(question.In(question.Comparison))
            .Select(sale => (sale.Account, sale.Product))
            .Distinct()
            .Select(pair =>
                (
                    pair.Account,
                    pair.Product,
                    NetSales: question.In(question.Period).Where(sale => (sale.Account, sale.Product) == pair).Sum(sale => sale.Amount)
                )
            )
            .OrderByDescending(pair => pair.NetSales)
            .ThenBy(pair => question.Company.Accounts.Codes[pair.Account], StringComparer.Ordinal)
            .ThenBy(pair => question.Company.Products.Codes[pair.Product], StringComparer.Ordinal)
            .ToArray();

        var page = PerformancePage.Of(view, skip: 3, take: 5);
        var product = YearlyPerformance.OfProduct(view, 2);

        Assert.Equal(pairs.Length, page.Total);
        Assert.Equal(pairs.Sum(pair => pair.NetSales), page.NetSales);
        Assert.Equal(pairs.Skip(3).Take(5), page.Rows.Select(row => (row.Account, row.Product, row.NetSales)));
        Assert.All(page.Rows, row => Assert.Equal(Reference.Rank(row.NetSales, pairs.Select(pair => pair.NetSales)), row.Rank));
        Assert.All(
            page.Rows,
            row => Check(row.Account, row.Product, question.Period, question.Comparison, row.Quantity, row.NetSales, row.YearOnYear)
        );
        foreach (var row in product.Concat(question.Accounts.SelectMany(account => YearlyPerformance.OfAccount(view, account))))
        {
            var year = DayRange.OfYear(row.Year);
            Check(row.Account, row.Product, year, year.YearEarlier(), row.Quantity, row.NetSales, row.YearOnYear);
        }

        Assert.Equal(known.Where(sale => sale.Product == 2).Sum(sale => sale.Amount), product.Sum(row => row.NetSales));

        void Check(int account, int product, DayRange period, DayRange comparison, long quantity, long netSales, YearOnYear yearOnYear)
        {
            var mine = question.Sales.Where(sale => sale.Account == account && sale.Product == product).ToArray();
            var cut = period.Days > 300 && period.From.DayOfYear == 1 && period != question.Period ? question.AsOf : DateOnly.MaxValue;
            var now = mine.Where(sale => period.Contains(sale.Day) && sale.Day <= cut).ToArray();
            Assert.Equal(now.Sum(sale => sale.Quantity), quantity);
            Assert.Equal(now.Sum(sale => sale.Amount), netSales);
            Assert.Equal(Reference.YearOnYear(now, mine.Where(sale => comparison.Contains(sale.Day) && sale.Day <= cut)), yearOnYear);
        }
    }

    private static Question QuestionOf(int seed) => RandomCompany.QuestionOf(RandomCompany.Of(seed), seed);
}
