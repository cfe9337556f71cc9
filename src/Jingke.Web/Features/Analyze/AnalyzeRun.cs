using System.Diagnostics;
using Jingke.Analytics;
using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Forecasting;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Lifetime;
using Jingke.Analytics.Series;
using Jingke.Domain;
using Jingke.Web.Tabular.Columns;

namespace Jingke.Web.Features.Analyze;

/// <summary>Reads the files, then asks the ledger everything the report tells.</summary>
internal static class AnalyzeRun
{
    private static readonly (string Name, Dimension Dimension)[] Dimensions =
    [
        ("region", Dimension.Region),
        ("category", Dimension.Category),
        ("industry", Dimension.Industry),
        ("size", Dimension.Size),
        ("ownership", Dimension.Ownership),
        ("zone", Dimension.Zone),
        ("province", Dimension.Province),
        ("city", Dimension.City),
        ("country", Dimension.Country),
    ];

    /// <summary>Runs the analysis.</summary>
    /// <exception cref="RuleException">A file cannot be read, or nothing in it can be used.</exception>
    public static AnalyzeReport Run(AnalyzeArguments arguments)
    {
        var start = Stopwatch.GetTimestamp();
        var mapping = arguments.Mapping is { } path ? Mapping.Load(path) : new Mapping();
        mapping = mapping with { DateOrder = arguments.DateOrder ?? mapping.DateOrder, Decimal = arguments.Decimal ?? mapping.Decimal };
        var join = AccountJoin.Read(arguments.Accounts);
        var load = SalesLoad.Run(arguments, mapping);
        if (load is not { Oldest: { } oldest, Newest: { } newest })
            throw new RuleException("analyze.all-later", arguments.AsOf);
        var ledger = load.Build(join.Directory(load));
        var reading = Stopwatch.GetElapsedTime(start);

        start = Stopwatch.GetTimestamp();
        var view = LedgerView.Of(ledger, arguments.AsOf ?? newest, arguments.Period);
        var analysis = SalesAnalysis.Of(view);
        var report = new AnalyzeReport
        {
            Analysis = analysis,
            Tiers = analysis.Tiers(),
            Extremes = analysis.Extremes(10),
            Years = CalendarYears.Of(view),
            By = [.. Dimensions.Select(one => (one.Name, Breakdown.Of(view, one.Dimension)))],
            Forecast = view.AllTime is { } all ? LedgerForecast.Of(MonthlySeries.Of(ledger, all), view.AsOf) : null,
            Lifetime = PurchaseModels.BgNbd(AccountHistories.Of(view).Pool()),
            Lines = load.Lines,
            Period = TotalsOf(view, analysis),
            AllTime = TotalsOf(view),
            Span = (oldest, newest),
            Notes = [.. load.Layout.Notes, .. Several(load), .. join.Notes],
            Problems = load.Problems,
            Reading = reading,
            Analysing = TimeSpan.Zero,
        };
        return report with { Analysing = Stopwatch.GetElapsedTime(start) };
    }

    private static Totals TotalsOf(LedgerView view, SalesAnalysis analysis) =>
        new(
            analysis.Figures.TotalNetSales,
            analysis.Figures.ActiveAccounts,
            analysis.Figures.TotalOrders,
            view.Ledger.Unattributed.Total(view.Period).Amount
        );

    private static Totals TotalsOf(LedgerView view)
    {
        var (netSales, accounts, orders) = CalendarYears.AllTime(view);
        return new(netSales, accounts, orders, view.Ledger.Unattributed.Total().Amount);
    }

    private static IEnumerable<Note> Several(SalesLoad load)
    {
        if (load.Catalogue.Currencies is { Count: > 1 } currencies)
            yield return new("currency.several", string.Join(", ", currencies.Order()));
    }
}
