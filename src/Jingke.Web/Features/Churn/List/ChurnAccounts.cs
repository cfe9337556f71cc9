using Jingke.Analytics.Retention;
using Jingke.Domain;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Search;
using Jingke.Web.Ledger.Churn;
using Jingke.Web.Ledger.Findings;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Churn.List;

/// <summary>Accounts with what is said of their staying or going, for the list of those at risk and for those behind any figure.</summary>
internal sealed class ChurnAccounts(SeenChurn churn, ChurnGroups groups, JingkeDbContext db)
{
    /// <summary>Columns that the list can be sorted by.</summary>
    public static readonly string[] Sorts =
    [
        "name",
        "tier",
        "last",
        "silence",
        "gap",
        "alive",
        "expected",
        "value",
        "stake",
        "sales",
        "first",
    ];

    /// <summary>The accounts that a filter leaves, with their sums.</summary>
    /// <param name="Accounts">Indexes in the ledger, in order.</param>
    /// <param name="LastYearSales">What they bought in the 12 months up to the last order of each, ten-thousandths.</param>
    /// <param name="AtStake">Their value at stake, ten-thousandths.</param>
    public sealed record Found(int[] Accounts, long LastYearSales, long AtStake);

    /// <summary>Finds them.</summary>
    /// <exception cref="NotFoundException">There is no such group.</exception>
    public async Task<Found> FindAsync(Seen<ChurnFindings> seen, ChurnFilter filter, Sort sort, CancellationToken cancel)
    {
        var kept = churn.Kept(
            seen,
            $"accounts:{filter with { Text = null }}|{sort}",
            () => Sum(seen, Sorted(seen, Filtered(seen, filter), sort)),
            found => found.Accounts.Length / 32
        );
        return filter.Text is { } text ? Sum(seen, await SearchedAsync(seen, kept.Accounts, text, cancel)) : kept;
    }

    /// <summary>One page of what was found.</summary>
    public static Page<ChurnRow> PageOf(Seen<ChurnFindings> seen, Found found, PageRequest wanted)
    {
        var page = wanted.Within(found.Accounts.Length);
        return new(
            [.. found.Accounts.Skip(page.Skip).Take(page.Size).Select(account => RowOf(seen, account))],
            page.Number,
            page.Size,
            found.Accounts.Length
        );
    }

    /// <summary>All of what was found, for files.</summary>
    public static IEnumerable<ChurnRow> AllOf(Seen<ChurnFindings> seen, Found found) =>
        found.Accounts.Select(account => RowOf(seen, account));

    /// <summary>An account as a row.</summary>
    public static ChurnRow RowOf(Seen<ChurnFindings> seen, int account)
    {
        var accounts = seen.Ledger.Accounts;
        return new(
            accounts.Ids[account],
            accounts.Codes[account],
            accounts.Names[account],
            accounts.Owner.Names[accounts.Owner.Codes[account]],
            seen.Findings[account]
        );
    }

    private IEnumerable<int> Filtered(Seen<ChurnFindings> seen, ChurnFilter filter)
    {
        var accounts =
            filter.Cohort is { } cohort
                ? Cohorts
                    .MembersOf(seen.View, cohort.Grain, cohort.From, cohort.Later)
                    .Where(member => cohort.Bought is null || member.Bought == cohort.Bought)
                    .Select(member => member.Account)
            : filter.GoneBy is { } gone ? RevenueRetention.GoneOf(seen.View, gone)
            : seen.Accounts;
        accounts = filter.State is { } state
            ? accounts.Where(account => seen.Findings.StateOf(account) == state)
            : accounts.Where(account => seen.Findings.StateOf(account) != ChurnState.None);
        if (filter.Slowing)
            accounts = accounts.Where(account => seen.Findings[account].Rhythm.IsSlowing);
        if (filter is not { By: { } by, Group: { } key })
            return accounts;

        var answer = groups.Run(seen, by);
        var group = answer.IndexOf(key);
        // A group that only others' accounts are in must not even confirm that it exists.
        if (group < 0 || (!churn.SeesAll && !seen.Accounts.Any(account => answer.Of[account] == group)))
            throw new NotFoundException("Group", key);

        return accounts.Where(account => answer.Of[account] == group);
    }

    private static Found Sum(Seen<ChurnFindings> seen, int[] accounts)
    {
        var (sales, stake) = (0L, 0L);
        foreach (var account in accounts)
        {
            var figure = seen.Findings[account];
            sales += figure.Rhythm.LastYearSales;
            stake += figure.AtStake;
        }
        return new(accounts, sales, stake);
    }

    private async Task<int[]> SearchedAsync(Seen<ChurnFindings> seen, int[] accounts, string text, CancellationToken cancel)
    {
        var ids = await db.Accounts.Found(db, SearchQuery.Parse(text)).Select(account => account.Id).ToListAsync(cancel);
        var found = ids.Select(seen.Ledger.Accounts.IndexOf).ToHashSet();
        return Array.FindAll(accounts, found.Contains);
    }

    private static int[] Sorted(Seen<ChurnFindings> seen, IEnumerable<int> accounts, Sort sort)
    {
        if (sort.Key == "name")
        {
            // By pinyin, as people look names up.
            var comparer = StringComparer.Create(new System.Globalization.CultureInfo("zh-Hans"), ignoreCase: true);
            string Name(int account) => seen.Ledger.Accounts.Names[account];
            return sort.Descending ? [.. accounts.OrderByDescending(Name, comparer)] : [.. accounts.OrderBy(Name, comparer)];
        }

        // What has no number comes last in either direction.
        var keyed = accounts.Select(account => (Account: account, Key: KeyOf(seen.Findings[account], sort.Key))).ToList();
        var known = keyed.OrderBy(each => each.Key is null);
        return
        [
            .. (sort.Descending ? known.ThenByDescending(each => each.Key) : known.ThenBy(each => each.Key))
                .ThenBy(each => seen.Ledger.Accounts.Ids[each.Account])
                .Select(each => each.Account),
        ];
    }

    private static double? KeyOf(ChurnFigure figure, string column) =>
        column switch
        {
            "tier" => figure.TierThen is { } tier ? -(double)tier : null,
            "last" => figure.Rhythm.LastOn?.DayNumber,
            "first" => figure.Rhythm.FirstOn?.DayNumber,
            "silence" => figure.Rhythm.SilenceDays,
            "gap" => figure.Rhythm.GapDays,
            "alive" => figure.Alive,
            "expected" => figure.ExpectedSales,
            "value" => figure.Value,
            "stake" => figure.AtStake,
            _ => figure.Rhythm.LastYearSales,
        };
}
