using Jingke.Web;
using Jingke.Web.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Jingke.Benchmarks.Product;

/// <summary>The product's own services on a database, in this process and without serving pages.</summary>
internal sealed class Host : IAsyncDisposable
{
    private readonly WebApplication app;

    private Host(WebApplication app) => this.app = app;

    /// <summary>Puts the host together and brings the database up to date.</summary>
    /// <param name="database">A SQLite file, or the connection of a PostgreSQL.</param>
    /// <param name="folder">The data folder; that of the file when null.</param>
    public static async Task<Host> OpenAsync(string database, string? folder = null)
    {
        var app = Serve.Build([
            "--database",
            database,
            "--data",
            folder ?? Path.GetDirectoryName(database)!,
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
