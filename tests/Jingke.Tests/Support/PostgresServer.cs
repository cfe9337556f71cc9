using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Jingke.Tests.Support;

/// <summary>
/// A real PostgreSQL of the test run's own: made in a temporary folder, listening on a free loopback port, stopped at the end.
/// Refuses to run as root, so then it runs as Debian's postgres user.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static PostgresServer? only;
    private readonly string folder;
    private readonly string bin;
    private readonly int port;

    private PostgresServer(string folder, string bin, int port) => (this.folder, this.bin, this.port) = (folder, bin, port);

    /// <summary>The server of this run, started when first asked for.</summary>
    public static async Task<PostgresServer> OnlyAsync()
    {
        await Gate.WaitAsync();
        try
        {
            return only ??= await StartAsync();
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Connection string of a database on this server.</summary>
    public string ConnectionTo(string database) =>
        $"Host=127.0.0.1;Port={port};Username=jingke;Database={database};Maximum Pool Size=20;Timeout=30;Include Error Detail=true";

    /// <summary>Makes a database, as a copy of a template when one is named.</summary>
    public async Task<string> CreateDatabaseAsync(string name, string? template = null)
    {
        await Gate.WaitAsync();
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"CREATE DATABASE {name}" + (template is null ? "" : $" TEMPLATE {template}");
            await command.ExecuteNonQueryAsync();
        }
        finally
        {
            Gate.Release();
        }
        return ConnectionTo(name);
    }

    /// <summary>Removes a database.</summary>
    public async Task DropDatabaseAsync(string name)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"DROP DATABASE IF EXISTS {name} WITH (FORCE)";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A database as SQL that makes it again, owned by whoever runs it.</summary>
    /// <param name="connection">What <see cref="CreateDatabaseAsync"/> gave.</param>
    public async Task<string> DumpAsync(string connection)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.sql");
        var database = new NpgsqlConnectionStringBuilder(connection).Database!;
        string[] form = ["--inserts", "--rows-per-insert=200", "--no-owner", "--no-privileges", "--no-comments"];
        await RunAsync(bin, "pg_dump", ["-h", "127.0.0.1", "-p", $"{port}", "-U", "jingke", .. form, "-f", file, database]);
        return await File.ReadAllTextAsync(file);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await RunAsync(bin, "pg_ctl", "stop", "-D", Path.Combine(folder, "data"), "-m", "immediate", "-w");
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Stops the server if this run started it.</summary>
    public static ValueTask StopAsync() => only is { } server ? server.DisposeAsync() : ValueTask.CompletedTask;

    private static async Task<PostgresServer> StartAsync()
    {
        var bin =
            Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(path => int.Parse(Path.GetFileName(path))).FirstOrDefault()
            ?? throw new InvalidOperationException("PostgreSQL is not installed: run ./test.sh, or `apt-get install postgresql`.");
        bin = Path.Combine(bin, "bin");
        var folder = Directory.CreateTempSubdirectory("jingke-pg-").FullName;
        if (Environment.UserName == "root")
            await RunAsync("", "chown", "postgres", folder);
        var port = FreePort();
        var data = Path.Combine(folder, "data");
        await RunAsync(bin, "initdb", "-D", data, "-U", "jingke", "-A", "trust", "--locale=C.UTF-8", "--no-sync");
        var settings =
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200";
        await RunAsync(bin, "pg_ctl", "start", "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o", settings);
        return new(folder, bin, port);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string bin, string program, params string[] arguments)
    {
        var asPostgres = Environment.UserName == "root" && bin.Length > 0;
        var start = new ProcessStartInfo(asPostgres ? "runuser" : Path.Combine(bin, program)) { WorkingDirectory = "/tmp" };
        if (asPostgres)
            foreach (var argument in (string[])["-u", "postgres", "--", Path.Combine(bin, program)])
                start.ArgumentList.Add(argument);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        // Output is not captured: the server would inherit the pipe and keep it open.
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }
}
