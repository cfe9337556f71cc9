using Jingke.Web.Common;

namespace Jingke.Web.Features.KeyAccounts.List;

/// <summary>Brings rows into the order of a column. What has no value stands last, whichever way round.</summary>
internal static class KeyAccountOrder
{
    /// <summary>Columns that the list can be sorted by.</summary>
    public static readonly string[] Columns = ["sales", "name", "tier", "yoy", "change", "orders", "last", "score"];

    /// <summary>Sorts.</summary>
    /// <param name="judged">The accounts.</param>
    /// <param name="rows">Rows, largest net sales first: the order among equals.</param>
    /// <param name="sort">One of <see cref="Columns"/>.</param>
    public static int[] Sorted(Judged judged, int[] rows, Sort sort)
    {
        if (sort is { Key: "sales", Descending: true })
            return rows;
        if (sort.Key == "name")
            return Named(judged, rows, sort.Descending);

        var keys = new Dictionary<int, double>(rows.Length);
        foreach (var row in rows)
            keys[row] = KeyOf(judged, row, sort.Key) ?? double.NaN;
        // NaN sorts before every number, so the sign that puts it last depends on the direction.
        return sort.Descending
            ? [.. rows.OrderByDescending(row => keys[row])]
            : [.. rows.OrderBy(row => double.IsNaN(keys[row])).ThenBy(row => keys[row])];
    }

    private static int[] Named(Judged judged, int[] rows, bool descending)
    {
        var names = judged.Seen.View.Ledger.Accounts.Names;
        var accounts = judged.Seen.Figures.Rows;
        string Name(int row) => names[accounts.AccountAt(row)];
        // By pinyin, as people look names up.
        var comparer = StringComparer.Create(new System.Globalization.CultureInfo("zh-Hans"), ignoreCase: true);
        return descending ? [.. rows.OrderByDescending(Name, comparer)] : [.. rows.OrderBy(Name, comparer)];
    }

    private static double? KeyOf(Judged judged, int row, string column)
    {
        var (seen, figures) = (judged.Seen, judged.Seen.Figures);
        return column switch
        {
            "tier" => -(double)judged.Tiers[row],
            "yoy" => figures.YearOnYearOf(row).Change,
            "change" => seen.Ranking.RankChangeOf(row),
            "orders" => figures[row].Orders,
            "last" => figures[row].LastOrderOn?.DayNumber,
            "score" => judged.Tiers.ScoreOf(row),
            _ => figures[row].NetSales,
        };
    }
}
