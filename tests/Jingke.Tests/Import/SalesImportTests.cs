using Jingke.Domain;
using Jingke.Domain.Imports;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Import;

public sealed class SalesImportTests
{
    private const string Header = "订单号,行号,订单日期,客户编号,客户名称,省份,产品名称,类别,数量,销售额,业务员\n";

    private const string Orders =
        Header
        + "SO1,1,2026-03-01,C1,甲公司,广东省,轴承,机械,2,100.50,张三\n"
        + "SO1,2,2026-03-01,C1,甲公司,广东省,齿轮,机械,1,50,张三\n"
        + "SO2,1,2026-03-05,C2,乙公司,浙江,轴承,机械,4,201,李四\n"
        + "SO3,1,2026-03-09,,,浙江,轴承,机械,1,50.25,李四\n";

    [Theory, EachDatabase]
    public async Task A_sales_file_brings_accounts_products_places_and_lines(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);

        var batch = await app.ImportAsync(Orders);

        Assert.Equal(ImportState.Done, batch.State);
        Assert.Equal((4, 4, 0, 0), (batch.Read, batch.Accepted, batch.Rejected, batch.Duplicate));
        Assert.Equal((2, 2, 1), (batch.AccountsCreated, batch.ProductsCreated, batch.Unattributed));
        var account = await app.WithDbAsync(db => db.Accounts.SingleAsync(one => one.Code == "C1"));
        Assert.Equal(("甲公司", "440000", new DateOnly(2026, 3, 1)), (account.Name, account.ProvinceCode, account.FirstTradedOn));
        var line = await app.WithDbAsync(db => db.SalesLines.SingleAsync(one => one.OrderNo == "SO2"));
        Assert.Equal((2010000, 40000, "李四"), (line.Amount, line.Quantity, line.Salesperson));
        var ledger = await app.LedgerWithLinesAsync(3);
        Assert.Equal(502_500, ledger.Ledger.Unattributed.Total().Amount);
    }

    [Theory, EachDatabase]
    public async Task The_same_file_again_adds_nothing(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.ImportAsync(Orders);
        var before = await app.DumpAsync();

        var again = await app.ImportAsync(Orders);

        Assert.Equal((4, 0, 4), (again.Read, again.Accepted, again.Duplicate));
        Assert.Equal(before, await app.DumpAsync());
    }

    [Theory, EachDatabase]
    public async Task A_corrected_file_updates_and_its_undo_puts_everything_back(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.ImportAsync(Orders);
        var before = await app.DumpAsync();

        // One amount is corrected, one line gets its customer, one loses it, one comes from a customer nobody knew.
        var corrected = await app.ImportAsync(
            Header
                + "SO1,1,2026-03-01,C1,甲公司,广东省,轴承,机械,2,120.50,张三\n"
                + "SO1,2,2026-03-01,,,广东省,齿轮,机械,1,50,张三\n"
                + "SO2,1,2026-03-05,C2,乙公司,浙江,轴承,机械,4,201,李四\n"
                + "SO3,1,2026-03-09,C2,乙公司,浙江,轴承,机械,1,50.25,李四\n"
                + "SO4,1,2026-03-10,C3,丙公司,上海,油封,密封件,9,900,李四\n"
        );

        Assert.Equal((5, 4, 3, 1), (corrected.Read, corrected.Accepted, corrected.Updated, corrected.Duplicate));
        Assert.Equal(
            1_205_000,
            await app.WithDbAsync(db => db.SalesLines.Where(line => line.OrderNo == "SO1").SumAsync(line => line.Amount))
        );
        Assert.Equal("SO1", await app.WithDbAsync(db => db.UnattributedLines.Select(line => line.OrderNo).SingleAsync()));

        var undone = await app.UndoAsync(corrected);

        Assert.Equal(ImportState.Undone, undone.State);
        Assert.Equal(before, await app.DumpAsync());
        await app.LedgerWithLinesAsync(3);
    }

    [Theory, EachDatabase]
    public async Task The_undo_of_the_first_import_leaves_nothing(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var empty = await app.DumpAsync();
        var batch = await app.ImportAsync(Orders);

        await app.UndoAsync(batch);

        Assert.Equal(empty, await app.DumpAsync());
        await app.LedgerWithLinesAsync(0);
    }

    [Theory, EachDatabase]
    public async Task An_import_whose_lines_were_changed_later_names_the_import_to_undo_first(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var first = await app.ImportAsync(Orders, "march.csv");
        await app.ImportAsync(Orders.Replace("100.50", "99"), "march-corrected.csv");

        var refusal = await Assert.ThrowsAsync<RuleException>(() => app.UndoAsync(first));

        Assert.Equal("import.changed-later", refusal.Code);
        Assert.Equal("march-corrected.csv", refusal.Args[1]);
    }

    [Theory, EachDatabase]
    public async Task An_account_that_a_person_has_edited_survives_the_undo(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var batch = await app.ImportAsync(Orders);
        await app.WithDbAsync(async db =>
        {
            (await db.Accounts.SingleAsync(account => account.Code == "C2")).Rename("乙集团");
            await db.SaveChangesAsync();
        });

        var undone = await app.UndoAsync(batch);

        Assert.Equal(1, undone.Kept);
        Assert.Equal("乙集团", await app.WithDbAsync(db => db.Accounts.Select(account => account.Name).SingleAsync()));
    }

    [Theory, EachDatabase]
    public async Task What_a_person_has_filled_in_is_not_overwritten(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.WithDbAsync(async db =>
        {
            var account = new Domain.Accounts.Account(Domain.Accounts.AccountKind.Company, "甲公司", DateTime.UnixEpoch);
            account.Describe(new() { ProvinceCode = "310000" }, DateTime.UnixEpoch);
            db.Add(account);
            await db.SaveChangesAsync();
        });

        await app.ImportAsync(Orders);

        var known = await app.WithDbAsync(db => db.Accounts.SingleAsync(account => account.Name == "甲公司"));
        Assert.Equal(("310000", "C1"), (known.ProvinceCode, known.Code));
        var entry = await app.WithDbAsync(db => db.AuditEntries.SingleAsync(one => one.Subject == "Account" && one.Action == "changed"));
        Assert.Equal("""{"Code":[null,"C1"]}""", entry.Changes);
    }

    [Theory, EachDatabase]
    public async Task Rejected_rows_are_kept_with_their_cells_and_the_numbers_add_up(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);

        var batch = await app.ImportAsync(Orders + "SO5,1,2026-13-40,C1,甲公司,,,,1,5,\nSO6,1,2026-03-01,C1,甲公司,,,,1,abc,\n");

        Assert.Equal((6, 4, 2), (batch.Read, batch.Accepted, batch.Rejected));
        var rows = await app.WithDbAsync(db => db.RejectedRows.OrderBy(row => row.Position).ToListAsync());
        Assert.Equal([6, 7], rows.Select(row => row.Row));
        Assert.Equal(["date.unreadable", "number.unreadable"], rows.Select(row => row.Code));
        Assert.Contains("abc", rows[1].Cells);
    }

    [Theory, EachDatabase]
    public async Task A_file_that_is_changed_after_its_upload_fails_and_leaves_nothing(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var empty = await app.DumpAsync();
        var files = app.Services.GetRequiredService<Web.Data.Importing.ImportFiles>();
        var batch = await app.WithDbAsync(async db =>
        {
            var stored = await files.StoreAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Orders)), "o.csv", default);
            await File.AppendAllTextAsync(Path.Combine(files.Folder, stored.StoredAs), "SO9,1,2026-03-01,C9,乙,,,,1,5,\n");
            var brought = new ImportBatch
            {
                FileName = "o.csv",
                StoredAs = stored.StoredAs,
                FileHash = stored.Hash,
                FileSize = stored.Size,
                Mapping = "{}",
            };
            brought.AskForLoad();
            db.Add(brought);
            await db.SaveChangesAsync();
            return brought;
        });

        var ended = await app.EndOfAsync(batch.Id);

        Assert.Equal((ImportState.Failed, "import.file-changed"), (ended.State, ended.ErrorCode));
        Assert.Equal(empty, await app.DumpAsync());
    }

    [Theory, EachDatabase]
    public async Task The_ledger_is_evaluated_after_an_import(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);

        await app.ImportAsync(Orders);

        await Eventually.TrueAsync(() => app.WithDbAsync(db => db.Evaluations.AnyAsync()), "an evaluation");
    }
}
