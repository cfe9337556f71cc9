using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Xunit;

namespace Jingke.Tests.Common;

/// <summary>How much a browser fetches for its first page, and what it keeps.</summary>
public sealed partial class FirstLoadTests
{
    private const int AtMostBytes = 120 * 1024;

    [Fact]
    public async Task A_first_page_without_charts_stays_under_120_KB_and_its_files_are_kept_for_good()
    {
        Assert.SkipUnless(
            File.Exists(Path.Combine(SourceTree.Root, "src/Jingke.Web/wwwroot/dist/app.js")),
            "The bundle was not built (SkipUi=true)."
        );
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        using var client = await app.SignedInAsync(Role.Administrator);

        var page = await FetchAsync(client, "/no-such-page");
        await using var unpacked = new GZipStream(new MemoryStream(page.Bytes), CompressionMode.Decompress);
        var html = await new StreamReader(unpacked).ReadToEndAsync(TestContext.Current.CancellationToken);
        var files = Files().Matches(html).Select(match => match.Groups[1].Value.Split('#')[0]).Distinct().ToList();
        var total = page.Bytes.Length;
        foreach (var address in files)
        {
            var file = await FetchAsync(client, address);
            Assert.True(file.Answer.IsSuccessStatusCode, $"{address}: {file.Answer.StatusCode}");
            Assert.True(
                file.Answer.Headers.CacheControl?.ToString().Contains("immutable") == true,
                $"{address}: {file.Answer.Headers.CacheControl}"
            );
            total += file.Bytes.Length;
        }

        Assert.Contains("gzip", page.Answer.Content.Headers.ContentEncoding);
        Assert.Equal(4, files.Count);
        Assert.InRange(total, 30_000, AtMostBytes);
    }

    private static async Task<(HttpResponseMessage Answer, byte[] Bytes)> FetchAsync(HttpClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        var answer = await client.SendAsync(request);
        return (answer, await answer.Content.ReadAsByteArrayAsync());
    }

    [GeneratedRegex("(?:href|src)=\"(/[^\"]+\\.(?:css|js|svg)[^\"]*)\"")]
    private static partial Regex Files();
}
