using Jingke.Analytics.Forecasting;
using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Common.Periods;
using Jingke.Web.Common.Reasons;
using Jingke.Web.Data.Access;
using Jingke.Web.Tabular.Writing;
using Microsoft.Extensions.Localization;
using static Jingke.Web.Common.JsonMoney;

namespace Jingke.Web.Features.Analysis.Forecasts;

/// <summary>A forecast and what its methods did before, as files and as JSON.</summary>
internal static class ForecastRoutes
{
    public static void MapForecasts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/analysis/forecast/export", ExportAsync).RequireAuthorization(Policies.Analyse, Policies.Export);
        routes.MapGet("/analysis/forecast/model/export", ExportModelAsync).RequireAuthorization(Policies.Analyse, Policies.Export);
        routes.MapGet("/api/analysis/forecast", JsonAsync).RequireAuthorization(Policies.Analyse);
    }

    private static async Task<ExportAnswer> ExportAsync(
        AnalysisFiles.Setting setting,
        ForecastQuery query,
        IStringLocalizer<ForecastTexts> words
    )
    {
        var (title, found) = await FindAsync(setting, query, words);
        ExportCell none = default;
        var was = found is null
            ? []
            : found.History.NetSales.Select(
                (value, at) =>
                    new ExportCell[]
                    {
                        Format.Month(found.History.MonthOf(at)),
                        value,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        found.FittedOf(at),
                    }
            );
        var comes = found is null
            ? []
            : found.Forecast.Points.Select(
                (point, at) =>
                {
                    var before = ForecastTotals.YearEarlier(found, at);
                    return new ExportCell[]
                    {
                        Format.Month(found.MonthOf(at)),
                        none,
                        LedgerForecast.Amount(point.Value),
                        LedgerForecast.Amount(point.Low80),
                        LedgerForecast.Amount(point.High80),
                        LedgerForecast.Amount(point.Low95),
                        LedgerForecast.Amount(point.High95),
                        before,
                        ForecastAmounts.Change(point.Value, before),
                        none,
                    };
                }
            );
        return new(
            title,
            [
                new(CommonTexts.Get("Forecast.Month")),
                setting.Money(CommonTexts.Get("Forecast.Actual")),
                setting.Money(CommonTexts.Get("Forecast.Forecast")),
                setting.Money(CommonTexts.Get("Forecast.Low80")),
                setting.Money(CommonTexts.Get("Forecast.High80")),
                setting.Money(CommonTexts.Get("Forecast.Low95")),
                setting.Money(CommonTexts.Get("Forecast.High95")),
                setting.Money(words["YearEarlier"]),
                new(words["Change"], ExportType.Percent),
                setting.Money(CommonTexts.Get("Forecast.Fitted")),
            ],
            was.Concat(comes)
        );
    }

    private static async Task<ExportAnswer> ExportModelAsync(
        AnalysisFiles.Setting setting,
        ForecastQuery query,
        IStringLocalizer<ForecastTexts> words
    )
    {
        var (title, found) = await FindAsync(setting, query, words);
        return new(
            $"{words["CandidatesTitle"]} {title}",
            [
                new(words["Method"]),
                new("MASE", ExportType.Quantity),
                new(words["MonthError"], ExportType.Percent),
                new(words["TotalError"], ExportType.Percent),
            ],
            (found is null ? [] : ForecastModelPage.Candidates(found)).Select(test =>
                new ExportCell[] { ForecastWords.NameOf(test.Method), TenThousandths(test.Mase), test.Smape / 100, test.TotalError }
            )
        );
    }

    private static async Task<(string Title, LedgerForecast? Found)> FindAsync(
        AnalysisFiles.Setting setting,
        ForecastQuery query,
        IStringLocalizer<ForecastTexts> words
    )
    {
        var shown = await query.RunAsync(
            ForecastOf.Read(name => setting.Request.Query[name]),
            setting.Choice.ChosenAsOf,
            setting.Request.HttpContext.RequestAborted
        );
        var whose = shown.Name.Length > 0 ? shown.Name : words[shown.SeesAll ? "Everything" : "Mine"].Value;
        return ($"{words["ExportTitle", whose]} {Format.Date(shown.AsOf)}", shown.Found?.Forecast);
    }

    private static async Task<object> JsonAsync(HttpRequest request, ChosenPeriod chosen, ForecastQuery query)
    {
        var choice = chosen.Of(PeriodQuery.Of(request.Query));
        var shown = await query.RunAsync(
            ForecastOf.Read(name => request.Query[name]),
            choice.ChosenAsOf,
            request.HttpContext.RequestAborted
        );
        var found = shown.Found?.Forecast;
        var totals = found is null ? null : ForecastTotals.Of(found);
        return new
        {
            Dimension = shown.Of.Word,
            shown.Of.Group,
            shown.Name,
            shown.AsOf,
            // Too short a history has none of what follows.
            Method = found?.Forecast.Method.Code,
            found?.Forecast.Model,
            Intervals = found?.Forecast.Basis.ToString(),
            found?.Forecast.Widening,
            MonthNotOver = found?.LeftOut,
            History = found?.History.NetSales.Select(
                (value, at) =>
                    new
                    {
                        Month = found.History.MonthOf(at),
                        NetSales = Units(value),
                        Fitted = Units(found.FittedOf(at)),
                    }
            ),
            Months = found?.Forecast.Points.Select(
                (point, at) =>
                    new
                    {
                        Month = found.MonthOf(at),
                        Forecast = Point(point),
                        YearEarlier = Units(ForecastTotals.YearEarlier(found, at)),
                    }
            ),
            Next = totals is null
                ? null
                : new
                {
                    totals.Months,
                    Forecast = Point(totals.Next),
                    Previous = Units(totals.Previous),
                },
            Year = totals is null
                ? null
                : new
                {
                    totals.Year,
                    Known = Units(totals.Known),
                    Forecast = Point(totals.WholeYear),
                    Previous = Units(totals.YearBefore),
                },
            Target = shown.Target is not { } target
                ? null
                : new
                {
                    target.Year,
                    target.Days.From,
                    target.Days.To,
                    Target = Units(target.Target),
                    Actual = Units(target.Actual),
                    target.Attainment,
                    Expected = Units(target.Expected),
                    target.ExpectedAttainment,
                },
            PastError = found?.Forecast.PastError is { } past ? Test(past) : null,
            Others = found?.Forecast.Others.Select(Test),
            Weaknesses = found is null ? null : ForecastWeakness.Of(found, shown.Spread),
            choice.Problems,
        };
    }

    private static object Point(ForecastPoint point) =>
        new
        {
            Value = Units(LedgerForecast.Amount(point.Value)),
            Low80 = Units(LedgerForecast.Amount(point.Low80)),
            High80 = Units(LedgerForecast.Amount(point.High80)),
            Low95 = Units(LedgerForecast.Amount(point.Low95)),
            High95 = Units(LedgerForecast.Amount(point.High95)),
        };

    private static object Test(BackTestResult test) =>
        new
        {
            Method = test.Method.Code,
            Trials = test.Origins.Count,
            MonthsAhead = test.Horizon,
            test.Mase,
            Smape = test.Smape / 100,
            test.TotalError,
        };

    private static long? TenThousandths(double? number) => number is { } value ? (long)Math.Round(value * Domain.Money.PerUnit) : null;
}
