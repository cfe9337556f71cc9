using Jingke.Analytics.Figures;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Performance;
using Jingke.Analytics.Periods;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Data;
using Jingke.Web.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Analysis.Performance;

/// <summary>
/// Performance of account x product in a period or a calendar year: quantity, net sales, share, change and rank among the pairs listed,
/// with the account's last verdict. For one account or one product also year by year.
/// </summary>
internal sealed class PerformanceList(AnalysisScope scope, JingkeDbContext db)
{
    // Pages are cut from blocks of this many rows, so that turning a page does not read the lines again.
    private const int Block = 1_000;

    /// <summary>Which pairs.</summary>
    /// <param name="Account">Id of the only account; null = all.</param>
    /// <param name="Product">Id of the only product; 0 for lines without one; null = all.</param>
    /// <param name="AccountText">Part of a name or code of accounts; null or empty = all.</param>
    /// <param name="ProductText">The same for products.</param>
    /// <param name="Year">A calendar year instead of the period.</param>
    /// <param name="EachYear">Every calendar year, newest first; only for one account or one product.</param>
    public sealed record Filter(
        long? Account = null,
        long? Product = null,
        string? AccountText = null,
        string? ProductText = null,
        int? Year = null,
        bool EachYear = false
    );

    /// <summary>One pair.</summary>
    /// <param name="Year">Its calendar year; null for the period.</param>
    /// <param name="AccountId">The account.</param>
    /// <param name="AccountCode">Its code; may be empty.</param>
    /// <param name="AccountName">Its name.</param>
    /// <param name="ProductId">The product; 0 where not known.</param>
    /// <param name="ProductCode">Its code; may be empty.</param>
    /// <param name="ProductName">Its name; empty where not known.</param>
    /// <param name="Quantity">Quantity, ten-thousandths.</param>
    /// <param name="NetSales">Net sales, ten-thousandths.</param>
    /// <param name="Share">Share of the net sales listed (of the year); null when these are not positive.</param>
    /// <param name="Change">Change against the comparison period (the year before).</param>
    /// <param name="Rank">Rank by net sales among the pairs listed (of the year); null when there is no line.</param>
    /// <param name="Tier">The account's tier by the last evaluation.</param>
    /// <param name="Reasons">Why, as stored; empty when never evaluated.</param>
    public sealed record Row(
        int? Year,
        long AccountId,
        string AccountCode,
        string AccountName,
        long ProductId,
        string ProductCode,
        string ProductName,
        long Quantity,
        long NetSales,
        double? Share,
        YearOnYear Change,
        int? Rank,
        Tier? Tier = null,
        string Reasons = ""
    );

    /// <summary>A page of pairs.</summary>
    /// <param name="Page">The rows.</param>
    /// <param name="NetSales">Net sales of all pairs listed, ten-thousandths; null year by year.</param>
    /// <param name="Period">The days listed; null year by year.</param>
    /// <param name="Years">The calendar years that can be chosen, newest first.</param>
    /// <param name="HasQuantity">Whether quantities are known at all.</param>
    /// <param name="AccountName">Name of the only account.</param>
    /// <param name="ProductName">Name of the only product; empty when that is "not known".</param>
    public sealed record Answer(
        Page<Row> Page,
        long? NetSales,
        DayRange? Period,
        IReadOnlyList<int> Years,
        bool HasQuantity,
        string? AccountName,
        string? ProductName
    );

    /// <summary>Lists them.</summary>
    /// <exception cref="NotFoundException">The viewer does not see the account, or sees nobody who bought the product.</exception>
    public async Task<Answer> RunAsync(Analyses.Question question, Filter filter, PageRequest wanted, CancellationToken cancel)
    {
        var view = scope.ViewOf(question);
        var account = AccountOf(view, filter.Account);
        var product = ProductOf(view, filter.Product);
        var years = YearsOf(view);
        var answer =
            filter.EachYear && (account ?? product) is not null
                ? ByYear(view, account, product, wanted, years)
                : Pairs(InYear(view, filter.Year, years), filter, account, product, wanted, years);
        return answer with { Page = answer.Page with { Rows = await WithVerdictsAsync(answer.Page.Rows, cancel) } };
    }

