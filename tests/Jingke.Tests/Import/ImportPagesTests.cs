using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Jingke.Domain.Imports;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Jingke.Tests.Import.ImportWizard;

namespace Jingke.Tests.Import;

public sealed class ImportPagesTests
{
    private const string Orders =
        "订单号,订单日期,客户名称,销售额,备注\nSO1,2026-03-01,甲公司,100.50,=1+1\nSO2,2026-03-02,,50,x\nSO3,2026-03-03,乙公司,abc,=HYPERLINK(\"x\")\n";

    [Theory, EachDatabase]
    public async Task The_wizard_leads_from_a_file_to_its_result_and_back(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);

        var uploaded = await UploadAsync(client, Encoding.UTF8.GetBytes(Orders), "三月订单.csv");
        var columns = uploaded.Headers.Location!.OriginalString;
        var id = ImportWizard.IdOf(uploaded);
        var page = await client.GetStringAsync(columns);
        Assert.Contains("三月订单.csv", page);
        Assert.Contains("甲公司", page);
        Assert.Contains("会退回", page);

        await JingkeApp.PostFormAsync(client, columns, [.. FieldsOf(page), new("next", "check")], $"/imports/{id}/mapping");
        await app.EndOfAsync(id);
        var check = await client.GetStringAsync($"/imports/{id}");
        Assert.Contains("导入 2 行", check);
        Assert.Contains("abc", check);
        Assert.Equal(0, await app.WithDbAsync(db => db.SalesLines.CountAsync()));

        await JingkeApp.PostFormAsync(client, $"/imports/{id}", [], $"/imports/{id}/load");
        await app.EndOfAsync(id);
        var result = WebUtility.HtmlDecode(await client.GetStringAsync($"/imports/{id}"));
        Assert.Contains("导入 2 + 已有 0 + 退回 1 = 读取 3 行", result);

        var rejects = await client.GetStringAsync($"/imports/{id}/rejected?format=csv");
        Assert.Contains("“销售额”的“abc”不是数字", rejects);
        Assert.Contains("'=HYPERLINK", rejects);

