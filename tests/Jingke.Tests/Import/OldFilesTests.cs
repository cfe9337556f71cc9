using System.Text;
using Jingke.Domain.Imports;
using Jingke.Tests.Support;
using Jingke.Web.Common;
using Jingke.Web.Data.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Import;

public sealed class OldFilesTests
{
    private const string Orders = "订单号,订单日期,客户名称,销售额\nSO1,2026-03-01,甲公司,100\n";

    [Theory, EachDatabase]
    public async Task The_files_of_ended_imports_go_and_their_imports_can_still_be_undone(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (old, young) = (await app.ImportAsync(Orders), await app.ImportAsync(Orders.Replace("SO1", "SO2", StringComparison.Ordinal)));
        await AgeAsync(app, old, days: 31);
        await AgeAsync(app, young, days: 29);

        var removed = await RemoveAsync(app);

        Assert.Equal(1, removed);
        Assert.Equal((false, true), (IsThere(app, old), IsThere(app, young)));
        Assert.Equal("", (await app.EndOfAsync(old.Id)).StoredAs);
        Assert.Equal(ImportState.Undone, (await app.UndoAsync(old)).State);
        Assert.Equal(0, await RemoveAsync(app));
    }

    [Theory, EachDatabase]
    public async Task A_file_that_was_never_loaded_goes_and_its_import_says_so(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var batch = await app
            .Services.GetRequiredService<BringFile>()
            .RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(Orders)), new("orders.csv"), CancellationToken.None);
        await AgeAsync(app, batch, days: 31);

        await RemoveAsync(app);

        var ended = await app.EndOfAsync(batch.Id);
        Assert.Equal((ImportState.Failed, "import.left-lying", "[30]"), (ended.State, ended.ErrorCode, ended.ErrorArgs));
        Assert.True(ProblemWords.Has(ended.ErrorCode));
        Assert.False(IsThere(app, batch));
    }

    [Theory, EachDatabase]
    public async Task An_import_that_was_cut_off_keeps_its_file(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        foreach (var state in (ImportState[])[ImportState.Checking, ImportState.Queued, ImportState.Running, ImportState.Undoing])
        {
            var batch = await app.ImportAsync(Orders.Replace("SO1", $"{state}", StringComparison.Ordinal));
            await AgeAsync(app, batch, days: 400);
            // Held by a worker on another machine, so that this one leaves it alone.
            await app.WithDbAsync(db =>
                db.ImportBatches.Where(one => one.Id == batch.Id)
                    .ExecuteUpdateAsync(set =>
                        set.SetProperty(one => one.State, state)
                            .SetProperty(one => one.LeaseHolder, "elsewhere")
                            .SetProperty(one => one.LeaseUntil, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1))
                    )
            );
            await RemoveAsync(app);
            Assert.True(IsThere(app, batch), $"{state} lost its file");
            await app.WithDbAsync(db =>
                db.ImportBatches.Where(one => one.Id == batch.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(one => one.State, ImportState.Done))
            );
            Assert.Equal(1, await RemoveAsync(app));
        }
    }

    [Fact]
    public async Task What_belongs_to_no_import_goes_when_it_is_old()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        var files = app.Services.GetRequiredService<ImportFiles>();
        var (old, young) = (await StoreAsync(), await StoreAsync());
        Directory.SetLastWriteTimeUtc(FolderOf(app, old), TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-31));

        await RemoveAsync(app);

        Assert.Equal((false, true), (Directory.Exists(FolderOf(app, old)), Directory.Exists(FolderOf(app, young))));

        async Task<string> StoreAsync() =>
            (await files.StoreAsync(new MemoryStream(Encoding.UTF8.GetBytes(Orders)), "orders.csv", CancellationToken.None)).StoredAs;
    }

    private static Task<int> RemoveAsync(JingkeApp app) =>
        app.Services.GetRequiredService<RemoveOldFiles>().RunAsync(CancellationToken.None);

    private static async Task AgeAsync(JingkeApp app, ImportBatch batch, int days)
    {
        var then = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-days);
        Directory.SetLastWriteTimeUtc(FolderOf(app, batch.StoredAs), then);
        await app.WithDbAsync(db =>
            db.ImportBatches.Where(one => one.Id == batch.Id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(one => one.CreatedAt, then)
                        .SetProperty(one => one.FinishedAt, one => one.FinishedAt == null ? null : then)
                )
        );
    }

    private static bool IsThere(JingkeApp app, ImportBatch batch) => Directory.Exists(FolderOf(app, batch.StoredAs));

    private static string FolderOf(JingkeApp app, string storedAs) =>
        Path.Combine(app.Services.GetRequiredService<ImportFiles>().Folder, Path.GetDirectoryName(storedAs)!);
}
