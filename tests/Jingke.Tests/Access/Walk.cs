using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Jingke.Tests.Support;
using Xunit;

namespace Jingke.Tests.Access;

/// <summary>Asks the product everything that can be asked without changing it, as one person, and looks into each answer.</summary>
internal static partial class Walk
{
    /// <summary>Words that routes take in their path: what an analysis is by, the key of a field.</summary>
    private static readonly string[] Words =
    [
        "province",
        "city",
        "zone",
        "industry",
        "size",
        "ownership",
        "category",
        "product",
        "owner",
        "team",
    ];

    /// <summary>The answers to GET of every route, with the planted account and contact where a route takes an identifier.</summary>
    public static async IAsyncEnumerable<(string Address, string Text)> AnswersAsync(
        JingkeApp app,
        HttpClient client,
        PlantedCompany planted,
        IReadOnlyList<string> queries,
        IReadOnlyList<string>? words = null
    )
    {
        foreach (var route in Route.AllOf(app).Where(route => route.Method == "GET"))
        foreach (
            var word in route.Pattern.Contains("{word", StringComparison.Ordinal)
            || route.Pattern.Contains("{dimension", StringComparison.Ordinal)
                ? words ?? Words
                : [route.Pattern.Contains("/card/", StringComparison.Ordinal) ? PlantedCompany.SensitiveField : Words[0]]
        )
        foreach (var id in (long[])[planted.Account, planted.Contact])
        foreach (var query in queries)
        {
            var path = route.Path(ValuesOf(planted, id, word));
            using var answer = await client.GetAsync(path + query, TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode < 500, $"{route} {query}: {(int)answer.StatusCode}");
            yield return ($"GET {path}{query}", await TextAsync(answer));
        }
    }

    /// <summary>Values for the parameters of a path. Where a route takes an account and a contact, they are those.</summary>
    public static Dictionary<string, string> ValuesOf(PlantedCompany planted, long id, string word) =>
        new()
        {
            ["long"] = $"{id}",
            ["int"] = "1",
            ["guid"] = $"{planted.Owner}",
            [""] = word,
            ["contact"] = $"{planted.Contact}",
        };

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        if (bytes is not [(byte)'P', (byte)'K', ..])
            return WebUtility.HtmlDecode(Encoding.UTF8.GetString(bytes)) + Regex.Unescape(Ascii(bytes));

        // A workbook: what it says lies in its parts.
        using var archive = new ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var part in archive.Entries)
        {
            using var reader = new StreamReader(await part.OpenAsync(TestContext.Current.CancellationToken), Encoding.UTF8);
            text.Append(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
        return WebUtility.HtmlDecode(text.ToString());
    }

    // JSON may write Chinese as \u escapes; anything else with a backslash is left alone.
    private static string Ascii(byte[] bytes) =>
        string.Concat(Escape().Matches(Encoding.UTF8.GetString(bytes)).Select(match => match.Value));

    [GeneratedRegex(@"\\u[0-9a-fA-F]{4}")]
    private static partial Regex Escape();
}