        await JingkeApp.PostFormAsync(client, $"/imports/{id}", [], $"/imports/{id}/undo");
        Assert.Equal(ImportState.Undone, (await app.EndOfAsync(id)).State);
        Assert.Contains("已整批撤销", await client.GetStringAsync($"/imports/{id}"));
    }

    [Theory, EachDatabase]
    public async Task A_mapping_is_remembered_for_the_next_file_with_the_same_headers(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);
        var id = await UploadedAsync(client, Orders);
        var page = await client.GetStringAsync($"/imports/{id}/columns");
        // 备注 is taken for the salesperson from now on.
        var fields = FieldsOf(page).Where(field => field.Key != "column-4").Append(new("column-4", "Salesperson"));
        await JingkeApp.PostFormAsync(client, $"/imports/{id}/columns", [.. fields, new("next", "check")], $"/imports/{id}/mapping");
        await app.EndOfAsync(id);
        await JingkeApp.PostFormAsync(client, $"/imports/{id}", [], $"/imports/{id}/load");
        await app.EndOfAsync(id);

        var next = await UploadedAsync(client, Orders.Replace("2026", "2025", StringComparison.Ordinal));

        var remembered = FieldsOf(await client.GetStringAsync($"/imports/{next}/columns"));
        Assert.Contains(new("column-4", "Salesperson"), remembered);
    }

    [Theory, EachDatabase]
    public async Task Dates_that_can_be_read_in_two_ways_are_asked_about(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);
        var id = await UploadedAsync(client, "Order No,Order Date,Customer,Amount\nA1,03/04/2026,Acme,10\nA2,05/06/2026,Acme,20\n");
        Assert.Contains("分不清日和月", await client.GetStringAsync($"/imports/{id}/columns"));
        await JingkeApp.PostFormAsync(
            client,
            $"/imports/{id}/columns",
            [.. FieldsOf(await client.GetStringAsync($"/imports/{id}/columns")), new("next", "check")],
            $"/imports/{id}/mapping"
        );
        await app.EndOfAsync(id);

        var refused = await JingkeApp.PostFormAsync(client, $"/imports/{id}", [], $"/imports/{id}/load");
        await JingkeApp.PostFormAsync(client, $"/imports/{id}", [new("dateOrder", "dmy")], $"/imports/{id}/answer");
        await app.EndOfAsync(id);
        await JingkeApp.PostFormAsync(client, $"/imports/{id}", [], $"/imports/{id}/load");
        await app.EndOfAsync(id);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(new DateOnly(2026, 4, 3), await app.WithDbAsync(db => db.SalesLines.MinAsync(line => line.OrderedOn)));
    }

    [Theory, EachDatabase]
    public async Task Lines_without_a_customer_are_given_to_an_account_and_stay_there(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);
        await app.ImportAsync(Orders);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/imports/unattributed"));
        Assert.Contains("SO2", page);
        Assert.Contains("50.00", page);
        Assert.Equal(500_000, (await app.LedgerWithLinesAsync(1)).Ledger.Unattributed.Total().Amount);

        var assigned = await JingkeApp.PostFormAsync(
            client,
            "/imports/unattributed",
            [new("by", "Order"), new("key", "SO2"), new("account", "甲公司")],
            "/imports/unattributed/assign"
        );
        var again = await app.ImportAsync(Orders);

        Assert.Equal(HttpStatusCode.SeeOther, assigned.StatusCode);
        Assert.Equal(0, await app.WithDbAsync(db => db.UnattributedLines.CountAsync()));
        Assert.Equal(2, await app.WithDbAsync(db => db.SalesLines.CountAsync(line => line.Account!.Name == "甲公司")));
        Assert.Equal(0, again.Accepted);
        Assert.Equal(0, (await app.LedgerWithLinesAsync(2)).Ledger.Unattributed.Total().Amount);
        Assert.True(await app.WithDbAsync(db => db.AuditEntries.AnyAsync(entry => entry.Action == "lines-assigned")));
    }

    [Theory, EachDatabase]
    public async Task A_program_sends_a_file_and_asks_what_became_of_it(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Manager);

        var accepted = await client.PostAsync("/api/imports?name=orders.csv", new ByteArrayContent(Encoding.UTF8.GetBytes(Orders)));
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var id = (await accepted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
        await app.EndOfAsync(id);
        var answer = await client.GetFromJsonAsync<JsonElement>(accepted.Headers.Location);

        Assert.Equal(
            ("Done", 2, 1),
            (answer.GetProperty("state").GetString(), answer.GetProperty("accepted").GetInt32(), answer.GetProperty("rejected").GetInt32())
        );
    }

    [Theory]
    [InlineData("", "空文件")]
    [InlineData("GIF89a......", "图片")]
    [InlineData("%PDF-1.4\n", "PDF")]
    public async Task A_file_that_is_none_is_refused_with_a_sentence_and_leaves_nothing(string content, string words)
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        using var client = await app.SignedInAsync(Role.Administrator);

        var refused = await UploadAsync(client, Encoding.Latin1.GetBytes(content), "renamed.xlsx");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(words, await refused.Content.ReadAsStringAsync());
        Assert.Equal(0, await app.WithDbAsync(db => db.ImportBatches.CountAsync()));
        Assert.Empty(Directory.GetFiles(Path.Combine(app.DataFolder, "imports"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_upload_without_its_token_is_refused()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        using var client = await app.SignedInAsync(Role.Administrator);
        using var form = new MultipartFormDataContent { { new StringContent(Orders), "file", "orders.csv" } };

        var refused = await client.PostAsync("/imports/upload", form);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(0, await app.WithDbAsync(db => db.ImportBatches.CountAsync()));
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused_and_not_kept()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite, "--MaximumUploadBytes", "1000");
        using var client = await app.SignedInAsync(Role.Administrator);

        var refused = await UploadAsync(client, new byte[5_000], "large.csv");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Empty(Directory.GetFiles(Path.Combine(app.DataFolder, "imports"), "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(Role.Rep)]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.Executive)]
    public async Task Only_those_who_may_import_see_anything_of_it(Role role)
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        var batch = await app.ImportAsync(Orders);
        using var client = await app.SignedInAsync(role);

        foreach (
            var address in (string[])
                [
                    "/imports",
                    "/imports/new",
                    $"/imports/{batch.Id}",
                    $"/imports/{batch.Id}/body",
                    $"/imports/{batch.Id}/rejected",
                    "/imports/unattributed",
                    $"/api/imports/{batch.Id}",
                ]
        )
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync("/api/imports", new StringContent(Orders))).StatusCode);
    }

    private static async Task<long> UploadedAsync(HttpClient client, string content) =>
        ImportWizard.IdOf(await UploadAsync(client, Encoding.UTF8.GetBytes(content), "orders.csv"));
}
