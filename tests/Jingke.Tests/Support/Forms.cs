using System.Net;

namespace Jingke.Tests.Support;

/// <summary>Sends forms of pages as a browser without script does.</summary>
public static class Forms
{
    /// <summary>Opens a page, fills a form of it and sends it.</summary>
    /// <param name="client">Who does it.</param>
    /// <param name="page">The page with the form.</param>
    /// <param name="form">Name of the form.</param>
    /// <param name="fields">Fields of the input by name, without its prefix.</param>
    public static Task<HttpResponseMessage> SendAsync(
        this HttpClient client,
        string page,
        string form,
        params IEnumerable<(string Name, string Value)> fields
    ) =>
        JingkeApp.PostFormAsync(
            client,
            page,
            [
                new("_handler", form),
                .. fields.Select(field => new KeyValuePair<string, string>(
                    field.Name.Contains('.', StringComparison.Ordinal) ? field.Name : $"Input.{field.Name}",
                    field.Value
                )),
            ]
        );

    /// <summary>Sends fields to an endpoint that has no page of its own, as a button does.</summary>
    public static Task<HttpResponseMessage> PressAsync(
        this HttpClient client,
        string address,
        params IEnumerable<(string Name, string Value)> fields
    ) =>
        JingkeApp.PostFormAsync(
            client,
            "/password",
            [.. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))],
            address
        );

    /// <summary>The text of a page, entities decoded.</summary>
    public static async Task<string> TextAsync(this HttpResponseMessage response) =>
        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
}