    private static int[] YearsOf(LedgerView view) =>
        view.AllTime is { } all ? [.. Enumerable.Range(all.From.Year, all.To.Year - all.From.Year + 1).Reverse()] : [];

    // A year that is not over is compared with the same days of the year before, or everything would seem to fall.
    private static LedgerView InYear(LedgerView view, int? year, int[] years)
    {
        if (year is not { } chosen || !years.Contains(chosen))
            return view;

        var whole = DayRange.OfYear(chosen);
        var days = new DayRange(whole.From, whole.To < view.AsOf ? whole.To : view.AsOf);
        return view with { Period = days, Comparison = days.YearEarlier() };
    }

    private Answer Pairs(LedgerView view, Filter filter, int? account, int? product, PageRequest wanted, int[] years)
    {
        var block = wanted.Skip / Block;
        var name = $"{filter.Account}:{filter.Product}:{filter.AccountText?.Trim()}:{filter.ProductText?.Trim()}";
        PerformancePage ReadBlock(int number) =>
            scope.Kept(
                view,
                $"pairs:{name}:{number}",
                () => Read(view, filter, account, product, number * Block, Block),
                found => found.Rows.Count
            );

        var page = ReadBlock(block);
        if (wanted.Within(page.Total) is var within && within != wanted)
            page = ReadBlock(block = (wanted = within).Skip / Block);

        RefuseUnseen(product, page.Total);
        var rows = page.Rows.Skip(wanted.Skip - (block * Block)).Take(wanted.Size).Select(pair => RowOf(view.Ledger, pair));
        return Made(view, new([.. rows], wanted.Number, wanted.Size, page.Total), page.NetSales, view.Period, years, account, product);
    }

    private Answer ByYear(LedgerView view, int? account, int? product, PageRequest wanted, int[] years)
    {
        var all = Yearly(view, account, product);
        wanted = wanted.Within(all.Count);
        var rows = all.Skip(wanted.Skip).Take(wanted.Size).Select(row => RowOf(view.Ledger, row));
        return Made(view, new([.. rows], wanted.Number, wanted.Size, all.Count), null, null, years, account, product);
    }

    private static PerformancePage Read(LedgerView view, Filter filter, int? account, int? product, int skip, int take) =>
        PerformancePage.Of(
            view with
            {
                Accounts = AccountSet.Intersect(view.Accounts, AccountsOf(view, filter, account)),
            },
            skip,
            take,
            ProductsOf(view.Ledger.Products, filter, product)
        );

    private IReadOnlyList<YearlyPerformance> Yearly(LedgerView view, int? account, int? product)
    {
        var all = scope.Kept(
            view,
            $"yearly:{account}:{product}",
            () =>
                account is { } one
                    ? [.. YearlyPerformance.OfAccount(view, one).Where(row => product is null || row.Product == product)]
                    : YearlyPerformance.OfProduct(view, product!.Value),
            found => found.Count
        );
        RefuseUnseen(product, all.Count);
        return all;
    }

    /// <summary>Of a product that nobody in sight bought, not even the name is told.</summary>
    private void RefuseUnseen(int? product, int pairs)
    {
        if (product is not null && pairs == 0 && !scope.SeesAll)
            throw new NotFoundException("Product", product);
    }

    /// <summary>All pairs, for a file, without verdicts.</summary>
    /// <exception cref="NotFoundException">As in <see cref="RunAsync"/>.</exception>
    /// <exception cref="RuleException"><c>export.too-many-rows</c></exception>
    public IEnumerable<Row> All(Analyses.Question question, Filter filter)
    {
        var view = scope.ViewOf(question);
        var (account, product) = (AccountOf(view, filter.Account), ProductOf(view, filter.Product));
        if (filter.EachYear && (account ?? product) is not null)
            return Yearly(view, account, product).Select(row => RowOf(view.Ledger, row));

        view = InYear(view, filter.Year, YearsOf(view));
        var page = Read(view, filter, account, product, 0, ExportAnswer.MostRows);
        ExportAnswer.CheckRows(page.Total);
        RefuseUnseen(product, page.Total);
        return page.Rows.Select(pair => RowOf(view.Ledger, pair));
    }

