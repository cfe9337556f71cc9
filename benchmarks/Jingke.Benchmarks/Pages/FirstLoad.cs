using System.Text.RegularExpressions;

namespace Jingke.Benchmarks.Pages;

/// <summary>What a browser fetches at the first visit of a page: the page, its styles, scripts with what they import, icons.</summary>
internal static partial class FirstLoad
{
    private const int MatchMs = 5_000;

    /// <summary>Bytes on the wire by address, compressed as the product sends them.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> MeasureAsync(HttpClient client, string page)
    {
        var sizes = new Dictionary<string, long>();
        var waiting = new Queue<Uri>([new Uri(client.BaseAddress!, page)]);
        while (waiting.TryDequeue(out var address))
        {
            if (address.Authority != client.BaseAddress!.Authority || !sizes.TryAdd(address.PathAndQuery, 0))
                continue;

            using var answer = await client.GetAsync(address);
            await answer.Content.LoadIntoBufferAsync();
            answer.EnsureSuccessStatusCode();
            sizes[address.PathAndQuery] = answer.Content.Headers.ContentLength ?? (await answer.Content.ReadAsByteArrayAsync()).Length;
            foreach (var found in References(answer.Content.Headers.ContentType?.MediaType ?? "", await Loop.TextAsync(answer)))
                waiting.Enqueue(new Uri(address, found));
        }

        return sizes;
    }

    private static IEnumerable<string> References(string kind, string text)
    {
        var pattern = kind switch
        {
            "text/html" => InPage(),
            "text/css" => InStyle(),
            "text/javascript" or "application/javascript" => InScript(),
            _ => null,
        };
        return pattern
                ?.Matches(text)
                .Select(match => match.Groups["address"].Value)
                .Where(found => !found.StartsWith("data:", StringComparison.Ordinal))
            ?? [];
    }

    // Links to other pages are no part of this one: only <link>, <script>, <img> and <use> count.
    [GeneratedRegex(
        """<(?:link[^>]*?\shref|script[^>]*?\ssrc|img[^>]*?\ssrc|use[^>]*?\shref)="(?<address>[^"#]+)""",
        RegexOptions.ExplicitCapture,
        MatchMs
    )]
    private static partial Regex InPage();

    [GeneratedRegex("""url\(["']?(?<address>[^"')#]+)""", RegexOptions.ExplicitCapture, MatchMs)]
    private static partial Regex InStyle();

    // Static imports; what is imported lazily comes only where it is needed.
    [GeneratedRegex("""(?:^|[;}\s])(?:import|export)[^"'()]*["'](?<address>\.{0,2}/[^"']+)["']""", RegexOptions.ExplicitCapture, MatchMs)]
    private static partial Regex InScript();
}
