using Jingke.Domain;
using Jingke.Domain.Imports;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Importing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Jingke.Web.Features.Import.Uploading;

/// <summary>Takes the file out of a request as it comes in. The framework's own form reading would write it to a temporary file first.</summary>
internal sealed class Upload(BringFile bring, IAntiforgery antiforgery, JingkeOptions options)
{
    private const string Token = "__RequestVerificationToken";

    // Headers and boundaries of the form, besides the file.
    private const long Slack = 1 << 20;

    /// <summary>Reads a form with a token and a file, in this order.</summary>
    /// <exception cref="RuleException">import.file-missing, or why the file cannot be imported.</exception>
    /// <exception cref="BadHttpRequestException">It is no such form.</exception>
    public async Task<ImportBatch> FormAsync(HttpContext http, CurrentUser user, CancellationToken cancel)
    {
        Widen(http);
        var reader = new MultipartReader(BoundaryOf(http.Request), http.Request.Body);
        var trusted = false;
        while (await reader.ReadNextSectionAsync(cancel) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part))
                continue;
            if (part.Name == Token)
            {
                await TrustAsync(http, section, cancel);
                trusted = true;
            }
            else if (part.IsFileDisposition() && NameOf(part) is { Length: > 0 } name)
                return trusted
                    ? await bring.RunAsync(section.Body, new(name, By: user.Id, OnlyReceivables: !user.Viewer.BringsEverything()), cancel)
                    : throw new BadHttpRequestException("The token must come before the file.");
        }
        throw new RuleException("import.file-missing");
    }

    /// <summary>Reads the body of a call: the file itself, or a form with one.</summary>
    public async Task<ImportBatch> BodyAsync(HttpContext http, BringFile.Request request, CancellationToken cancel)
    {
        Widen(http);
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || type.MediaType != "multipart/form-data")
            return await bring.RunAsync(http.Request.Body, request, cancel);
        var reader = new MultipartReader(BoundaryOf(http.Request), http.Request.Body);
        while (await reader.ReadNextSectionAsync(cancel) is { } section)
            if (
                ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part)
                && part.IsFileDisposition()
                && NameOf(part) is { Length: > 0 } name
            )
                return await bring.RunAsync(section.Body, request with { Name = name }, cancel);
        throw new RuleException("import.file-missing");
    }

    private void Widen(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = options.MaximumUploadBytes > long.MaxValue - Slack ? null : options.MaximumUploadBytes + Slack;
    }

    private async Task TrustAsync(HttpContext http, MultipartSection section, CancellationToken cancel)
    {
        using var text = new StreamReader(section.Body);
        // The framework looks for the token in a header first, and then does not read the form for it.
        http.Request.Headers["RequestVerificationToken"] = (await text.ReadToEndAsync(cancel)).Trim();
        await antiforgery.ValidateRequestAsync(http);
    }

    private static string BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 } boundary
            ? boundary.ToString()
            : throw new BadHttpRequestException("The request is no form with a file.");

    private static string NameOf(ContentDispositionHeaderValue part) =>
        (part.FileNameStar.HasValue ? part.FileNameStar : HeaderUtilities.RemoveQuotes(part.FileName)).ToString();
}
