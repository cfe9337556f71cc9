using Jingke.Web.Features.Analysis.Breakdowns;
using Jingke.Web.Features.Analysis.Extremes;
using Jingke.Web.Features.Analysis.Forecasts;
using Jingke.Web.Features.Analysis.Map;
using Jingke.Web.Features.Analysis.Overview;
using Jingke.Web.Features.Analysis.Performance;
using Jingke.Web.Features.Analysis.Sources;

namespace Jingke.Web.Features.Analysis;

/// <summary>
/// Where sales come from and where they go: overview, map, breakdowns, performance, extremes, sources and forecast, each as a page and as
/// JSON, with every table as a file. All of them ask <see cref="AnalysisScope"/>, so each viewer sees their own part only.
/// </summary>
internal static class AnalysisFeature
{
    /// <summary>Registers queries and the one command.</summary>
    public static IServiceCollection AddAnalysis(this IServiceCollection services) =>
        services
            .AddScoped<AnalysisScope>()
            .AddScoped<GroupWords>()
            .AddScoped<Standouts>()
            .AddScoped<SalesOverview>()
            .AddScoped<CustomersByRegion>()
            .AddScoped<SalesByGroup>()
            .AddScoped<AccountsOfGroup>()
            .AddScoped<PerformanceList>()
            .AddScoped<ExtremeAccounts>()
            .AddScoped<MeasureOfAccount>()
            .AddScoped<WriteMeasure>()
            .AddScoped<SourceYields>()
            .AddScoped<NoteSourceCost>()
            .AddScoped<TargetOfAccount>()
            .AddScoped<ForecastQuery>()
            .AddScoped<LargestForecasts>()
            .AddScoped<AnalysisFiles.Setting>();

    /// <summary>Maps JSON and files; the pages map themselves.</summary>
    public static void MapAnalysis(this IEndpointRouteBuilder routes)
    {
        routes.MapAnalysisJson();
        routes.MapAnalysisFiles();
        routes.MapSources();
        routes.MapForecasts();
        routes.MapLargestForecasts();
    }
}
