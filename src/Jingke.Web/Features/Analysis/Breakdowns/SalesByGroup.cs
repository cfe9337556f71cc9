using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Figures;
using Jingke.Web.Common;
using Jingke.Web.Ledger;

namespace Jingke.Web.Features.Analysis.Breakdowns;

/// <summary>Customers and sales by region, size, ownership, industry and so on, with customers and sales of each calendar year.</summary>
internal sealed class SalesByGroup(AnalysisScope scope, GroupWords words)
{
    /// <summary>Columns that the list can be sorted by.</summary>
    public static readonly string[] Sorts = ["name", "accounts", "sales", "previous", "change"];

    /// <summary>One group.</summary>
    /// <param name="Key">Its key in addresses; empty for "not known".</param>
    /// <param name="Name">Its name as people read it.</param>
    /// <param name="Within">Province of a city, category of a product; else empty.</param>
    /// <param name="Accounts">Active accounts in it.</param>
    /// <param name="AccountShare">Those / all active accounts.</param>
    /// <param name="NetSales">Net sales, ten-thousandths.</param>
    /// <param name="Share">Share of net sales; null when the total is not positive.</param>
    /// <param name="PreviousAccounts">Active accounts in the comparison period.</param>
    /// <param name="PreviousNetSales">Net sales in the comparison period, ten-thousandths.</param>
    /// <param name="Change">Year on year, with its reason where there is no number.</param>
    /// <param name="AccountsByYear">Active accounts in each of <see cref="Answer.Years"/>.</param>
    /// <param name="SalesByYear">Net sales in each of them, ten-thousandths.</param>
    public sealed record Row(
        string Key,
        string Name,
        string Within,
        int Accounts,
        double? AccountShare,
        long NetSales,
        double? Share,
        int PreviousAccounts,
        long PreviousNetSales,
        YearOnYear Change,
        IReadOnlyList<int> AccountsByYear,
        IReadOnlyList<long> SalesByYear
    );

    /// <summary>All groups in the order asked for.</summary>
    /// <param name="Dimension">What they are groups of; "region" has become what it stands for here.</param>
    /// <param name="Rows">The groups with a line in either period.</param>
    /// <param name="NetSales">Net sales of all of them, ten-thousandths.</param>
    /// <param name="PreviousNetSales">The same in the comparison period.</param>
    /// <param name="ActiveAccounts">Active accounts, each counted once.</param>
    /// <param name="Years">The calendar years that are shown, oldest first.</param>
    public sealed record Answer(
        Dimension Dimension,
        IReadOnlyList<Row> Rows,
        long NetSales,
        long PreviousNetSales,
        int ActiveAccounts,
        IReadOnlyList<int> Years
    )
    {
        /// <summary>Whether an account can be in several groups, so that numbers of accounts do not add up.</summary>
        public bool AccountsOverlap { get; } = Rows.Sum(row => (long)row.Accounts) > ActiveAccounts;

        /// <summary>Whether some group has more returns than sales.</summary>
        public bool HasNegative { get; } = Rows.Any(row => row.NetSales < 0);

        /// <summary>The groups with sales, largest first; worked out once, for charts.</summary>
        public IReadOnlyList<Row> BySales { get; } = [.. Rows.Where(row => row.NetSales != 0).OrderByDescending(row => row.NetSales)];

        /// <summary>The groups with active accounts, most first.</summary>
        public IReadOnlyList<Row> ByAccounts { get; } = [.. Rows.Where(row => row.Accounts > 0).OrderByDescending(row => row.Accounts)];
    }

    private const int MostYears = 6;

    /// <summary>Works it out.</summary>
    public async Task<Answer> RunAsync(Analyses.Question question, Dimension dimension, Sort sort)
    {
        var view = scope.ViewOf(question);
        var (grouping, key) = await scope.GroupingAsync(view, dimension);
        var breakdown = await scope.BreakdownAsync(view, dimension);
        // Names are part of the order, and differ by language.
        var language = Common.Languages.Language.Current.Code;
        return scope.Kept(
            view,
            $"by-group:{key}:{sort}:{language}",
            () =>
            {
                var years = scope.Kept(
                    view,
                    $"group-years:{key}",
                    () => BreakdownYears.Of(view, grouping),
                    found => found.Rows.Count * Math.Max(found.Years, 1)
                );
                return Make(breakdown, years, sort);
            },
            answer => answer.Rows.Count * 3
        );
    }

    private Answer Make(Breakdown breakdown, BreakdownYears years, Sort sort)
    {
        var dimension = breakdown.Grouping.Dimension;
        var left = Math.Max(years.Years - MostYears, 0);
        var byGroup = years.Rows.ToDictionary(row => row.Index);
        var rows = breakdown.Rows.Select(row =>
        {
            var perYear = byGroup.GetValueOrDefault(row.Index);
            return new Row(
                row.Group.Key,
                words.NameOf(dimension, row.Group),
                GroupWords.WithinOf(dimension, row.Group),
                row.Accounts,
                row.AccountShare,
                row.NetSales,
                row.Share,
                row.PreviousAccounts,
                row.PreviousNetSales,
                row.YearOnYear,
                [.. perYear?.Accounts.Skip(left) ?? []],
                [.. perYear?.NetSales.Skip(left) ?? []]
            );
        });
        return new(
            dimension,
            [.. Sorted(rows, sort)],
            breakdown.NetSales,
            breakdown.Rows.Sum(row => row.PreviousNetSales),
            breakdown.ActiveAccounts,
            [.. Enumerable.Range(years.FirstYear + left, years.Years - left)]
        );
    }

    // The breakdown comes with the largest first, and a stable sort keeps that among equals.
    private static IEnumerable<Row> Sorted(IEnumerable<Row> rows, Sort sort) =>
        sort.Key switch
        {
            "name" => By(rows, row => row.Name, sort, StringComparer.Ordinal),
            "accounts" => By(rows, row => row.Accounts, sort),
            "previous" => By(rows, row => row.PreviousNetSales, sort),
            "change" => By(rows, row => row.Change.Change ?? double.NegativeInfinity, sort),
            _ => By(rows, row => row.NetSales, sort),
        };

    private static IEnumerable<Row> By<TKey>(IEnumerable<Row> rows, Func<Row, TKey> key, Sort sort, IComparer<TKey>? comparer = null) =>
        sort.Descending ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer);
}
