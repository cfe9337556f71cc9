using Jingke.Analytics.Figures;
using Jingke.Analytics.Tiers;

namespace Jingke.Tests.Analytics;

/// <summary>The definitions of the analyses once more, slowly, over records: what the fast ones are measured against.</summary>
public static class Reference
{
    public static IEnumerable<Sale[]> Orders(IEnumerable<Sale> sales) =>
        sales
            .GroupBy(sale => (sale.Account, sale.OrderName))
            .Where(order => order.Sum(sale => sale.Amount) > 0)
            .Select(order => order.ToArray());

    public static YearOnYear YearOnYear(IEnumerable<Sale> now, IEnumerable<Sale> before)
    {
        var (current, previous) = (now.Sum(sale => sale.Amount), before.Sum(sale => sale.Amount));
        double? change = previous > 0 ? (current - previous) / (double)previous : null;
        if (!now.Any())
            return new YearOnYear(before.Any() ? YearOnYearStatus.Lost : YearOnYearStatus.None, change);
        if (previous == 0)
            return new YearOnYear(YearOnYearStatus.New, null);

        return new YearOnYear(previous < 0 ? YearOnYearStatus.NegativeBase : YearOnYearStatus.Ok, change);
    }

    public static AccountFigure Figure(Question question, int account)
    {
        var now = question.In(question.Period).Where(sale => sale.Account == account).ToArray();
        var before = question.In(question.Comparison).Where(sale => sale.Account == account).ToArray();
        var orders = Orders(now).ToArray();
        var bought = orders.SelectMany(order => order).Where(sale => sale.Amount > 0).ToArray();
        var costed = now.Where(sale => sale.Cost is not null).ToArray();
        var hasCost = question.Company.Sales.Any(sale => sale.Cost is not null);
        var (net, discount) = (now.Sum(sale => sale.Amount), now.Sum(sale => sale.Discount));
        var (all, known) = (now.Sum(sale => Math.Abs(sale.Amount)), costed.Sum(sale => Math.Abs(sale.Amount)));
        double? coverage =
            now.Length == 0 ? null
            : all == 0 ? 0
            : (double)known / all;
        return new AccountFigure
        {
            Account = account,
            IsActive = now.Length > 0,
            NetSales = net,
            Orders = orders.Length,
            Variety = now.Where(sale => sale.Amount > 0 && sale.Product != 0).Select(sale => sale.Product).Distinct().Count(),
            FirstOn = now.Length > 0 ? now.Min(sale => sale.Day) : null,
            LastOn = now.Length > 0 ? now.Max(sale => sale.Day) : null,
            LastOrderOn = bought.Length > 0 ? bought.Max(sale => sale.Day) : null,
            RecencyDays = bought.Length > 0 ? question.AsOf.DayNumber - bought.Max(sale => sale.Day).DayNumber : null,
            Returns = now.Where(sale => sale.Amount < 0).Sum(sale => sale.Amount),
            Quantity = now.Sum(sale => sale.Quantity),
            Discount = discount,
            DiscountShare =
                question.Company.Sales.Any(sale => sale.Discount != 0) && net + discount > 0 ? (double)discount / (net + discount) : null,
            Cost = costed.Sum(sale => sale.Cost!.Value),
            SalesWithCost = costed.Sum(sale => sale.Amount),
            CostCoverage = coverage,
            GrossProfit = hasCost && coverage >= 0.9 ? costed.Sum(sale => sale.Amount - sale.Cost!.Value) : null,
            PreviousNetSales = before.Sum(sale => sale.Amount),
            WasActive = before.Length > 0,
            YearOnYear = YearOnYear(now, before),
        };
    }

    /// <summary>Mid-rank quantile of one value among all.</summary>
    public static double Quantile(long value, IReadOnlyCollection<long> all) =>
        ((2 * all.Count(other => other < value)) + all.Count(other => other == value)) / (2.0 * all.Count);

    /// <summary>The fifth of the field in which a value lies, by counting, 1 to 5.</summary>
    public static int Score(long value, IReadOnlyCollection<long> all)
    {
        var doubled = (2 * all.Count(other => other < value)) + all.Count(other => other == value);
        return Enumerable.Range(1, 5).First(score => 5 * doubled < score * 2 * all.Count);
    }

    public static int Rank(long value, IEnumerable<long> all) => 1 + all.Count(other => other > value);

    public static double? Median(IEnumerable<long> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0;
    }