    private static Answer Made(
        LedgerView view,
        Page<Row> page,
        long? netSales,
        DayRange? period,
        int[] years,
        int? account,
        int? product
    ) =>
        new(
            page,
            netSales,
            period,
            years,
            view.Ledger.HasQuantity,
            account is { } one ? view.Ledger.Accounts.Names[one] : null,
            product is { } only ? view.Ledger.Products.Names[only] : null
        );

    private static int? AccountOf(LedgerView view, long? id)
    {
        if (id is not { } wanted)
            return null;

        var account = view.Ledger.Accounts.IndexOf(wanted);
        return account >= 0 && view.Accounts?.Contains(account) != false ? account : throw new NotFoundException(nameof(Account), wanted);
    }

    private static int? ProductOf(LedgerView view, long? id)
    {
        if (id is not { } wanted)
            return null;

        var product = Array.IndexOf(view.Ledger.Products.Ids, wanted);
        return product >= 0 ? product : throw new NotFoundException("Product", wanted);
    }

    private static AccountSet? AccountsOf(LedgerView view, Filter filter, int? account)
    {
        var accounts = view.Ledger.Accounts;
        if (account is { } one)
            return AccountSet.Where(accounts.Count, each => each == one);

        var text = filter.AccountText?.Trim();
        return string.IsNullOrEmpty(text)
            ? null
            : AccountSet.Where(accounts.Count, each => Has(accounts.Names[each], text) || Has(accounts.Codes[each], text));
    }

    private static Func<int, bool>? ProductsOf(ProductDirectory products, Filter filter, int? product)
    {
        if (product is { } one)
            return each => each == one;

        var text = filter.ProductText?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;

        var wanted = new bool[products.Count];
        for (var each = 0; each < wanted.Length; each++)
            wanted[each] = Has(products.Names[each], text) || Has(products.Codes[each], text);
        return each => wanted[each];
    }

    private static bool Has(string whole, string part) => whole.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static Row RowOf(SalesLedger ledger, ProductPerformance pair) =>
        RowOf(ledger, pair.Account, pair.Product) with
        {
            Quantity = pair.Quantity,
            NetSales = pair.NetSales,
            Share = pair.Share,
            Change = pair.YearOnYear,
            Rank = pair.Rank,
        };

    private static Row RowOf(SalesLedger ledger, YearlyPerformance row) =>
        RowOf(ledger, row.Account, row.Product) with
        {
            Year = row.Year,
            Quantity = row.Quantity,
            NetSales = row.NetSales,
            Share = row.Share,
            Change = row.YearOnYear,
            Rank = row.Rank,
        };

    private static Row RowOf(SalesLedger ledger, int account, int product) =>
        new(
            null,
            ledger.Accounts.Ids[account],
            ledger.Accounts.Codes[account],
            ledger.Accounts.Names[account],
            ledger.Products.Ids[product],
            ledger.Products.Codes[product],
            ledger.Products.Names[product],
            0,
            0,
            null,
            default,
            null
        );

    /// <summary>Adds the last verdict on each account of the page.</summary>
    private async Task<IReadOnlyList<Row>> WithVerdictsAsync(IReadOnlyList<Row> rows, CancellationToken cancel)
    {
        long[] ids = [.. rows.Select(row => row.AccountId).Distinct()];
        if (ids.Length == 0)
            return rows;

        var verdicts = await db
            .Evaluations.AsNoTracking()
            .Where(verdict => ids.Contains(verdict.AccountId) && verdict.RunId == db.EvaluationRuns.Max(run => run.Id))
            .Select(verdict => new
            {
                verdict.AccountId,
                verdict.Tier,
                verdict.Reasons,
            })
            .ToDictionaryAsync(verdict => verdict.AccountId, cancel);
        return
        [
            .. rows.Select(row =>
                verdicts.TryGetValue(row.AccountId, out var verdict) ? row with { Tier = verdict.Tier, Reasons = verdict.Reasons } : row
            ),
        ];
    }
}
