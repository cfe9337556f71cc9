using Jingke.Analytics.Forecasting;
using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Common.Periods;
using Jingke.Web.Data.Access;
using Jingke.Web.Tabular.Writing;
using Microsoft.Extensions.Localization;
using static Jingke.Web.Common.JsonMoney;

namespace Jingke.Web.Features.Analysis.Forecasts;

/// <summary>The coming year of the largest accounts as a file and as JSON.</summary>
internal static class LargestRoutes
{
    public static void MapLargestForecasts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/analysis/forecast/accounts/export", Export).RequireAuthorization(Policies.Analyse, Policies.Export);
        routes.MapGet("/api/analysis/forecast/accounts", Json).RequireAuthorization(Policies.Analyse);
    }

    private static Sort SortOf(HttpRequest request) => Sort.Parse(request.Query["sort"], "-size", LargestForecasts.Sorts);

    private static ExportAnswer Export(AnalysisFiles.Setting setting, LargestForecasts query, IStringLocalizer<ForecastTexts> words)
    {
        var rows = query.Run(setting.Choice.ChosenAsOf, SortOf(setting.Request));
        return new(
            words["LargestTitle"],
            [
                setting.Column("Code"),
                setting.Column("Account"),
                setting.Money(words["NextTwelve"]),
                setting.Money(CommonTexts.Get("Forecast.Low80")),
                setting.Money(CommonTexts.Get("Forecast.High80")),
                setting.Money(words["PreviousTwelve"]),
                setting.Money(words["Difference"]),
                new(words["ChangeOfTwelve"], ExportType.Percent),
                new(words["TotalError"], ExportType.Percent),
            ],
            rows.Select(row =>
                new ExportCell[]
                {
                    row.Code,
                    row.Name,
                    LedgerForecast.Amount(row.Totals?.Next.Value),
                    LedgerForecast.Amount(row.Totals?.Next.Low80),
                    LedgerForecast.Amount(row.Totals?.Next.High80),
                    row.Totals?.Previous,
                    LedgerForecast.Amount(row.Difference),
                    row.Change,
                    row.TotalError,
                }
            )
        );
    }

    private static object Json(HttpRequest request, ChosenPeriod chosen, LargestForecasts query)
    {
        var choice = chosen.Of(PeriodQuery.Of(request.Query));
        return new
        {
            Rows = query
                .Run(choice.ChosenAsOf, SortOf(request))
                .Select(row => new
                {
                    row.Id,
                    row.Code,
                    row.Name,
                    Next = Units(LedgerForecast.Amount(row.Totals?.Next.Value)),
                    Low80 = Units(LedgerForecast.Amount(row.Totals?.Next.Low80)),
                    High80 = Units(LedgerForecast.Amount(row.Totals?.Next.High80)),
                    Previous = Units(row.Totals?.Previous),
                    row.Change,
                    row.TotalError,
                }),
            choice.Problems,
        };
    }
}