    /// <summary>Tiers straight from the definition; each account's standing is counted anew.</summary>
    public static Dictionary<int, (Tier Tier, double Score)> Tiers(Question question, TierRules rules)
    {
        var figures = question.Accounts.Select(account => Figure(question, account)).Where(figure => figure.IsActive).ToArray();
        var codes = question.Company.Accounts.Codes;
        var knowsProducts = question.Company.Sales.Any(sale => sale.Product != 0);
        long[] Of(Func<AccountFigure, long> value) => [.. figures.Select(value)];
        var (money, orders) = (Of(figure => figure.NetSales), Of(figure => figure.Orders));
        var (last, variety) = (Of(Latest), Of(figure => figure.Variety));
        var profits = figures.Where(figure => figure.GrossProfit is not null).Select(figure => figure.GrossProfit!.Value).ToArray();

        double Score(AccountFigure figure, long netSales, long? profit, long[] moneyOfAll, long[] profitOfAll)
        {
            var parts = new List<(double Weight, double Quantile)> { (rules.Weights.Monetary, Quantile(netSales, moneyOfAll)) };
            if (profit is { } known)
                parts.Add((rules.Weights.Profit, Quantile(known, profitOfAll)));
            parts.Add((rules.Weights.Frequency, Quantile(figure.Orders, orders)));
            parts.Add((rules.Weights.Recency, Quantile(Latest(figure), last)));
            if (knowsProducts)
                parts.Add((rules.Weights.Variety, Quantile(figure.Variety, variety)));

            return parts.Sum(part => part.Weight * part.Quantile) / parts.Sum(part => part.Weight) * 100;
        }

        bool Enough(double netSales, int count) =>
            netSales > 0 && netSales >= (rules.MinimumNetSales ?? 0) && count >= (rules.MinimumOrders ?? 0);

        var scores = figures.ToDictionary(
            figure => figure.Account,
            figure => Score(figure, figure.NetSales, figure.GrossProfit, money, profits)
        );
        var first = figures
            .OrderByDescending(figure => scores[figure.Account])
            .ThenByDescending(figure => figure.NetSales)
            .ThenBy(figure => codes[figure.Account], StringComparer.Ordinal)
            .Take((int)Math.Ceiling(figures.Length * (decimal)rules.KeyPercent / 100));
        var key = first.Where(figure => Enough(figure.NetSales, figure.Orders)).Select(figure => figure.Account).ToHashSet();
        var threshold = key.Count > 0 ? key.Min(account => scores[account]) : double.NaN;
        var letGo = figures
            .OrderBy(figure => figure.GrossProfit is { } profit ? Quantile(profit, profits) : Quantile(figure.NetSales, money))
            .ThenBy(figure => figure.NetSales)
            .ThenByDescending(figure => codes[figure.Account], StringComparer.Ordinal)
            .Take((int)Math.Ceiling(figures.Length * (decimal)rules.LetGoPercent / 100))
            .Select(figure => figure.Account)
            .ToHashSet();

        bool Rises(AccountFigure figure)
        {
            if (figure.YearOnYear is not { Status: YearOnYearStatus.Ok, Change: > 0 and var change })
                return false;

            var factor = Math.Min(1 + change, 3);
            long Grow(long value) => value > 0 ? (long)(value * factor) : value;
            var (grown, profit) = (Grow(figure.NetSales), figure.GrossProfit is { } known ? Grow(known) : (long?)null);
            var others = figures.Where(other => other.Account != figure.Account).ToArray();
            long[] moneyThen = [.. others.Select(other => other.NetSales), grown];
            long[] profitThen =
            [
                .. others.Where(other => other.GrossProfit is not null).Select(other => other.GrossProfit!.Value),
                profit ?? 0,
            ];
            return Enough(figure.NetSales * factor, figure.Orders) && Score(figure, grown, profit, moneyThen, profitThen) >= threshold;
        }

        return figures.ToDictionary(
            figure => figure.Account,
            figure =>
                (
                    key.Contains(figure.Account) ? Tier.Key
                    : Rises(figure) ? Tier.Rising
                    : letGo.Contains(figure.Account) ? Tier.LetGo
                    : Tier.Ordinary,
                    scores[figure.Account]
                )
        );
    }

    /// <summary>A number that is larger the later the last order was, smallest without one.</summary>
    public static long Latest(AccountFigure figure) => figure.LastOrderOn?.DayNumber ?? -1;
}
