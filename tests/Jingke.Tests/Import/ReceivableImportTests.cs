using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Jingke.Domain.Imports;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Features.Duplicates.Merging;
using Jingke.Web.Ledger.Receivables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Jingke.Tests.Import.GivenReceivables;
using static Jingke.Tests.Import.ImportWizard;

namespace Jingke.Tests.Import;

public sealed class ReceivableImportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Several_rows_of_one_invoice_are_its_receipts(Database database)
    {
        await using var app = await CompanyAsync(database);

        var batch = await app.ImportAsync(Books, "应收.csv");

        Assert.Equal((ImportState.Done, ImportKind.Receivables), (batch.State, batch.Kind));
        Assert.Equal((4, 4, 0, 0), (batch.Read, batch.Accepted, batch.Rejected, batch.Duplicate));
        Assert.Equal(3, await app.WithDbAsync(db => db.Receivables.CountAsync()));
        var (first, second) = (await AccountAsync(app, "甲公司"), await AccountAsync(app, "乙公司"));
        var book = await app.Services.GetRequiredService<ReceivableBook>().RunAsync(Cancel);
        // On 10 April of F2 400 are open, due ten days ago; F3 is not due yet.
        Assert.Equal(new Owed(400_0000, 400_0000, 10, 1, 1), book.Of(first, new(2026, 4, 10)));
        Assert.Equal(new Owed(300_0000, 0, 0, 1, 0), book.Of(second, new(2026, 4, 10)));
        // F1: 600 x 25 days. F2: 500.50 x 2 days, then 400 x 8.
        Assert.Equal(
            ((600 * 25) + (500.5 * 2) + (400 * 8)) * 10_000,
            book.LateAmountDays(first, new(new(2026, 1, 1), new(2026, 4, 10))),
            3
        );
    }

    [Theory, EachDatabase]
    public async Task The_same_file_again_adds_nothing_and_a_later_one_adds_what_came_in_since(Database database)
    {
        await using var app = await CompanyAsync(database);
        await app.ImportAsync(Books, "一月.csv");

        var again = await app.ImportAsync(Books, "再来.csv");
        var later = await app.ImportAsync(Books + ",乙公司,F3,2026-04-01,2026-05-01,300,2026-05-06,300\n", "五月.csv");

        Assert.Equal((4, 0, 4), (again.Read, again.Accepted, again.Duplicate));
        Assert.Equal((5, 1, 4, 1), (later.Read, later.Accepted, later.Duplicate, later.Updated));
        var book = await app.Services.GetRequiredService<ReceivableBook>().RunAsync(Cancel);
        Assert.Equal(0, book.Of(await AccountAsync(app, "乙公司"), new(2026, 6, 1)).Open);
    }

    [Theory, EachDatabase]
    public async Task Two_equal_payments_of_one_day_are_two(Database database)
    {
        await using var app = await CompanyAsync(database);

        await app.ImportAsync(
            Header + "C1,,F9,2026-01-05,2026-02-04,100,2026-02-01,30\nC1,,F9,2026-01-05,2026-02-04,100,2026-02-01,30\n",
            "应收.csv"
        );

        Assert.Equal(60_0000, await app.WithDbAsync(db => db.Receipts.SumAsync(receipt => receipt.Amount)));
    }

    [Theory, EachDatabase]
    public async Task Rows_that_cannot_be_taken_come_back_with_their_reason(Database database)
    {
        await using var app = await CompanyAsync(database);
        await app.ImportAsync(Books, "应收.csv");

        var batch = await app.ImportAsync(
            Header
                + "C1,甲公司,F7,2026-01-05,2026-02-04,70,,\n"
                + "C9,没有这家,F8,2026-01-05,2026-02-04,80,,\n"
                + "C1,甲公司,F7,2026-01-05,2026-02-04,71,,\n"
                + "C1,甲公司,,2026-01-05,2026-02-04,90,,\n"
                + "C1,甲公司,F10,2026-01-05,,90,,\n"
                + "C1,甲公司,F11,2026-01-05,2026-02-04,90,,20\n"
                + "合计,,,,,500,,\n",
            "错.csv"
        );

        Assert.Equal((7, 1, 6), (batch.Read, batch.Accepted, batch.Rejected));
        var reasons = await app.WithDbAsync(db => db.RejectedRows.OrderBy(row => row.Position).Select(row => row.Code).ToListAsync());
        Assert.Equal(
            ["account.unknown", "invoice.differs", "invoice.number-missing", "date.missing", "receipt.half", "row.total"],
            reasons
        );
        Assert.Contains(
            "没有这家",
            await app.WithDbAsync(db => db.RejectedRows.Select(row => row.Cells).FirstAsync(cells => cells.Contains("F8")))
        );
    }

    [Theory, EachDatabase]
    public async Task An_undone_import_leaves_nothing_but_an_invoice_that_a_later_one_was_paid_for(Database database)
    {
        await using var app = await CompanyAsync(database);
        var first = await app.ImportAsync(Books, "一月.csv");
        var later = await app.ImportAsync(Header + ",乙公司,F3,2026-04-01,2026-05-01,300,2026-05-06,300\n", "五月.csv");

        first = await app.UndoAsync(first);
        var left = await app.WithDbAsync(db => db.Receivables.Select(receivable => receivable.InvoiceNo).ToListAsync());
        await app.UndoAsync(later);

        Assert.Equal((ImportState.Undone, 1), (first.State, first.Kept));
        Assert.Equal(["F3"], left);
        Assert.Equal(0, await app.WithDbAsync(db => db.Receipts.CountAsync()));
        Assert.Equal(2, await app.WithDbAsync(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task English_headers_in_another_order_are_recognised()
    {
        await using var app = await CompanyAsync(Database.Sqlite);

        var batch = await app.ImportAsync(
            "Invoice No,Customer Name,Invoice Date,Due Date,Invoice Amount,Payment Date,Paid Amount\nI-1,甲公司,2026-01-05,2026-02-04,\"1,200.00\",,0\n",
            "aging.csv"
        );

        Assert.Equal((ImportKind.Receivables, 1), (batch.Kind, batch.Accepted));
        Assert.Equal(1200_0000, await app.WithDbAsync(db => db.Receivables.Select(receivable => receivable.Amount).SingleAsync()));
    }

    [Theory, EachDatabase]
    public async Task Finance_brings_receivables_and_nothing_else(Database database)
    {
        await using var app = await CompanyAsync(database);
        using var finance = await app.SignedInAsync(Role.Finance);
        using var rep = await app.SignedInAsync(Role.Rep);
        var sales = await app.ImportAsync("订单号,订单日期,客户名称,销售额\nSO1,2026-03-01,甲公司,100\n");

        var batch = await WalkAsync(app, finance, Encoding.UTF8.GetBytes(Books), "应收.csv");
        var orders = await UploadAsync(finance, "订单号,订单日期,客户名称,销售额\nSO2,2026-03-01,甲公司,100\n"u8.ToArray(), "订单.csv");
        using var said = await finance.PostAsync("/api/imports?kind=sales", Body(Books), Cancel);
        using var recognised = await finance.PostAsync("/api/imports?name=a.csv", Body("客户编号,客户名称,行业\nC5,丁公司,食品\n"), Cancel);
        var undo = await JingkeApp.PostFormAsync(finance, $"/imports/{batch.Id}", [], $"/imports/{sales.Id}/undo");
        using var taken = await finance.PostAsync("/api/imports?name=b.csv", Body(Books), Cancel);

        Assert.Equal((ImportState.Done, 4), (batch.State, batch.Accepted));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, orders.StatusCode);
        Assert.Contains("您只能导入应收款", WebUtility.HtmlDecode(await orders.TextAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, said.StatusCode);
        Assert.Contains("import.kind-not-allowed", await said.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, recognised.StatusCode);
        Assert.NotEqual(HttpStatusCode.SeeOther, undo.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await finance.GetAsync($"/imports/{sales.Id}", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await finance.GetAsync("/imports/unattributed", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await rep.GetAsync("/imports/new", Cancel)).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task An_account_shows_what_it_owes_to_those_who_see_it(Database database)
    {
        await using var app = await CompanyAsync(database);
        using var admin = await app.SignedInAsync(Role.Administrator);
        await app.ImportAsync(Books, "应收.csv");
        var account = await AccountAsync(app, "甲公司");

        var overview = WebUtility.HtmlDecode(await admin.GetStringAsync($"/accounts/{account}", Cancel));
        var invoices = WebUtility.HtmlDecode(await admin.GetStringAsync($"/accounts/{account}?tab=receivables", Cancel));
        var file = await admin.GetStringAsync($"/accounts/{account}/receivables/export?format=csv", Cancel);
        using var other = await app.SignedInAsync(Role.Rep);

        Assert.Contains("400.00", overview);
        Assert.Contains("1 张，最久", overview);
        Assert.Contains("F2", invoices);
        Assert.Contains("100.50", invoices);
        Assert.Contains("F1", file);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await other.GetAsync($"/accounts/{account}/receivables/export?format=csv", Cancel)).StatusCode
        );
    }

    [Theory, EachDatabase]
    public async Task Invoices_follow_their_account_when_it_is_merged(Database database)
    {
        await using var app = await CompanyAsync(database);
        await app.GivenUserAsync(Role.Administrator);
        await app.ImportAsync(Books, "应收.csv");
        var (into, from) = (await AccountAsync(app, "甲公司"), await AccountAsync(app, "乙公司"));

        await app.WithDbAsync(async db =>
        {
            var versions = await db.Accounts.AsNoTracking().ToDictionaryAsync(account => account.Id, account => account.Version);
            var input = new MergeAccounts.Input
            {
                Into = into,
                From = from,
                IntoVersion = versions[into],
                FromVersion = versions[from],
            };
            await new MergeAccounts(db, TimeProvider.System).RunAsync(input, Cancel);
        });

        var book = await app.Services.GetRequiredService<ReceivableBook>().RunAsync(Cancel);
        Assert.Equal(700_0000, book.Of(into, new(2026, 4, 10)).Open);
        Assert.False(book.Has(from));
    }

    private static ByteArrayContent Body(string text)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return content;
    }
}
