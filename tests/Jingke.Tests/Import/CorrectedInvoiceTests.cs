using System.Net;
using System.Text;
using Jingke.Domain.Imports;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Ledger.Receivables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Jingke.Tests.Import.GivenReceivables;
using static Jingke.Tests.Import.ImportWizard;

namespace Jingke.Tests.Import;

/// <summary>Invoices that come again with other days or another amount.</summary>
public sealed class CorrectedInvoiceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task An_invoice_that_comes_again_corrected_is_changed_which_is_said_and_undone(Database database)
    {
        await using var app = await CompanyAsync(database);
        using var boss = await app.SignedInAsync(Role.Administrator);
        await app.ImportAsync(Books, "一月.csv");
        var before = await InvoicesAsync(app);

        // F1 has another amount and day, F2 another due day and one more receipt, F3 is as it was.
        var id = await CheckedAsync(
            app,
            boss,
            Header
                + "C1,甲公司,F1,2026-01-06,2026-02-04,1001,2026-02-01,400\n"
                + "C1,甲公司,F1,2026-01-06,2026-02-04,1001,2026-03-01,600\n"
                + "C1,甲公司,F2,2026-03-01,2026-04-30,500.50,2026-04-20,400\n"
                + ",乙公司,F3,2026-04-01,2026-05-01,300,,\n"
        );
        var preview = WebUtility.HtmlDecode(await boss.GetStringAsync($"/imports/{id}", Cancel));
        Assert.Equal(before, await InvoicesAsync(app));
        await JingkeApp.PostFormAsync(boss, $"/imports/{id}", [], $"/imports/{id}/load");
        var batch = await app.EndOfAsync(id);
        var result = WebUtility.HtmlDecode(await boss.GetStringAsync($"/imports/{id}", Cancel));
        var json = await boss.GetStringAsync($"/api/imports/{id}", Cancel);

        Assert.Contains("会修改 2 张已有的发票", preview);
        Assert.Contains("金额 1,000.00 → 1,001.00、开票日期 2026-01-05 → 2026-01-06", preview);
        Assert.Contains("到期日 2026-03-31 → 2026-04-30", preview);
        Assert.Equal((4, 2, 2, 2, 0), (batch.Read, batch.Accepted, batch.Updated, batch.Duplicate, batch.Rejected));
        Assert.Contains("修改的发票", result);
        Assert.Contains("\"invoicesChanged\":2", json);
        Assert.Equal(
            "F1 2026-01-06 2026-02-04 10010000, F2 2026-03-01 2026-04-30 5005000, F3 2026-04-01 2026-05-01 3000000",
            await InvoicesAsync(app)
        );
        // 1001 - 1000 of F1, nothing of F2.
        var book = await app.Services.GetRequiredService<ReceivableBook>().RunAsync(Cancel);
        Assert.Equal(1_0000, book.Of(await AccountAsync(app, "甲公司"), new(2026, 6, 1)).Open);

        await app.UndoAsync(batch);

        Assert.Equal(before, await InvoicesAsync(app));
        book = await app.Services.GetRequiredService<ReceivableBook>().RunAsync(Cancel);
        Assert.Equal(400_0000, book.Of(await AccountAsync(app, "甲公司"), new(2026, 6, 1)).Open);
        Assert.Equal(0, await app.WithDbAsync(db => db.ImportedChanges.CountAsync(change => change.Subject == "Receivable")));
    }

    [Theory, EachDatabase]
    public async Task Of_imports_that_changed_the_same_invoice_the_last_one_is_undone_first(Database database)
    {
        await using var app = await CompanyAsync(database);
        using var boss = await app.SignedInAsync(Role.Administrator);
        var first = await app.ImportAsync(Books, "一月.csv");
        var second = await app.ImportAsync(Header + ",乙公司,F3,2026-04-01,2026-05-01,310,,\n", "二月.csv");
        var third = await app.ImportAsync(Header + ",乙公司,F3,2026-04-01,2026-05-11,320,,\n", "三月.csv");

        foreach (var early in new[] { first, second })
        {
            var refused = await JingkeApp.PostFormAsync(boss, $"/imports/{early.Id}", [], $"/imports/{early.Id}/undo");
            Assert.Contains("三月.csv", WebUtility.HtmlDecode(await refused.TextAsync()));
        }
        await app.UndoAsync(third);
        Assert.EndsWith("F3 2026-04-01 2026-05-01 3100000", await InvoicesAsync(app));
        await app.UndoAsync(second);
        Assert.EndsWith("F3 2026-04-01 2026-05-01 3000000", await InvoicesAsync(app));
        await app.UndoAsync(first);

        Assert.Equal("", await InvoicesAsync(app));
    }

    [Theory, EachDatabase]
    public async Task Of_rows_of_a_file_that_contradict_each_other_the_first_counts(Database database)
    {
        await using var app = await CompanyAsync(database);
        await app.ImportAsync(Books, "一月.csv");

        var batch = await app.ImportAsync(
            Header
                + "C1,甲公司,F1,2026-01-05,2026-02-04,1000,,\n"
                + "C1,甲公司,F1,2026-01-05,2026-02-04,1001,,\n"
                + ",乙公司,F3,2026-04-01,2026-05-01,310,,\n"
                + ",乙公司,F3,2026-04-01,2026-05-01,300,,\n",
            "二月.csv"
        );

        Assert.Equal((1, 1, 1, 2), (batch.Accepted, batch.Updated, batch.Duplicate, batch.Rejected));
        Assert.All(await app.WithDbAsync(db => db.RejectedRows.ToListAsync()), row => Assert.Equal("invoice.differs", row.Code));
        Assert.EndsWith("F3 2026-04-01 2026-05-01 3100000", await InvoicesAsync(app));
    }

    private static async Task<long> CheckedAsync(JingkeApp app, HttpClient client, string text)
    {
        var uploaded = await UploadAsync(client, Encoding.UTF8.GetBytes(text), "更正.csv");
        var (columns, id) = (uploaded.Headers.Location!.OriginalString, IdOf(uploaded));
        var fields = FieldsOf(await client.GetStringAsync(columns, Cancel));
        await JingkeApp.PostFormAsync(client, columns, [.. fields, new("next", "check")], $"/imports/{id}/mapping");
        Assert.Equal(ImportState.Checked, (await app.EndOfAsync(id)).State);
        return id;
    }

    private static async Task<string> InvoicesAsync(JingkeApp app)
    {
        var invoices = await app.WithDbAsync(db => db.Receivables.AsNoTracking().OrderBy(invoice => invoice.InvoiceNo).ToListAsync());
        return string.Join(
            ", ",
            invoices.Select(each => $"{each.InvoiceNo} {each.InvoicedOn:yyyy-MM-dd} {each.DueOn:yyyy-MM-dd} {each.Amount}")
        );
    }
}
