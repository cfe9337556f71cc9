using System.Net;
using System.Net.Sockets;
using Jingke.Benchmarks.Measuring;

namespace Jingke.Benchmarks.Pages;

/// <summary>The published product, serving in a process of its own on a free port of this machine.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ChildProcess process;

    private Server(ChildProcess process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Processor time so far.</summary>
    public double CpuMs => process.CpuMs();

    /// <summary>Time since it started.</summary>
    public double WallMs => process.WallMs;

    /// <summary>Peak resident set so far.</summary>
    public double PeakMegabytes => process.PeakMegabytes();

    /// <summary>Starts the product on a database; it may not answer yet.</summary>
    public static Server Start(Workspace workspace, string database, string? dataFolder = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var folder = dataFolder ?? Path.GetDirectoryName(database)!;
        var process = ChildProcess.Start(
            workspace.Jingke,
            folder,
            "serve",
            "--urls",
            address.ToString(),
            "--data",
            folder,
            "--database",
            database,
            "--Logging:LogLevel:Default",
            "Warning"
        );
        // A pipe that nobody reads would fill up and hold the product.
        _ = process.Output.ReadToEndAsync();
        _ = process.Error.ReadToEndAsync();
        return new(process, address);
    }

    /// <summary>Asks for a page until it is there.</summary>
    /// <returns>Time since the start, in milliseconds.</returns>
    public async Task<double> UntilAsync(HttpClient client, string page, string holds)
    {
        while (process.WallMs < Patience.TotalMilliseconds && !process.HasEnded)
        {
            try
            {
                using var answer = await client.GetAsync(page);
                if (answer.StatusCode == HttpStatusCode.OK && (await Loop.TextAsync(answer)).Contains(holds, StringComparison.Ordinal))
                    return process.WallMs;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(20);
        }

        throw new InvalidOperationException($"{page} did not appear.");
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
