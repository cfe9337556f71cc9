using Jingke.Analytics.Periods;
using Jingke.Analytics.Segments;
using Jingke.Analytics.Series;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Search;
using Jingke.Web.Features.KeyAccounts.Moves;
using Jingke.Web.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.KeyAccounts.List;

/// <summary>Accounts with sales in the period, ranked, with tier and reasons, for the page, its export and the JSON endpoint.</summary>
internal sealed class KeyAccountList(JudgedAccounts judgedAccounts, TierMoves moves, JingkeDbContext db)
{
    /// <summary>The rows that a filter leaves, in their order.</summary>
    /// <param name="Rows">Rows of the analysis.</param>
    /// <param name="NetSales">Their net sales, ten-thousandths.</param>
    public sealed record Found(int[] Rows, long NetSales);

    /// <summary>The accounts that a filter leaves, in an order.</summary>
    public async Task<Found> FindAsync(Judged judged, KeyAccountFilter filter, Sort sort, CancellationToken cancel)
    {
        var moved = filter.Moved is { } way ? await MovedAsync(judged, way, cancel) : null;
        var ordered = judgedAccounts.Kept(
            judged,
            $"{sort}|{filter with { Text = null }}",
            () => Sum(judged, KeyAccountOrder.Sorted(judged, Filtered(judged, filter, moved), sort)),
            found => found.Rows.Length / 32
        );
        return filter.Text is { } text ? Sum(judged, await SearchedAsync(judged, ordered.Rows, text, cancel)) : ordered;
    }

    /// <summary>One page of what was found; sparklines only for its rows.</summary>
    public Page<KeyAccountRow> PageOf(Judged judged, Found found, PageRequest wanted)
    {
        var last = Math.Max(1, (found.Rows.Length + wanted.Size - 1) / wanted.Size);
        var number = Math.Min(wanted.Number, last);
        var rows = found.Rows.AsSpan((number - 1) * wanted.Size);
        rows = rows[..Math.Min(rows.Length, wanted.Size)];
        var accounts = new int[rows.Length];
        for (var i = 0; i < accounts.Length; i++)
            accounts[i] = judged.Seen.Figures.Rows.AccountAt(rows[i]);
        var months = MonthlySeries.OfAccounts(judged.Seen.View.Ledger, MonthsOf(judged.Seen.View.AsOf), accounts);
        var places = Places(judged);
        var page = new KeyAccountRow[rows.Length];
        for (var i = 0; i < page.Length; i++)
            page[i] = Describe(judged, rows[i], places, months[i]);
        return new(page, number, wanted.Size, found.Rows.Length);
    }

    /// <summary>All of what was found, one after another, without sparklines; for exports.</summary>
    public IEnumerable<KeyAccountRow> AllOf(Judged judged, Found found)
    {
        var places = Places(judged);
        return found.Rows.Select(row => Describe(judged, row, places, null));
    }

    /// <summary>The 12 whole months up to a day; a month that is not over would end every line with a fall.</summary>
    public static DayRange MonthsOf(DateOnly asOf)
    {
        var next = asOf.AddDays(1);
        var end = asOf.Year > 1 && next.Day != 1 ? new DateOnly(asOf.Year, asOf.Month, 1).AddDays(-1) : asOf;
        return end.Year > 1 ? new DayRange(new DateOnly(end.Year, end.Month, 1).AddMonths(-11), end) : new DayRange(end, end);
    }

    private static int[] Filtered(Judged judged, KeyAccountFilter filter, IReadOnlyList<TierMove>? moved)
    {
        var rows = judged.Seen.Ranking.Rows;
        if (filter.Top is { } top)
            rows = rows[..Math.Min(top, rows.Length)];
        if (filter.Tier is { } tier)
            rows = Array.FindAll(rows, row => DomainTier.Of(judged.Tiers[row]) == tier);
        if (filter.Value is { } value)
            rows = Array.FindAll(rows, row => judged.Seen.Scores.Monetary.ScoreOf(row) == value);
        if (filter.Loyalty is { } loyalty)
            rows = Array.FindAll(rows, row => LoyaltyMatrix.LoyaltyOf(judged.Seen.Scores, row) == loyalty);
        if (moved is not null)
        {
            var accounts = moved.Select(move => move.Account).ToHashSet();
            rows = Array.FindAll(rows, row => accounts.Contains(judged.Seen.Figures.Rows.AccountAt(row)));
        }
        return rows;
    }

    private async Task<IReadOnlyList<TierMove>> MovedAsync(Judged judged, string way, CancellationToken cancel)
    {
        var answer = await moves.RunAsync(judged.Seen.View.AsOf, judged.Rules, cancel);
        return way == "up" ? answer.Risen : answer.Fallen;
    }

    private async Task<int[]> SearchedAsync(Judged judged, int[] rows, string text, CancellationToken cancel)
    {
        var query = SearchQuery.Parse(text);
        if (query.IsEmpty)
            return [];

        var directory = judged.Seen.View.Ledger.Accounts;
        var ids = await SearchIndex.Of(db).Matching(db, query).ToListAsync(cancel);
        var accounts = ids.Select(directory.IndexOf).ToHashSet();
        return Array.FindAll(rows, row => accounts.Contains(judged.Seen.Figures.Rows.AccountAt(row)));
    }

    private static Found Sum(Judged judged, int[] rows)
    {
        var netSales = 0L;
        foreach (var row in rows)
            netSales += judged.Seen.Figures[row].NetSales;
        return new(rows, netSales);
    }

    /// <summary>How many accounts stand before and at each row in the ranking: 1 to n, without ties.</summary>
    private int[] Places(Judged judged) =>
        judgedAccounts.Kept(
            judged,
            "places",
            () =>
            {
                var places = new int[judged.Seen.Figures.Rows.Count];
                for (var i = 0; i < judged.Seen.Ranking.Rows.Length; i++)
                    places[judged.Seen.Ranking.Rows[i]] = i + 1;
                return places;
            },
            places => places.Length / 32
        );

    private static KeyAccountRow Describe(Judged judged, int row, int[] places, MonthlySeries? months)
    {
        var (seen, figure) = (judged.Seen, judged.Seen.Figures[row]);
        var directory = seen.View.Ledger.Accounts;
        return new(
            directory.Ids[figure.Account],
            directory.Codes[figure.Account],
            directory.Names[figure.Account],
            DomainTier.Of(judged.Tiers[row]),
            judged.Tiers.ScoreOf(row) ?? 0,
            seen.Ranking.RankOf(row) ?? 0,
            seen.Ranking.RankChangeOf(row),
            figure.NetSales,
            seen.Ranking.ShareOf(row),
            seen.Pareto.ShareOfTop(places[row]),
            figure.PreviousNetSales,
            figure.YearOnYear,
            figure.Orders,
            figure.LastOrderOn,
            judged.Tiers.ReasonsOf(row),
            months
        );
    }
}
