using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

public sealed class FileTests
{
    [Theory, EachDatabase]
    public async Task A_file_is_brought_and_read(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);
        var id = await app.GivenAccountAsync("有合同的公司");

        using var brought = await BringAsync(client, id, "../年度 合同.pdf", "合同正文");
        var file = await app.WithDbAsync(db => db.Attachments.SingleAsync());
        using var read = await client.GetAsync($"/files/{file.Id}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.SeeOther, brought.StatusCode);
        Assert.Equal("年度 合同.pdf", file.FileName);
        Assert.Equal("合同正文", await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("attachment", read.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("application/octet-stream", read.Content.Headers.ContentType?.MediaType);
        Assert.Contains("nosniff", read.Headers.GetValues("X-Content-Type-Options"));
        Assert.Contains("年度 合同.pdf", await (await client.GetAsync($"/accounts/{id}?tab=card")).TextAsync(), StringComparison.Ordinal);
        Assert.Equal(
            ["attached", "downloaded"],
            await app.WithDbAsync(db =>
                db.AuditEntries.Where(entry => entry.Changes.Contains("合同.pdf"))
                    .OrderBy(entry => entry.Id)
                    .Select(entry => entry.Action)
                    .ToListAsync()
            )
        );
    }

    [Theory, EachDatabase]
    public async Task A_fact_names_the_file_that_proves_it(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);
        var (id, other) = (await app.GivenAccountAsync("有执照的公司"), await app.GivenAccountAsync("另一家"));
        using var brought = await BringAsync(client, id, "执照.jpg", "x");
        using var elsewhere = await BringAsync(client, other, "别家.jpg", "x");
        var files = await app.WithDbAsync(db => db.Attachments.ToDictionaryAsync(each => each.AccountId, each => each.Id));

        using var recorded = await RecordAsync(client, id, files[id]);
        using var refused = await RecordAsync(client, id, files[other]);

        Assert.Equal(HttpStatusCode.SeeOther, recorded.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal([files[id]], await app.WithDbAsync(db => db.Facts.Select(fact => fact.AttachmentId!.Value).ToListAsync()));
        Assert.Contains(
            $"/files/{files[id]}",
            await client.GetStringAsync($"/accounts/{id}/card/chief-executive"),
            StringComparison.Ordinal
        );

        using var removed = await client.PressAsync($"/files/{files[id]}/delete");
        Assert.Equal(HttpStatusCode.SeeOther, removed.StatusCode);
        Assert.Equal([null], await app.WithDbAsync(db => db.Facts.Select(fact => fact.AttachmentId).ToListAsync()));
        Assert.Single(Directory.GetFiles(Path.Combine(app.DataFolder, "attachments")));
    }

    [Theory, EachDatabase]
    public async Task A_file_that_proves_a_hidden_value_is_read_by_those_who_may_reveal_it(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        using var finance = await app.SignedInAsync(Role.Finance);
        var id = await app.GivenAccountAsync("有秘密的公司");
        var contact = await app.GivenContactAsync(id, "陈总");
        using var brought = await BringAsync(keeper, id, "身份证.jpg", "x");
        var file = await app.WithDbAsync(db => db.Attachments.Select(each => each.Id).SingleAsync());
        using var before = await finance.GetAsync($"/files/{file}", TestContext.Current.CancellationToken);
        using var recorded = await JingkeApp.PostFormAsync(
            keeper,
            $"/accounts/{id}/card/record?contact={contact}",
            [new("_handler", "facts"), new("v.age", "45"), new("first-hand", "yes"), new("proof", $"{file}")]
        );

        using var refused = await finance.GetAsync($"/files/{file}", TestContext.Current.CancellationToken);
        using var read = await keeper.GetAsync($"/files/{file}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.SeeOther, recorded.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (before.StatusCode, read.StatusCode));
        Assert.Contains("证明的是敏感资料", await refused.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("坏.exe", "x", "不收“.exe”这类文件")]
    [InlineData("页面.html", "x", "不收“.html”这类文件")]
    [InlineData("空.pdf", "", "文件“空.pdf”是空的")]
    public async Task What_cannot_be_kept_is_refused_with_its_reason(string name, string content, string reason)
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        using var client = await app.SignedInAsync(Role.Administrator);
        var id = await app.GivenAccountAsync("公司");

        using var answer = await BringAsync(client, id, name, content);

        Assert.Contains(reason, await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDbAsync(db => db.Attachments.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Nobody_reads_or_removes_a_file_of_an_account_out_of_scope(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        using var stranger = await app.SignedInAsync(Role.Rep);
        var id = await app.GivenAccountAsync("别人的公司");
        using var brought = await BringAsync(keeper, id, "合同.pdf", "合同正文");
        var file = await app.WithDbAsync(db => db.Attachments.Select(each => each.Id).SingleAsync());

        using var read = await stranger.GetAsync($"/files/{file}", TestContext.Current.CancellationToken);
        using var removed = await stranger.PressAsync($"/files/{file}/delete");
        using var written = await BringAsync(stranger, id, "假.pdf", "x");

        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
            (read.StatusCode, removed.StatusCode, written.StatusCode)
        );
        Assert.Equal(1, await app.WithDbAsync(db => db.Attachments.CountAsync()));
    }

    private static Task<HttpResponseMessage> RecordAsync(HttpClient client, long account, long proof) =>
        JingkeApp.PostFormAsync(
            client,
            $"/accounts/{account}/card/record",
            [new("_handler", "facts"), new("v.chief-executive", "李经理"), new("first-hand", "yes"), new("proof", $"{proof}")]
        );

    private static async Task<HttpResponseMessage> BringAsync(HttpClient client, long account, string name, string content)
    {
        var html = await client.GetStringAsync("/password");
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent(
                    WebUtility.HtmlDecode(Regex.Match(html, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value)
                ),
                "__RequestVerificationToken"
            },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", name },
        };
        return await client.PostAsync($"/accounts/{account}/files", form, TestContext.Current.CancellationToken);
    }
}
