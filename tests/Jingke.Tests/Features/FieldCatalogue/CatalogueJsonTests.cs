using System.Text.Json;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Features.FieldCatalogue;

/// <summary>The catalogue as programs read it.</summary>
public sealed class CatalogueJsonTests
{
    [Theory, EachDatabase]
    public async Task A_program_reads_fields_choices_and_channels_in_its_language(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Rep);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        using var read = JsonDocument.Parse(await client.GetStringAsync("/api/catalogue"));

        var process = Field(read, "decision-process")!.Value;
        Assert.Equal("How it decides", process.GetProperty("name").GetString());
        Assert.Equal("OneOf", process.GetProperty("type").GetString());
        Assert.Equal("Account", process.GetProperty("about").GetString());
        Assert.Equal(180, process.GetProperty("shelfLifeDays").GetInt32());
        Assert.True(process.GetProperty("question").GetBoolean());
        Assert.True(process.GetProperty("mayEdit").GetBoolean());
        Assert.Contains(
            process.GetProperty("choices").EnumerateArray(),
            choice => choice.GetProperty("key").GetString() == "tender" && choice.GetProperty("name").GetString() == "Tender"
        );
        Assert.Contains(
            read.RootElement.GetProperty("channels").EnumerateArray(),
            channel => channel.GetProperty("key").GetString() == "own-visit" && channel.GetProperty("grade").GetInt32() == 95
        );
    }

    [Theory, EachDatabase]
    public async Task A_role_reads_only_the_fields_that_it_sees(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.WithDbAsync(async db =>
        {
            await ChangeAsync(db, "credit-limit", seenBy: [Role.Finance]);
            await ChangeAsync(db, "budget", editedBy: [Role.Manager]);
            (await db.FieldDefinitions.SingleAsync(field => field.Key == "pets")).Retire();
            await db.SaveChangesAsync();
        });
        await app.Services.GetRequiredService<CatalogueInForce>().ReloadAsync(TestContext.Current.CancellationToken);
        using var rep = await app.SignedInAsync(Role.Rep);
        using var finance = await app.SignedInAsync(Role.Finance);

        using var ofRep = JsonDocument.Parse(await rep.GetStringAsync("/api/catalogue"));
        using var ofFinance = JsonDocument.Parse(await finance.GetStringAsync("/api/catalogue"));

        Assert.Null(Field(ofRep, "credit-limit"));
        Assert.NotNull(Field(ofFinance, "credit-limit"));
        Assert.False(Field(ofFinance, "credit-limit")!.Value.GetProperty("mayEdit").GetBoolean());
        Assert.False(Field(ofRep, "budget")!.Value.GetProperty("mayEdit").GetBoolean());
        Assert.True(Field(ofRep, "needs")!.Value.GetProperty("mayEdit").GetBoolean());
        Assert.Null(Field(ofRep, "pets"));
    }

    private static async Task ChangeAsync(Web.Data.JingkeDbContext db, string key, Role[]? seenBy = null, Role[]? editedBy = null)
    {
        var field = await db.FieldDefinitions.SingleAsync(field => field.Key == key);
        field.Change(
            new()
            {
                Names = field.Names,
                Section = field.Section,
                SeenBy = seenBy ?? [],
                EditedBy = editedBy ?? [],
            }
        );
    }

    private static JsonElement? Field(JsonDocument read, string key)
    {
        foreach (var field in read.RootElement.GetProperty("fields").EnumerateArray())
            if (field.GetProperty("key").GetString() == key)
                return field;
        return null;
    }
}
