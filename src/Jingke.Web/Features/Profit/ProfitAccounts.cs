using Jingke.Web.Common;
using Jingke.Web.Ledger.Profit;

namespace Jingke.Web.Features.Profit;

/// <summary>Which accounts of a list are shown.</summary>
internal enum ProfitShow
{
    /// <summary>Those whose true profit is known.</summary>
    All,

    /// <summary>Big ones that are no VIP.</summary>
    Big,

    /// <summary>Those that cost money.</summary>
    Loss,

    /// <summary>Active ones whose true profit is not known.</summary>
    Unknown,
}

/// <summary>Accounts with their true profit, for the page, its file and the JSON endpoint.</summary>
internal sealed class ProfitAccounts(SeenProfit profit)
{
    /// <summary>Columns that the list can be sorted by.</summary>
    public static readonly string[] Sorts = ["sales", "name", "gross", "service", "late", "profit", "share", "rise"];

    /// <summary>What an address wants to see.</summary>
    public static ProfitShow ShowOf(PageAddress address) =>
        Enum.TryParse<ProfitShow>(address.Get("show"), ignoreCase: true, out var show) && Enum.IsDefined(show) ? show : ProfitShow.All;

    /// <summary>The rows of a list, in order.</summary>
    public int[] Find(ProfitView view, ProfitShow show, Sort sort) =>
        profit.Kept(view, $"list:{show}:{sort}", () => Sorted(view, RowsOf(view.Findings, show), sort), rows => rows.Length / 32);

    /// <summary>One page of what was found.</summary>
    public static Page<ProfitRow> PageOf(ProfitView view, int[] rows, PageRequest wanted)
    {
        var page = wanted.Within(rows.Length);
        return new([.. rows.Skip(page.Skip).Take(page.Size).Select(row => RowOf(view, row))], page.Number, page.Size, rows.Length);
    }

    /// <summary>An account.</summary>
    public static ProfitRow RowOf(ProfitView view, int row)
    {
        var (id, code, name) = view.AccountOf(row);
        var (profit, ranking) = (view.Findings.Profit, view.Findings.Ranking);
        return new(
            row,
            id,
            code,
            name,
            profit.NetSalesOf(row),
            profit.GrossProfitOf(row),
            view.Findings.KnowsService ? profit.CostToServeOf(row) : null,
            view.Findings.KnowsLate ? profit.LatePaymentOf(row) : null,
            profit[row],
            ranking.SalesRankOf(row),
            ranking.ProfitRankOf(row),
            view.Findings.CoverageOf(row),
            view.Findings.BigOf(row)
        );
    }

    private static IEnumerable<int> RowsOf(ProfitFindings findings, ProfitShow show) =>
        show switch
        {
            ProfitShow.Big => findings.BigNotVips.Select(big => big.Row),
            ProfitShow.Loss => Known(findings).Where(row => findings.Profit[row] < 0),
            ProfitShow.Unknown => findings.Unknown,
            _ => Known(findings),
        };

    private static IEnumerable<int> Known(ProfitFindings findings) =>
        Enumerable.Range(0, findings.Profit.Count).Where(row => findings.Profit[row] is not null);

    private static int[] Sorted(ProfitView view, IEnumerable<int> rows, Sort sort)
    {
        var (profit, ranking) = (view.Findings.Profit, view.Findings.Ranking);
        var bySales = rows.OrderByDescending(profit.NetSalesOf).ThenBy(row => view.AccountOf(row).Id);
        if (sort is { Key: "sales", Descending: true })
            return [.. bySales];
        if (sort.Key == "name")
        {
            // By pinyin, as people look names up.
            var comparer = StringComparer.Create(new System.Globalization.CultureInfo("zh-Hans"), ignoreCase: true);
            string Name(int row) => view.AccountOf(row).Name;
            return sort.Descending ? [.. bySales.OrderByDescending(Name, comparer)] : [.. bySales.OrderBy(Name, comparer)];
        }

        // What is not known comes last in either direction.
        var keyed = bySales.Select(row => (Row: row, Key: KeyOf(row))).OrderBy(each => each.Key is null);
        return [.. (sort.Descending ? keyed.ThenByDescending(each => each.Key) : keyed.ThenBy(each => each.Key)).Select(each => each.Row)];

        double? KeyOf(int row) =>
            sort.Key switch
            {
                "sales" => profit.NetSalesOf(row),
                "gross" => profit.GrossProfitOf(row),
                "service" => profit.CostToServeOf(row),
                "late" => profit.LatePaymentOf(row),
                "share" => profit.NetSalesOf(row) > 0 ? (double?)profit[row] / profit.NetSalesOf(row) : null,
                "rise" => ranking.SalesRankOf(row) - ranking.ProfitRankOf(row),
                _ => profit[row],
            };
    }
}
