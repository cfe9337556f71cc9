using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Jingke.Tests.Support;
using Jingke.Web.Data.People;
using Microsoft.Playwright;
using Xunit;

namespace Jingke.BrowserTests.Browsing;

/// <summary>How somebody looks at the product.</summary>
/// <param name="Width">1440 is a desk, 390 a phone.</param>
/// <param name="Dark">Whether the system asks for dark colours.</param>
/// <param name="Language">Language of the browser.</param>
/// <param name="Scripts">Whether scripts run.</param>
internal sealed record Look(int Width = 1440, bool Dark = false, string Language = "zh-CN", bool Scripts = true)
{
    public static Look Desk { get; } = new();
    public static Look Phone { get; } = new(390);

    public override string ToString() => $"{Width}-{(Dark ? "dark" : "light")}-{Language}{(Scripts ? "" : "-noscript")}";
}

/// <summary>Somebody in front of a real browser. Script errors and failed loads fail the test when it ends.</summary>
internal sealed class Person : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> faults = new();
    private readonly IBrowserContext context;
    private readonly Look look;

    private Person(IBrowserContext context, IPage page, Look look) => (this.context, Page, this.look) = (context, page, look);

    /// <summary>The page in front of them.</summary>
    public IPage Page { get; }

    /// <summary>Opens a browser window on the running product; signed in when a user is given.</summary>
    public static async Task<Person> OpenAsync(JingkeApp app, User? user = null, Look? look = null)
    {
        look ??= Look.Desk;
        var browser = await Chromium.OnlyAsync();
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = app.Address.ToString(),
                ViewportSize = new() { Width = look.Width, Height = look.Width < 600 ? 844 : 900 },
                ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
                Locale = look.Language,
                JavaScriptEnabled = look.Scripts,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(30_000);
        if (user is not null)
        {
            var cookie = await app.CookieOfAsync(user);
            // Made by the product itself, as signing in would.
            await context.AddCookiesAsync([
                new()
                {
                    Name = cookie.Name,
                    Value = cookie.Value,
                    Url = app.Address.ToString(),
                },
            ]);
        }

        var page = await context.NewPageAsync();
        var person = new Person(context, page, look);
        page.PageError += (_, error) => person.faults.Enqueue($"{page.Url}: {error}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 500)
                person.faults.Enqueue($"{response.Url}: {response.Status}");
        };
        page.Console += (_, message) =>
        {
            // A refused form and a network that is off are expected; Chromium writes them to the console all the same.
            if (
                message.Type == "error"
                && !message.Text.Contains("the server responded with a status of 4", StringComparison.Ordinal)
                && !message.Text.Contains("net::ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal)
            )
                person.faults.Enqueue($"{page.Url}: {message.Text}");
        };
        return person;
    }

    /// <summary>Goes to an address and waits until it is there.</summary>
    public async Task<IResponse> GoAsync(string address)
    {
        var response = await Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        return response!;
    }

    /// <summary>Waits until the browser shows an address.</summary>
    /// <remarks>
    /// Asks the browser again and again: waiting for the load event of a navigation that is already under way can miss the event on a
    /// busy machine and then waits for ever.
    /// </remarks>
    /// <param name="address">What the whole address must match.</param>
    public Task ArrivesAsync([StringSyntax(StringSyntaxAttribute.Regex)] string address) =>
        Assertions.Expect(Page).ToHaveURLAsync(new Regex(address), new() { Timeout = 30_000 });

    /// <summary>Waits until words stand on the page.</summary>
    public Task SeesAsync(string words) => Assertions.Expect(Page.Locator("body")).ToContainTextAsync(words, new() { Timeout = 30_000 });

    /// <summary>Fails when the page in front has faults, see <see cref="FaultsOfPageAsync"/>.</summary>
    public async Task PageIsSoundAsync() => AllIsWell(await FaultsOfPageAsync());

    /// <summary>Fails with every fault written out.</summary>
    public static void AllIsWell(IReadOnlyCollection<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));

    /// <summary>Waits until a chart is drawn and clicks into it.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="across">Part of its width from the left.</param>
    /// <param name="down">Part of its height from the top.</param>
    public async Task ClickChartAsync(ILocator chart, double across, double down)
    {
        await chart.ScrollIntoViewIfNeededAsync();
        await chart.Locator("svg, canvas").First.WaitForAsync();
        var box = (await chart.BoundingBoxAsync())!;
        await Page.Mouse.ClickAsync((float)(box.X + (box.Width * across)), (float)(box.Y + (box.Height * down)));
    }

    /// <summary>Takes a picture into artifacts/screenshots for a person to look at, when JINGKE_TEST_PICTURES asks for it: it takes a second.</summary>
    public Task PictureAsync(string name) =>
        Environment.GetEnvironmentVariable("JINGKE_TEST_PICTURES") is not { Length: > 0 }
            ? Task.CompletedTask
            : Page.ScreenshotAsync(
                new() { Path = Path.Combine(SourceTree.Root, "artifacts", "screenshots", $"{name}-{look}.png"), FullPage = true }
            );

    /// <summary>What is wrong with the page in front: serious accessibility faults, sideways scrolling, words that are missing.</summary>
    public async Task<IReadOnlyList<string>> FaultsOfPageAsync()
    {
        var found = new List<string>();
        if (look.Scripts)
        {
            // Between two pages the document says that it is busy.
            await Page.WaitForFunctionAsync("() => !document.documentElement.hasAttribute('aria-busy')");
            var axe = await Page.RunAxe();
            found.AddRange(
                axe.Violations.Where(each => each.Impact is "serious" or "critical")
                    .Select(each => $"axe {each.Id}: {each.Help}: {string.Join(" | ", each.Nodes.Take(3).Select(node => node.Html))}")
            );
            var overflow = await Page.EvaluateAsync<int>(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            );
            if (overflow > 1)
                found.Add($"The page scrolls sideways by {overflow} px");
        }
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        AllIsWell(faults);
    }
}
