using Jingke.Web.Data.Importing;
using Jingke.Web.Features.Import.Checking;
using Jingke.Web.Features.Import.Loading;
using Jingke.Web.Features.Import.Undoing;
using Jingke.Web.Features.Import.Working;

namespace Jingke.Web.Features.Import;

/// <summary>Files come in: uploaded or named on the command line, mapped, checked, loaded in the background, taken back as a whole.</summary>
internal static class ImportFeature
{
    /// <summary>Registers what the server and the command line share.</summary>
    public static IServiceCollection AddImport(this IServiceCollection services)
    {
        services.AddSingleton<ImportFiles>();
        services.AddSingleton<BringFile>();
        services.AddSingleton<Leases>();
        services.AddSingleton<CheckSales>();
        services.AddSingleton<CheckFile>();
        services.AddSingleton<SalesLoad>();
        services.AddSingleton<LoadFile>();
        services.AddSingleton<UndoBatch>();
        services.AddSingleton<ImportWork>();
        services.AddScoped<AskUndo>();
        return services;
    }

    /// <summary>Has the server take up what waits.</summary>
    public static IServiceCollection AddImportWorker(this IServiceCollection services) => services.AddHostedService<ImportWorker>();
}
