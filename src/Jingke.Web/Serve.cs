using Jingke.Web.Data;
using Jingke.Web.Data.People;

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
        var builder = WebApplication.CreateBuilder(args);
        builder.Configuration.AddEnvironmentVariables("JINGKE_");
        builder.Configuration.AddCommandLine(args);
        var options = builder.Configuration.Get<JingkeOptions>() ?? new();
        builder.Services.AddSingleton(options);
        // Keys lie in the database, which the operator protects as a whole; saying so at every start helps nobody.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        builder.Services.AddData(DatabaseChoice.From(options.Database, options.Data));
        builder.Services.AddAccess();

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }

    /// <summary>Brings the database up to date and loads what every request needs.</summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancel)
    {
        await app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(cancel);
        await app.Services.GetRequiredService<PeopleDirectory>().ReloadAsync(cancel);
    }
}
