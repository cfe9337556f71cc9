namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>
/// The file of each key account: what the books say (<see cref="FileFigures"/>), its credit (<see cref="FileCredits"/>), where it stands
/// among accounts like it (<see cref="FileBenchmarks"/>), what its manager adds, plans by year with what came of them, measures, and the
/// risks that the system sees.
/// </summary>
internal static class FilesFeature
{
    /// <summary>Registers queries and commands.</summary>
    public static IServiceCollection AddKeyAccountFiles(this IServiceCollection services)
    {
        services.AddScoped<FileFigures>().AddScoped<FileCredits>().AddScoped<FileBenchmarks>().AddScoped<FileStates>();
        services.AddScoped<FileList>().AddScoped<FileOfAccount>();
        services.AddScoped<MeasureList>().AddScoped<SaveMeasure>().AddScoped<SaveAssessment>().AddScoped<SavePlan>();
        services.AddScoped<FilesExport.Setting>();
        return services;
    }

    /// <summary>Maps what is not a page.</summary>
    public static void MapKeyAccountFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapFilesExport();
        routes.MapFilesJson();
    }
}
