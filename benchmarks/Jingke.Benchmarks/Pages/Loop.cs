using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace Jingke.Benchmarks.Pages;

/// <summary>Asks for pages over loopback as a browser does, compressed, and keeps the time of each answer.</summary>
internal static class Loop
{
    /// <summary>A client that is somebody, and takes compressed answers as they come.</summary>
    public static HttpClient NewClient(Uri address, string cookie)
    {
        var client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.None,
            }
        )
        {
            BaseAddress = address,
        };
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }

    /// <summary>Asks for pages, so many at once.</summary>
    /// <returns>Milliseconds of each answer.</returns>
    /// <exception cref="InvalidOperationException">An answer is not 200.</exception>
    public static async Task<double[]> RunAsync(HttpClient client, Func<int, string> page, int count, int atOnce)
    {
        var (times, next) = (new double[count], -1);
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(WorkAsync)));
        return times;

        async Task WorkAsync()
        {
            for (int at; (at = Interlocked.Increment(ref next)) < count; )
            {
                var watch = Stopwatch.GetTimestamp();
                using var answer = await client.GetAsync(page(at));
                await answer.Content.ReadAsByteArrayAsync();
                times[at] = Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
                if (answer.StatusCode != HttpStatusCode.OK)
                    throw new InvalidOperationException($"{page(at)} answered {(int)answer.StatusCode}.");
            }
        }
    }

    /// <summary>Asks for pages, so many at once, until the time is over.</summary>
    public static async Task WarmAsync(HttpClient client, Func<int, string> page, TimeSpan time, int atOnce)
    {
        const int Round = 100;
        var watch = Stopwatch.StartNew();
        for (var at = 0; watch.Elapsed < time; at += Round)
        {
            var from = at;
            await RunAsync(client, next => page(from + next), Round, atOnce);
        }
    }

    /// <summary>The text of an answer that may be compressed.</summary>
    public static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        await using var content = await answer.Content.ReadAsStreamAsync();
        await using Stream plain = answer.Content.Headers.ContentEncoding.FirstOrDefault() switch
        {
            "br" => new BrotliStream(content, CompressionMode.Decompress),
            "gzip" => new GZipStream(content, CompressionMode.Decompress),
            _ => content,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
