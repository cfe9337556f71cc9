using System.Net;
using Jingke.Tests.Support;
using Jingke.Web.Features.Import.Undoing;
using Jingke.Web.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Saved;

/// <summary>
/// What an earlier version wrote, this one opens, with the same figures in it. CONTRIBUTING.md says how the databases of a version are
/// written. Only figures are compared whose meaning is not to change; where it has to, the test of that version says so.
/// </summary>
public sealed class SavedDatabaseTests
{
    public static TheoryData<string, Database> Saved
    {
        get
        {
            var all = new TheoryData<string, Database>();
            foreach (var saved in SavedVersion.All)
            {
                all.Add(saved.Version, Database.Sqlite);
                all.Add(saved.Version, Database.Postgres);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Saved))]
    public async Task A_database_of_an_earlier_version_opens_and_shows_the_same_figures(string version, Database database)
    {
        var saved = new SavedVersion(version);

        await using var app = await JingkeApp.StartAsync(await saved.OpenAsync(database));
        using var client = await SignedInAsync(app);
        await app.Services.GetRequiredService<LedgerStore>().WaitAsync(TestContext.Current.CancellationToken);
        var shown = await SavedFigures.OfAsync(app, client);

        var expected = saved.ReadFigures();
        Assert.Equal(expected.NetSales, shown.NetSales);
        Assert.Equal(expected.KeyAccounts, shown.KeyAccounts);
        Assert.Equal(expected.Accounts, shown.Accounts);
        Assert.Equal(expected.Rows, shown.Rows);
        foreach (var page in (string[])["/", "/accounts", "/key-accounts", "/analysis", "/imports", "/settings/audit"])
        {
            using var answer = await client.GetAsync(page, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page}: {answer.StatusCode}");
        }
    }

    [Theory]
    [MemberData(nameof(Saved))]
    public async Task An_import_of_an_earlier_version_can_be_undone(string version, Database database)
    {
        await using var app = await JingkeApp.StartAsync(await new SavedVersion(version).OpenAsync(database));
        var batch = await app.WithDbAsync(db => db.ImportBatches.OrderByDescending(each => each.Id).FirstAsync());

        await app.WithDbAsync(db => new AskUndo(db).RunAsync(batch.Id, CancellationToken.None));

        await Eventually.TrueAsync(
            () => app.WithDbAsync(async db => !await db.SalesLines.AnyAsync() && !await db.UnattributedLines.AnyAsync()),
            "the undo of the orders"
        );
    }

    [Fact]
    public void This_version_has_its_saved_databases() =>
        Assert.True(
            File.Exists(SavedVersion.Present.SqliteFile) && File.Exists(SavedVersion.Present.PostgresFile),
            $"Version {SavedVersion.Present.Version} has none; CONTRIBUTING.md says how to write them."
        );

    private static async Task<HttpClient> SignedInAsync(JingkeApp app)
    {
        var client = app.NewClient();
        var answer = await client.SendAsync(
            "/sign-in",
            "sign-in",
            ("UserName", SavedCompany.UserName),
            ("Password", SavedCompany.Password)
        );
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return client;
    }
}
