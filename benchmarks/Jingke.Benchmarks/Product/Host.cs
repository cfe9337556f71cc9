using Jingke.Web;
using Jingke.Web.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Jingke.Benchmarks.Product;

/// <summary>The product's own services on a SQLite file, in this process and without serving pages.</summary>
internal sealed class Host : IAsyncDisposable
{
    private readonly WebApplication app;

    private Host(WebApplication app) => this.app = app;

    /// <summary>Puts the host together and brings the database up to date.</summary>
    public static async Task<Host> OpenAsync(string database)
    {
        var app = Serve.Build([
            "--database",
            database,
            "--data",
            Path.GetDirectoryName(database)!,
            "--Logging:LogLevel:Default",
            "Warning",
        ]);
        await Serve.PrepareAsync(app, CancellationToken.None);
        return new(app);
    }

    /// <summary>A service of the product.</summary>
    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Services of one request.</summary>
    public AsyncServiceScope Scope() => app.Services.CreateAsyncScope();

    /// <summary>A context that sees everything.</summary>
    public JingkeDbContext Db() => Get<JingkeDbFactory>().CreateForSystem();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}
