using System.Text.RegularExpressions;
using Jingke.BrowserTests.Browsing;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Xunit;

namespace Jingke.BrowserTests;

/// <summary>From a picture to the accounts behind it.</summary>
public sealed partial class DrillDownTests
{
    [Fact]
    public async Task Curve_bars_and_map_lead_to_their_accounts()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        var user = await app.GivenUserAsync(Role.Executive, "老板");
        await SampleCompany.LoadAsync(app);
        await using var person = await Person.OpenAsync(app, user);
        var page = person.Page;

        await person.GoAsync("/key-accounts");
        await person.ClickChartAsync(page.Locator("chart-view").First, 0.3, 0.5);
        await person.ArrivesAsync("[?&]top=\\d+");
        var top = int.Parse(TopOf().Match(page.Url).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        await person.SeesAsync($"共 {top:N0} ");

        await person.GoAsync("/analysis/by/industry");
        var first = await page.Locator(".data-table tbody a:visible").First.InnerTextAsync();
        await person.ClickChartAsync(page.Locator("chart-view").First, 0.3, 0.06);
        await person.ArrivesAsync("/analysis/accounts\\?");
        await person.PageIsSoundAsync();
        await person.SeesAsync(first);

        await person.GoAsync("/analysis/map");
        await person.PictureAsync("drill-down/map");
        await page.Locator(".china-tile a").First.ClickAsync();
        await person.ArrivesAsync("province=|key=");
        await page.Locator(".data-table tbody a").First.ClickAsync();
        await person.ArrivesAsync("/analysis/accounts\\?");
        await page.Locator(".data-table tbody a").First.ClickAsync();
        await person.ArrivesAsync("/accounts/\\d+$");
        await person.PictureAsync("drill-down/account");
        await person.PageIsSoundAsync();
    }

    [GeneratedRegex("[?&]top=(\\d+)")]
    private static partial Regex TopOf();
}
