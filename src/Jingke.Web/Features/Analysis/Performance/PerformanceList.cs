using Jingke.Analytics.Ledger;
using Jingke.Analytics.Performance;
using Jingke.Analytics.Periods;
using Jingke.Domain;
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

    /// <summary>A page of pairs.</summary>
    /// <param name="Page">The rows.</param>
    /// <param name="NetSales">Net sales of all pairs listed, ten-thousandths; null year by year.</param>
    /// <param name="Period">The days listed; null year by year.</param>
    /// <param name="Years">The calendar years that can be chosen, newest first.</param>
    /// <param name="HasQuantity">Whether quantities are known at all.</param>
    /// <param name="AccountName">Name of the only account.</param>
    /// <param name="ProductName">Name of the only product; empty when that is "not known".</param>
    public sealed record Answer(
        Page<PairRow> Page,
        long? NetSales,
        DayRange? Period,
        IReadOnlyList<int> Years,
        bool HasQuantity,
        string? AccountName,
        string? ProductName
    );

    /// <summary>Lists them.</summary>
    /// <exception cref="NotFoundException">The viewer does not see the account, or sees nobody who bought the product.</exception>
    public async Task<Answer> RunAsync(Analyses.Question question, PairFilter filter, PageRequest wanted, CancellationToken cancel)
    {
        var view = scope.ViewOf(question);
        var account = filter.AccountOf(view);
        var product = filter.ProductOf(view);
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

    private Answer Pairs(LedgerView view, PairFilter filter, int? account, int? product, PageRequest wanted, int[] years)
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
        var rows = page.Rows.Skip(wanted.Skip - (block * Block)).Take(wanted.Size).Select(pair => PairRow.Of(view.Ledger, pair));
        return Made(view, new([.. rows], wanted.Number, wanted.Size, page.Total), page.NetSales, view.Period, years, account, product);
    }

    private Answer ByYear(LedgerView view, int? account, int? product, PageRequest wanted, int[] years)
    {
        var all = Yearly(view, account, product);
        wanted = wanted.Within(all.Count);
        var rows = all.Skip(wanted.Skip).Take(wanted.Size).Select(row => PairRow.Of(view.Ledger, row));
        return Made(view, new([.. rows], wanted.Number, wanted.Size, all.Count), null, null, years, account, product);
    }

    private static PerformancePage Read(LedgerView view, PairFilter filter, int? account, int? product, int skip, int take) =>
        PerformancePage.Of(
            view with
            {
                Accounts = AccountSet.Intersect(view.Accounts, filter.AccountsOf(view, account)),
            },
            skip,
            take,
            filter.ProductsOf(view.Ledger.Products, product)
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
    public IEnumerable<PairRow> All(Analyses.Question question, PairFilter filter)
    {
        var view = scope.ViewOf(question);
        var (account, product) = (filter.AccountOf(view), filter.ProductOf(view));
        if (filter.EachYear && (account ?? product) is not null)
            return Yearly(view, account, product).Select(row => PairRow.Of(view.Ledger, row));

        view = InYear(view, filter.Year, YearsOf(view));
        var page = Read(view, filter, account, product, 0, ExportAnswer.MostRows);
        ExportAnswer.CheckRows(page.Total);
        RefuseUnseen(product, page.Total);
        return page.Rows.Select(pair => PairRow.Of(view.Ledger, pair));
    }

    private static Answer Made(
        LedgerView view,
        Page<PairRow> page,
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

    /// <summary>Adds the last verdict on each account of the page.</summary>
    private async Task<IReadOnlyList<PairRow>> WithVerdictsAsync(IReadOnlyList<PairRow> rows, CancellationToken cancel)
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
