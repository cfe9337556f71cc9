using System.Text.RegularExpressions;
using Jingke.BrowserTests.Browsing;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Jingke.BrowserTests;

/// <summary>The interface in the language one chose, and no other.</summary>
public sealed partial class LanguageTests
{
    [Fact]
    public async Task A_chosen_language_stays_and_is_spoken_alone()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        await using var person = await Person.OpenAsync(app, await app.GivenUserAsync(Role.Administrator, "Keeper"));
        var page = person.Page;

        await person.GoAsync("/accounts");
        Assert.Equal("zh-Hans", await page.GetAttributeAsync("html", "lang"));
        await ChooseAsync(page, "en");
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        foreach (
            var address in (string[])
                [
                    "/",
                    "/accounts",
                    "/key-accounts",
                    "/analysis",
                    "/imports",
                    "/imports/new",
                    "/settings",
                    "/settings/users",
                    "/settings/recycle-bin",
                ]
        )
        {
            await person.GoAsync(address);
            // The names of the languages are written in themselves.
            var words = await page.EvaluateAsync<string>(
                "() => { document.querySelectorAll('[lang]:not(html)').forEach(each => each.remove()); return document.body.innerText; }"
            );
            Assert.False(Chinese().IsMatch(words), $"{address}: {Chinese().Match(words).Value}");
        }

        await person.GoAsync("/accounts");
        await ChooseAsync(page, "zh-Hant");
        await person.SeesAsync("客戶");
    }

    private static async Task ChooseAsync(IPage page, string language)
    {
        await page.Locator("summary:has(+ form [name=language])").First.ClickAsync();
        await page.Locator($"button[name=language][value={language}]").First.ClickAsync();
        await page.Locator($"html[lang={language}]").WaitForAsync();
    }

    [GeneratedRegex("[\\u4e00-\\u9fff][^\\n]*")]
    private static partial Regex Chinese();
}
