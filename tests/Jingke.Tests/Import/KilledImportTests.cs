using Jingke.Domain.Imports;
using Jingke.Tests.Support;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Import;

/// <summary>
/// The product as a process of its own, killed in the middle of an import as a power cut would: again and again, at random moments. In
/// the end everything must be as if nothing had happened.
/// </summary>
public sealed class KilledImportTests(ITestOutputHelper output)
{
    private const string Long = "JINGKE_LONG_TESTS";

    [Theory, EachDatabase]
    public Task An_import_that_is_killed_again_and_again_ends_like_an_undisturbed_one(Database database) =>
        KillAsync(database, lines: 110_000, kills: 3);

    [Theory, EachDatabase]
    public Task A_million_lines_killed_five_times_end_like_an_undisturbed_import(Database database)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Long) == "1", $"It takes minutes; set {Long}=1 to run it.");
        return KillAsync(database, lines: 1_000_000, kills: 5);
    }

    private async Task KillAsync(Database database, int lines, int kills)
    {
        var seed = Random.Shared.Next();
        await using var calm = await Installation.CreateAsync(database);
        await using var disturbed = await Installation.CreateAsync(database);
        // A part of the lines is there already, with other amounts: they are replaced, and that must survive a kill as well.
        GeneratedOrders.Write(calm.PathOf("before.csv"), lines / 20, seed: 1);
        GeneratedOrders.Write(calm.PathOf("orders.csv"), lines, seed: 2);
        File.Copy(calm.PathOf("before.csv"), disturbed.PathOf("before.csv"));
        File.Copy(calm.PathOf("orders.csv"), disturbed.PathOf("orders.csv"));
        await calm.ImportAsync("before.csv");
        await calm.ImportAsync("orders.csv");
        await disturbed.ImportAsync("before.csv");
        var whole = (await calm.NewestAsync())!;
        var took = whole.FinishedAt!.Value - whole.StartedAt!.Value;

        var killed = await KillManyTimesAsync(disturbed, lines, kills, took, new Random(seed));
        var finished = await FinishAsync(disturbed, took * 20);

        output.WriteLine(
            $"{database}: {lines} lines in {took.TotalSeconds:0.0} s undisturbed; killed at {string.Join(", ", killed)} rows, then finished in {finished.TotalSeconds:0.0} s"
        );
        Assert.True(killed.Count > 0, $"No kill came in time; seed {seed}");
        var (expected, actual) = (await calm.TellAsync(), await disturbed.TellAsync());
        Assert.True(
            expected == actual,
            $"seed {seed}, killed at {string.Join(", ", killed)} rows\nundisturbed:\n{expected}\nkilled:\n{actual}"
        );
    }

    // It is started in either way that a person has: as a server, which goes on by itself, or by the same command again.
    private static async Task<List<long>> KillManyTimesAsync(Installation installation, int lines, int kills, TimeSpan took, Random random)
    {
        var killed = new List<long>();
        while (killed.Count < kills)
        {
            using var product = killed.Count == 0 || random.Next(2) == 0 ? installation.Import("orders.csv") : installation.Serve();
            var before = await installation.NewestAsync();
            await Eventually.TrueAsync(
                async () =>
                    !product.Runs
                    || await installation.NewestAsync() is { FileName: "orders.csv" } batch
                        && (batch.State == ImportState.Running && batch.LeaseHolder != before?.LeaseHolder || !batch.IsUnderWay),
                "work on the import",
                // The lease of the killed one has to run out first, and a busy machine starts slowly.
                TimeSpan.FromMinutes(2)
            );
            await WaitAsync(installation, took * (random.NextDouble() * 0.9), until: killed.Count == 0 ? lines / 2 : lines);
            await product.KillAsync();
            var reached = (await installation.NewestAsync())!;
            if (!reached.IsUnderWay)
                break;
            killed.Add(reached.RowsDone);
        }
        return killed;
    }

    // At least one kill must hit, however fast the machine is by now: so the first one comes at half of the rows at the latest.
    private static async Task WaitAsync(Installation installation, TimeSpan delay, long until)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (
            TimeProvider.System.GetElapsedTime(started) < delay
            && await installation.NewestAsync() is { IsUnderWay: true } batch
            && batch.RowsDone < until
        )
            await Task.Delay(20);
    }

    private static async Task<TimeSpan> FinishAsync(Installation installation, TimeSpan atMost)
    {
        using var product = installation.Serve();
        var started = TimeProvider.System.GetTimestamp();
        var limit = atMost < TimeSpan.FromSeconds(60) ? TimeSpan.FromSeconds(60) : atMost;
        while ((await installation.NewestAsync())! is { IsUnderWay: true } batch)
        {
            Assert.True(
                product.Runs && TimeProvider.System.GetElapsedTime(started) < limit,
                $"It does not end: {batch.State}, {batch.RowsDone} rows, held by '{batch.LeaseHolder}'\n{product.Output}\n{product.Error}"
            );
            await Task.Delay(50);
        }
        return TimeProvider.System.GetElapsedTime(started);
    }

    /// <summary>A data folder and a database of their own, and processes that work on them.</summary>
    private sealed class Installation : IAsyncDisposable
    {
        private readonly TestDatabase database;
        private readonly ServiceProvider services;

        private Installation(TestDatabase database) =>
            (this.database, services) = (
                database,
                new ServiceCollection().AddLogging().AddData(DatabaseChoice.From(database.Argument, "")).BuildServiceProvider()
            );

        public static async Task<Installation> CreateAsync(Database kind) => new(await TestDatabase.CreateAsync(kind));

        public string PathOf(string file) => Path.Combine(database.Folder, file);

        public ProductProcess Import(string file) => Start("import", PathOf(file));

        public ProductProcess Serve() => Start("serve", "--urls", "http://127.0.0.1:0");

        public async Task ImportAsync(string file)
        {
            using var product = Import(file);
            Assert.True(await product.EndAsync() == 0, product.Error);
        }

        public Task<ImportBatch?> NewestAsync() =>
            WithDbAsync(db => db.ImportBatches.AsNoTracking().OrderByDescending(batch => batch.Id).FirstOrDefaultAsync());

        public Task<string> TellAsync() => WithDbAsync(LoadedData.TellAsync);

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await database.DisposeAsync();
        }

        private ProductProcess Start(params string[] args) =>
            ProductProcess.Start([.. args, "--data", database.Folder, "--database", database.Argument]);

        private async Task<T> WithDbAsync<T>(Func<JingkeDbContext, Task<T>> work)
        {
            await using var db = services.GetRequiredService<JingkeDbFactory>().CreateForSystem();
            return await work(db);
        }
    }
}
