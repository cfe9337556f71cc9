using Jingke.BrowserTests.Browsing;
using Jingke.Domain.Facts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data.Facts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Jingke.BrowserTests;

/// <summary>An administrator edits the catalogue on a phone and by keyboard.</summary>
public sealed class FieldCatalogueTests
{
    [Fact]
    public async Task A_field_with_choices_is_added_on_a_phone_and_put_in_order()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        await using var keeper = await Person.OpenAsync(app, await app.GivenUserAsync(Role.Administrator, "管理员"), Look.Phone);
        await keeper.GoAsync("/settings/fields/new");
        await Assertions.Expect(keeper.Page.Locator("choice-rows")).ToBeHiddenAsync();
        await keeper.Page.SelectOptionAsync("[name='Input.Type']", "OneOf");
        await Names(keeper).First.FillAsync("低压");
        await keeper.Page.Locator("[data-do=add]").ClickAsync();
        await keeper.Page.Keyboard.TypeAsync("高压");
        await keeper.Page.Locator("[data-do=add]").ClickAsync();
        await keeper.Page.Keyboard.TypeAsync("直流");

        // Refused for want of a name: what was typed is still there.
        await SaveAsync(keeper);
        await keeper.SeesAsync("请填写");
        await keeper.PageIsSoundAsync();
        await keeper.PictureAsync("catalogue/refused");
        await keeper.Page.FillAsync("[name='Input.NameHans']", "供电电压");
        await keeper.Page.Locator("[data-do=up]").Nth(2).FocusAsync();
        await keeper.Page.Keyboard.PressAsync("Enter");
        await keeper.Page.Keyboard.PressAsync("Enter");
        await SaveAsync(keeper);

        await keeper.ArrivesAsync("/settings/fields$");
        await keeper.SeesAsync("（直流、低压、高压）");
        await keeper.PageIsSoundAsync();
        Assert.Equal(["直流", "低压", "高压"], Field(app, "gong-dian-dian-ya").Choices.Select(choice => choice.Hans));
    }

    [Fact]
    public async Task A_draft_of_choices_keeps_names_with_their_keys()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        await using var keeper = await Person.OpenAsync(app, await app.GivenUserAsync(Role.Administrator, "管理员"));
        var before = Field(app, "decision-process");
        await keeper.GoAsync($"/settings/fields/{before.Id}");
        await Names(keeper).Nth(0).FillAsync("老板一句话");
        await keeper.Page.Locator("[data-do=down]").Nth(0).ClickAsync();
        await keeper.Page.Locator("[data-do=add]").ClickAsync();
        await keeper.Page.Keyboard.TypeAsync("听总部的");

        await keeper.GoAsync("/settings");
        await keeper.GoAsync($"/settings/fields/{before.Id}");
        await Assertions.Expect(Names(keeper)).ToHaveCountAsync(before.Choices.Count + 1);
        await SaveAsync(keeper);
        await keeper.ArrivesAsync("/settings/fields$");

        var choices = Field(app, "decision-process").Choices;
        Assert.Equal(
            [("boss-approves", before.Choices[1].Hans), ("one-person", "老板一句话")],
            choices.Take(2).Select(each => (each.Key, each.Hans))
        );
        Assert.Equal(("ting-zong-bu-de", "听总部的"), (choices[^1].Key, choices[^1].Hans));
        Assert.Equal(before.Choices.Count + 1, choices.Count);
    }

    [Fact]
    public async Task Fields_are_put_in_order_by_keyboard()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        await using var keeper = await Person.OpenAsync(app, await app.GivenUserAsync(Role.Administrator, "管理员"));
        await keeper.GoAsync("/settings/fields");

        // The button that was pressed has the focus again.
        await keeper.Page.Locator("[aria-label='上移“电话”']").FocusAsync();
        await keeper.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(keeper.Page.Locator("table").First.Locator("tbody tr").Nth(2)).ToContainTextAsync("电话");
        await Assertions.Expect(keeper.Page.Locator("[aria-label='上移“电话”']")).ToBeFocusedAsync();
        await keeper.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(keeper.Page.Locator("table").First.Locator("tbody tr").Nth(1)).ToContainTextAsync("电话");

        Assert.Equal(
            ["credit-code", "phone", "region", "address"],
            app.Services.GetRequiredService<CatalogueInForce>().Current.InUse.Take(4).Select(field => field.Key)
        );
    }

    [Theory]
    [InlineData(390, true, "en-US")]
    [InlineData(1440, true, "zh-TW")]
    public async Task Pages_of_fields_and_channels_are_sound(int width, bool dark, string language)
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        await using var keeper = await Person.OpenAsync(
            app,
            await app.GivenUserAsync(Role.Administrator, "管理员"),
            new Look(width, dark, language)
        );
        string[] pages =
        [
            "fields?of=contact",
            "fields?of=retired",
            $"fields/{Field(app, "decision-process").Id}",
            "channels",
            "channels/1",
        ];

        foreach (var page in pages)
        {
            await keeper.GoAsync($"/settings/{page}");
            await keeper.PageIsSoundAsync();
            await keeper.PictureAsync($"catalogue/{page.Replace('/', '-').Replace('?', '-')}");
        }
    }

    private static ILocator Names(Person person) => person.Page.Locator("[name='Input.ChoiceHans']");

    private static Task SaveAsync(Person person) => person.Page.Locator("form .form-buttons .btn-primary").ClickAsync();

    private static FieldDefinition Field(JingkeApp app, string key) =>
        app.Services.GetRequiredService<CatalogueInForce>().Current.Field(key)!;
}
