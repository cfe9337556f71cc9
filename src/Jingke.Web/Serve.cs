using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.People;
using Jingke.Web.Features.Accounts;
using Jingke.Web.Features.Analysis;
using Jingke.Web.Features.AuditLog;
using Jingke.Web.Features.Churn;
using Jingke.Web.Features.Credit;
using Jingke.Web.Features.Duplicates;
using Jingke.Web.Features.FieldCatalogue;
using Jingke.Web.Features.Import;
using Jingke.Web.Features.KeyAccounts;
using Jingke.Web.Features.Opportunities;
using Jingke.Web.Features.Pools;
using Jingke.Web.Features.Profit;
using Jingke.Web.Features.RecycleBin;
using Jingke.Web.Features.SampleData;
using Jingke.Web.Features.Search;
using Jingke.Web.Features.Settings;
using Jingke.Web.Features.SetUp;
using Jingke.Web.Features.SignIn;
using Jingke.Web.Features.Today;
using Jingke.Web.Features.ToDos;
using Jingke.Web.Features.Users;
using Jingke.Web.Jobs;
using Jingke.Web.Ledger;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Jingke.Web;

/// <summary>The web server: one Add… and one Map… for each feature.</summary>
public static class Serve
{
    /// <summary>Starts the product and runs until it is stopped.</summary>
    /// <returns>Exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (CallCheck.Refuse(args) is { } code)
            return code;
        await using var app = Build(args);
        if (app.Configuration["urls"] is { Length: > 0 } urls && StartFailure.RefuseAddress(urls) is { } refused)
            return refused;
        await PrepareAsync(app, CancellationToken.None);
        await app.StartAsync();
        StartNotice.Print(app);
        await app.WaitForShutdownAsync();
        return 0;
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
        Settle(builder.Configuration, args);
        var options = JingkeOptions.From(args);
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
        builder.Services.AddFieldCatalogue();
        builder.Services.AddDuplicates();
        builder.Services.AddSampleData();
        builder.Services.AddImport().AddImportPages().AddImportWorker();
        builder.Services.AddToDos();
        builder.Services.AddToday();
        builder.Services.AddPools();
        builder.Services.AddChurnPages();
        builder.Services.AddProfit();
        builder.Services.AddOpportunityPages();
        builder.Services.AddCreditPages();

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
        app.MapFieldCatalogue();
        app.MapPools();
        app.MapChurn();
        app.MapProfit();
        app.MapOpportunities();
        app.MapCredit();
        app.MapRecycleBin();
        app.MapDuplicates();
        app.MapSampleData();
        app.MapAccounts();
        app.MapSearch();
        app.MapToDos();
        app.MapAuditLog();
        app.MapImport();
        return app;
    }

    // Whatever a machine has in its environment by chance (URLS, DATA) is no setting of ours; what begins with ASPNETCORE_ or DOTNET_ is the host's.
    private static void Settle(ConfigurationManager configuration, string[] args)
    {
        IList<IConfigurationSource> sources = ((IConfigurationBuilder)configuration).Sources;
        foreach (
            var anything in sources
                .OfType<EnvironmentVariablesConfigurationSource>()
                .Where(source => string.IsNullOrEmpty(source.Prefix))
                .ToList()
        )
            sources.Remove(anything);
        JingkeOptions.Layers(configuration, args);
    }

    /// <summary>Brings the database up to date and loads what every request needs.</summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancel)
    {
        await app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(cancel);
        await app.Services.GetRequiredService<PeopleDirectory>().ReloadAsync(cancel);
        await app.Services.GetRequiredService<CatalogueInForce>().ReloadAsync(cancel);
    }
}
