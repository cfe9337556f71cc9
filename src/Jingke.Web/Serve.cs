using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
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
        await using var app = Build(args);
        await PrepareAsync(app, CancellationToken.None);
        await app.RunAsync();
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
        builder.Configuration.AddEnvironmentVariables("JINGKE_");
        builder.Configuration.AddCommandLine(args);
        var options = builder.Configuration.Get<JingkeOptions>() ?? new();
        builder.Services.AddSingleton(options);
        // Keys lie in the database, which the operator protects as a whole; saying so at every start helps nobody.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        builder.Services.AddData(DatabaseChoice.From(options.Database, options.Data));
        builder.Services.AddAccess();
        builder.Services.AddChangeWatch();
        builder.Services.AddCommon();
        builder.Services.AddLedger();
        builder.Services.AddSchedule();

        var app = builder.Build();
        app.UseCommon();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapCommon();
        return app;
    }

    /// <summary>Brings the database up to date and loads what every request needs.</summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancel)
    {
        await app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(cancel);
        await app.Services.GetRequiredService<PeopleDirectory>().ReloadAsync(cancel);
    }
}
