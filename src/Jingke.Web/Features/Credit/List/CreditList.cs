using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Search;
using Jingke.Web.Ledger.Credit;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Credit.List;

/// <summary>The accounts that somebody looked into, granted something or that owe us something; what to look at comes first.</summary>
internal sealed class CreditList(SeenCredit credit, JingkeDbContext db)
{
    /// <summary>Columns that the list can be sorted by.</summary>
    public static readonly string[] Sorts = ["alerts", "name", "rating", "operating", "limit", "exposure", "overdue", "use"];

    /// <summary>What was found.</summary>
    /// <param name="All">Every account that the viewer sees, unfiltered.</param>
    /// <param name="Rows">What the filter leaves, in order.</param>
    public sealed record Found(IReadOnlyList<CreditRow> All, IReadOnlyList<CreditRow> Rows)
    {
        /// <summary>Cuts a page out.</summary>
        public Page<CreditRow> PageOf(PageRequest wanted)
        {
            var page = wanted.Within(Rows.Count);
            return new([.. Rows.Skip(page.Skip).Take(page.Size)], page.Number, page.Size, Rows.Count);
        }

        /// <summary>How many accounts have an alert.</summary>
        public int Count(CreditAlerts alert) => All.Count(row => (row.Standing.Alerts & alert) != CreditAlerts.None);
    }

    /// <summary>Finds them.</summary>
    /// <exception cref="Domain.RuleException"><c>ledger.loading</c>, <c>credit.working</c></exception>
    public async Task<Found> RunAsync(CreditFilter filter, Sort sort, CancellationToken cancel)
    {
        var all = await credit.RunAsync(cancel);
        var rows = all.Where(row => filter.Leaves(row.Standing));
        if (filter.Text is { } text)
        {
            var ids = await db.Accounts.Found(db, SearchQuery.Parse(text)).Select(account => account.Id).ToListAsync(cancel);
            var found = ids.ToHashSet();
            rows = rows.Where(row => found.Contains(row.Standing.AccountId));
        }
        return new(all, Sorted(rows, sort));
    }

    private static CreditRow[] Sorted(IEnumerable<CreditRow> rows, Sort sort)
    {
        if (sort.Key == "name")
        {
            // By pinyin, as people look names up.
            var comparer = StringComparer.Create(new System.Globalization.CultureInfo("zh-Hans"), ignoreCase: true);
            return sort.Descending ? [.. rows.OrderByDescending(row => row.Name, comparer)] : [.. rows.OrderBy(row => row.Name, comparer)];
        }

        // What has no figure comes last in either direction.
        var keyed = rows.Select(row => (Row: row, Key: KeyOf(row.Standing, sort.Key))).OrderBy(each => each.Key is null);
        return
        [
            .. (sort.Descending ? keyed.ThenByDescending(each => each.Key) : keyed.ThenBy(each => each.Key))
                .ThenByDescending(each => each.Row.Standing.Exposure?.Open ?? 0)
                .ThenBy(each => each.Row.Standing.AccountId)
                .Select(each => each.Row),
        ];
    }

    private static double? KeyOf(CreditStanding standing, string column) =>
        column switch
        {
            "rating" => standing.Score is { } score && standing.Rating is not null ? score : null,
            "operating" => standing.Operating is { } operating ? -operating[0] : null,
            "limit" => standing.Granted?.Limit,
            "exposure" => standing.Exposure?.Open,
            "overdue" => standing.Exposure?.Overdue,
            "use" => standing.Use,
            _ => standing.Gravity,
        };
}
