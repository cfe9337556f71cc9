using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Data.Facts;

public sealed class CatalogueInForceTests
{
    [Theory, EachDatabase]
    public async Task A_new_installation_has_the_shipped_catalogue_in_memory(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);

        var catalogue = app.Services.GetRequiredService<CatalogueInForce>().Current;

        Assert.Equal(
            DefaultCatalogue.Fields().Select(field => field.Key).Order(StringComparer.Ordinal),
            catalogue.Fields.Select(field => field.Key).Order(StringComparer.Ordinal)
        );
        Assert.Equal(DefaultCatalogue.Channels().Select(channel => channel.Key), catalogue.Channels.Select(channel => channel.Key));
        Assert.Equal("own-visit", catalogue.DefaultChannel.Key);
        Assert.Equal("credit-code", catalogue.RepeatedIn("CreditCode")?.Key);
        Assert.Equal(7, catalogue.Field("decision-process")!.Weight);
        Assert.Contains(
            catalogue.Field("decision-process")!.Choices,
            choice => choice == new FieldChoice("tender", "招标投标", "招標投標", "Tender")
        );
        Assert.DoesNotContain(catalogue.OfAccounts(AccountKind.Household), field => field.Key == "legal-representative");
        Assert.DoesNotContain(catalogue.OfAccounts(AccountKind.Company), field => field.Key == "household-income");
        Assert.All(catalogue.OfContacts, field => Assert.Equal(CardSection.Personal, field.Section));
        Assert.Equal(0, await app.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Subject == nameof(FieldDefinition))));
    }

    [Theory, EachDatabase]
    public async Task What_an_administrator_changed_or_retired_stays_so_at_the_next_start(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.WithDbAsync(async db =>
        {
            (await db.FieldDefinitions.SingleAsync(field => field.Key == "website")).Change(
                new()
                {
                    Names = new("官网"),
                    Section = CardSection.Basics,
                    IsRetired = true,
                }
            );
            var channel = await db.Channels.SingleAsync(channel => channel.Key == "media");
            channel.Change(channel.Names, 10, isRetired: true);
            // As if an older version had never shipped it.
            db.Remove(await db.FieldDefinitions.SingleAsync(field => field.Key == "pets"));
            await db.SaveChangesAsync();
        });

        await app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(TestContext.Current.CancellationToken);
        await app.Services.GetRequiredService<CatalogueInForce>().ReloadAsync(TestContext.Current.CancellationToken);

        var catalogue = app.Services.GetRequiredService<CatalogueInForce>().Current;
        Assert.Equal(("官网", true), (catalogue.Field("website")!.NameHans, catalogue.Field("website")!.IsRetired));
        Assert.DoesNotContain(catalogue.InUse, field => field.Key == "website");
        Assert.Equal((10, true), (catalogue.Channel("media")!.Grade, catalogue.Channel("media")!.IsRetired));
        Assert.NotNull(catalogue.Field("pets"));
        Assert.Equal(DefaultCatalogue.Fields().Count(), catalogue.Fields.Count);
    }

    [Theory, EachDatabase]
    public async Task A_field_that_another_process_adds_is_noticed_and_logged(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var keeper = await app.GivenUserAsync(Role.Administrator);
        var catalogue = app.Services.GetRequiredService<CatalogueInForce>();

        await using (
            var db = app
                .Services.GetRequiredService<JingkeDbFactory>()
                .CreateFor(new Viewer(keeper.Id, Role.Administrator, DataScope.All, []))
        )
        {
            var field = new FieldDefinition("voltage", FieldSubject.Company, FieldType.Number);
            field.Change(
                new()
                {
                    Names = new("供电电压"),
                    Section = CardSection.Traits,
                    Unit = "V",
                }
            );
            db.Add(field);
            await db.SaveChangesAsync();
        }

        await Eventually.TrueAsync(() => catalogue.Current.Field("voltage") is not null, "the new field is known");
        var entry = await app.WithDbAsync(db => db.AuditEntries.SingleAsync(entry => entry.Subject == nameof(FieldDefinition)));
        Assert.Equal(("created", "供电电压", keeper.Id), (entry.Action, entry.SubjectName, entry.UserId));
    }

    [Theory, EachDatabase]
    public async Task The_default_channel_is_another_when_the_own_visit_is_retired(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.WithDbAsync(async db =>
        {
            var visit = await db.Channels.SingleAsync(channel => channel.Key == Catalogue.DefaultChannelKey);
            visit.Change(visit.Names, visit.Grade, isRetired: true);
            await db.SaveChangesAsync();
        });
        var catalogue = app.Services.GetRequiredService<CatalogueInForce>();

        await catalogue.ReloadAsync(TestContext.Current.CancellationToken);

        Assert.Equal("phone-call", catalogue.Current.DefaultChannel.Key);
    }
}
