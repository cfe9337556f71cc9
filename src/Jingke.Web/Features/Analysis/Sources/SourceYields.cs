using Jingke.Analytics.Breakdowns;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Features.Analysis.Breakdowns;
using Jingke.Web.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Analysis.Sources;

/// <summary>What each source of customers 客户来源 brought in a calendar year: accounts, signed customers, sales, and what it cost.</summary>
internal sealed class SourceYields(JingkeDbContext db, AnalysisScope scope, SalesByGroup groups)
{
    /// <summary>Most sources that are shown; the rest are told by their number.</summary>
    public const int Most = 200;

    /// <summary>One source.</summary>
    /// <param name="Source">In the words that accounts name it by; empty where accounts name none.</param>
    /// <param name="Accounts">Accounts that came from it, whenever that was.</param>
    /// <param name="Added">Those that were entered in the year.</param>
    /// <param name="Signed">Those whose first order lies in the year.</param>
    /// <param name="NetSales">Net sales in the year, ten-thousandths.</param>
    /// <param name="Cost">Money spent on it in the year, ten-thousandths; null when nothing was noted.</param>
    /// <param name="Version">Version of the noted cost; 0 without one.</param>
    public sealed record Row(string Source, int Accounts, int Added, int Signed, long NetSales, long? Cost, int Version)
    {
        /// <summary>Cost of one signed customer, ten-thousandths; null without cost or signed customers.</summary>
        public long? CostPerSigned => Cost is { } cost && Signed > 0 ? cost / Signed : null;

        /// <summary>Net sales for each unit of money spent; null without cost.</summary>
        public double? SalesPerCost => Cost is > 0 ? (double)NetSales / Cost : null;
    }

    /// <summary>The sources of a year.</summary>
    /// <param name="Year">The year.</param>
    /// <param name="Years">Years with sales, the newest first.</param>
    /// <param name="Rows">The sources, those with most sales first.</param>
    /// <param name="Left">How many more there are.</param>
    /// <param name="ShowsCost">Whether costs are shown: they are the company's, so only to those who see all its accounts.</param>
    public sealed record Answer(int Year, IReadOnlyList<int> Years, IReadOnlyList<Row> Rows, int Left, bool ShowsCost)
    {
        /// <summary>All rows together.</summary>
        public Row Total { get; } =
            new(
                "",
                Rows.Sum(row => row.Accounts),
                Rows.Sum(row => row.Added),
                Rows.Sum(row => row.Signed),
                Rows.Sum(row => row.NetSales),
                Rows.Any(row => row.Cost is not null) ? Rows.Sum(row => row.Cost ?? 0) : null,
                0
            );
    }

    /// <summary>Works it out.</summary>
    /// <param name="asked">The year; the newest with sales when null.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<Answer> RunAsync(int? asked, CancellationToken cancel)
    {
        var ledger = scope.ViewOf(new()).Ledger;
        var (first, last) = (ledger.FirstOn?.Year, ledger.LastOn?.Year);
        int[] years = first is { } from && last is { } to ? [.. Enumerable.Range(from, to - from + 1).Reverse()] : [];
        if (years.Length == 0)
            return new(asked ?? 0, [], [], 0, scope.SeesAll);

        var year = asked ?? years[0];
        var (start, end) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var sales = await groups.RunAsync(new Analyses.Question(new(start, end), null, end), Dimension.Source, new Sort("sales", true));
        var salesOf = sales.Rows.ToDictionary(row => row.Key, row => row.NetSales);
        var (startAt, endAt) = (start.ToDateTime(default, DateTimeKind.Utc), end.AddDays(1).ToDateTime(default, DateTimeKind.Utc));
        var counts = await db
            .Accounts.GroupBy(account => account.Source ?? "")
            .Select(group => new
            {
                Source = group.Key,
                Accounts = group.Count(),
                Added = group.Sum(account => account.CreatedAt >= startAt && account.CreatedAt < endAt ? 1 : 0),
                Signed = group.Sum(account => account.FirstTradedOn >= start && account.FirstTradedOn <= end ? 1 : 0),
            })
            .ToDictionaryAsync(row => row.Source, cancel);
        var costs = scope.SeesAll
            ? await db.SourceCosts.AsNoTracking().Where(cost => cost.Year == year).ToDictionaryAsync(cost => cost.Source, cancel)
            : [];
        var rows = counts
            .Keys.Union(salesOf.Keys)
            .Union(costs.Keys)
            .Select(source => new Row(
                source,
                counts.GetValueOrDefault(source)?.Accounts ?? 0,
                counts.GetValueOrDefault(source)?.Added ?? 0,
                counts.GetValueOrDefault(source)?.Signed ?? 0,
                salesOf.GetValueOrDefault(source),
                costs.GetValueOrDefault(source)?.Amount,
                costs.GetValueOrDefault(source)?.Version ?? 0
            ))
            .OrderByDescending(row => row.NetSales)
            .ThenByDescending(row => row.Accounts)
            .ThenBy(row => row.Source, StringComparer.Ordinal)
            .ToList();
        return new(year, years, [.. rows.Take(Most)], Math.Max(rows.Count - Most, 0), scope.SeesAll);
    }
}
