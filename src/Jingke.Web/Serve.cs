using System.Data.Common;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Jingke.Web.Features.Accounts;
using Jingke.Web.Features.Analysis;
using Jingke.Web.Features.AuditLog;
using Jingke.Web.Features.Import;
using Jingke.Web.Features.KeyAccounts;
using Jingke.Web.Features.RecycleBin;
using Jingke.Web.Features.SampleData;
using Jingke.Web.Features.Search;
using Jingke.Web.Features.Settings;
using Jingke.Web.Features.SetUp;
using Jingke.Web.Features.SignIn;
using Jingke.Web.Features.Users;
using Jingke.Web.Jobs;
using Jingke.Web.Ledger;

namespace Jingke.Web;

/// <summary>The web server: one Add… and one Map… for each feature.</summary>
public static class Serve
{
    /// <summary>Starts the product and runs until it is stopped.</summary>
    /// <returns>Exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await PrepareAsync(app, CancellationToken.None);
            await app.StartAsync();
            StartNotice.Print(app);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception failure) when (failure is IOException or DbException or UnauthorizedAccessException)
        {
            if (await StartFailure.TellAsync(failure, JingkeOptions.From(args)))
                return 1;
            throw;
        }
    }

    /// <summary>Puts the host together; nothing is opened or started yet.</summary>
    public static WebApplication Build(string[] args)
    {
        // Published, pages and scripts lie beside the program; the working folder is the person's and only holds ./data.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = args,
                ApplicationName = "jingke",
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        // Not published, they are still in the source tree; a file beside the program says where.
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, "jingke.staticwebassets.runtime.json")))
            builder.WebHost.UseStaticWebAssets();
        builder.Configuration.AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true);
        builder.Configuration.AddEnvironmentVariables("JINGKE_");
        builder.Configuration.AddCommandLine(args);
        var options = builder.Configuration.Get<JingkeOptions>() ?? new();
        builder.Services.AddSingleton(options);

        builder.Services.AddData(DatabaseChoice.From(options.Database, options.Data));
        builder.Services.AddAccess();
        builder.Services.AddChangeWatch();
        builder.Services.AddCommon();
        builder.Services.AddLedger();
        builder.Services.AddKeyAccounts();
        builder.Services.AddAccounts();
        builder.Services.AddSearch();
        builder.Services.AddRecycleBin();
        builder.Services.AddAuditLog();
        builder.Services.AddSchedule();
        builder.Services.AddSetUp();
        builder.Services.AddSignIn();
        builder.Services.AddUsers();
        builder.Services.AddAnalysis();
        builder.Services.AddSettings();
        builder.Services.AddSampleData();
        builder.Services.AddImport().AddImportPages().AddImportWorker();

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseCommon();
        app.UseAuthentication();
        app.UseSetUpGate();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapCommon();
        app.MapKeyAccounts();
        app.MapSignIn();
        app.MapUsers();
        app.MapLedger();
        app.MapAnalysis();
        app.MapSettings();
        app.MapSampleData();
        app.MapAccounts();
        app.MapSearch();
        app.MapImport();
        return app;
    }

    /// <summary>Brings the database up to date and loads what every request needs.</summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancel)
    {
        await app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(cancel);
        await app.Services.GetRequiredService<PeopleDirectory>().ReloadAsync(cancel);
    }
}
