using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Jingke.Domain.Imports;
using Jingke.Tests.Support;
using Xunit;

namespace Jingke.Tests.Import;

/// <summary>Walks the pages of an import as a browser without script does.</summary>
internal static partial class ImportWizard
{
    /// <summary>Uploads a file, accepts the columns as they were recognised, checks and loads it.</summary>
    /// <returns>The import when it has ended.</returns>
    public static async Task<ImportBatch> WalkAsync(JingkeApp app, HttpClient client, byte[] content, string name)
    {
        var uploaded = await UploadAsync(client, content, name);
        Assert.True(uploaded.StatusCode == HttpStatusCode.SeeOther, await uploaded.TextAsync());
        var (columns, id) = (uploaded.Headers.Location!.OriginalString, IdOf(uploaded));
        var fields = FieldsOf(await client.GetStringAsync(columns));

        var mapped = await JingkeApp.PostFormAsync(client, columns, [.. fields, new("next", "check")], $"/imports/{id}/mapping");
        Assert.True(mapped.Headers.Location?.OriginalString == $"/imports/{id}", await mapped.TextAsync());
        Assert.Equal(ImportState.Checked, (await app.EndOfAsync(id)).State);
        await JingkeApp.PostFormAsync(client, $"/imports/{id}", [], $"/imports/{id}/load");
        return await app.EndOfAsync(id);
    }

    /// <summary>Uploads a file.</summary>
    public static async Task<HttpResponseMessage> UploadAsync(HttpClient client, byte[] content, string name)
    {
        var token = Token().Match(await client.GetStringAsync("/imports/new")).Groups[1].Value;
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(WebUtility.HtmlDecode(token)), "__RequestVerificationToken");
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", name);
        return await client.PostAsync("/imports/upload", form);
    }

    /// <summary>Number of the import that an upload has made.</summary>
    public static long IdOf(HttpResponseMessage uploaded) =>
        long.Parse(uploaded.Headers.Location!.OriginalString.Split('/')[2], CultureInfo.InvariantCulture);

    /// <summary>What a browser would send of the page of columns: the chosen option of each select.</summary>
    public static List<KeyValuePair<string, string>> FieldsOf(string page) =>
        [
            .. Select()
                .Matches(page)
                .Select(select => new KeyValuePair<string, string>(
                    select.Groups[1].Value,
                    Chosen().Match(select.Groups[2].Value) is { Success: true } chosen ? WebUtility.HtmlDecode(chosen.Groups[1].Value) : ""
                )),
        ];

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<select[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option value=\"([^\"]*)\" selected")]
    private static partial Regex Chosen();
}
