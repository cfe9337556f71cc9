using Jingke.Web.Data.Importing;
using Jingke.Web.Features.Import.Accounts;
using Jingke.Web.Features.Import.Checking;
using Jingke.Web.Features.Import.Loading;
using Jingke.Web.Features.Import.MappingStep;
using Jingke.Web.Features.Import.Receivables;
using Jingke.Web.Features.Import.Rejects;
using Jingke.Web.Features.Import.Unattributed;
using Jingke.Web.Features.Import.Undoing;
using Jingke.Web.Features.Import.Uploading;
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
        services.AddSingleton<CheckAccounts>();
        services.AddSingleton<SalesLoad>();
        services.AddSingleton<AccountsLoad>();
        services.AddSingleton<CheckReceivables>();
        services.AddSingleton<ReceivablesLoad>();
        services.AddSingleton<LoadFile>();
        services.AddSingleton<UndoBatch>();
        services.AddSingleton<ImportWork>();
        services.AddSingleton<RejectedFile>();
        services.AddSingleton<RemoveOldFiles>();
        return services;
    }

    /// <summary>Registers what pages ask and send.</summary>
    public static IServiceCollection AddImportPages(this IServiceCollection services)
    {
        services.AddSingleton<MappingView>();
        services.AddSingleton<UnattributedSummary>();
        services.AddSingleton<Upload>();
        services.AddScoped<ImportList>();
        services.AddScoped<ImportPageView>();
        services.AddScoped<SaveMapping>();
        services.AddScoped<AnswerQuestions>();
        services.AddScoped<Sending>();
        services.AddScoped<AskUndo>();
        services.AddScoped<AssignLines>();
        return services;
    }

    /// <summary>Has the server take up what waits.</summary>
    public static IServiceCollection AddImportWorker(this IServiceCollection services) => services.AddHostedService<ImportWorker>();
}
