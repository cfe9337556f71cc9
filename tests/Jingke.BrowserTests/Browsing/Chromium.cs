using Microsoft.Playwright;

namespace Jingke.BrowserTests.Browsing;

/// <summary>The one Chromium of a test run: Debian's, since a test must not download a browser.</summary>
internal static class Chromium
{
    private static readonly Lazy<Task<IBrowser>> Only = new(StartAsync);

    /// <summary>The browser, started when first asked for.</summary>
    public static Task<IBrowser> OnlyAsync() => Only.Value;

    /// <summary>Ends it if it was started.</summary>
    public static async Task StopAsync()
    {
        if (Only.IsValueCreated)
            await (await Only.Value).CloseAsync();
    }

    private static async Task<IBrowser> StartAsync()
    {
        // Playwright's driver needs a Node; the machine's own runs everywhere its bundled one may not.
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("JINGKE_TEST_CHROMIUM") ?? "/usr/bin/chromium",
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }
}
