using Jingke.Web.Common;
using Jingke.Web.Common.Forms;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Attachments;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.Files;

/// <summary>Files of accounts come in, are read and are removed.</summary>
internal static class FileRoutes
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapAccountFiles(this IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/accounts/{id:long}/files", BringAsync)
            .WithMetadata(
                new RequireAntiforgeryTokenAttribute(),
                // With room for the form around the file; what is larger is not even read.
                new RequestSizeLimitAttribute(AttachmentFiles.MaximumBytes + (1 << 20))
            )
            .RequireAuthorization(Policies.EditAccounts);
        routes.MapGet("/files/{id:long}", ReadAsync).RequireAuthorization(Policies.SeeAccounts);
        routes
            .MapPost("/files/{id:long}/delete", RemoveAsync)
            .WithMetadata(new RequireAntiforgeryTokenAttribute())
            .RequireAuthorization(Policies.EditAccounts);
    }

    private static async Task<SeeOther> BringAsync(HttpContext http, long id, FilesOfAccount command, IStringLocalizer<AccountTexts> words)
    {
        // Not bound as a parameter: the route would then answer other requests as if it were not there.
        var file = http.Request.HasFormContentType ? (await http.Request.ReadFormAsync(http.RequestAborted)).Files["file"] : null;
        Flash.Set(http, words["Files.Kept", await command.BringAsync(id, file, http.RequestAborted)]);
        return SeeOther.Local($"/accounts/{id}?tab=card");
    }

    private static async Task<FileStreamHttpResult> ReadAsync(HttpContext http, long id, FilesOfAccount query)
    {
        var (content, name) = await query.OpenAsync(id, http.RequestAborted);
        // Never shown in place: a file may pretend to be a page of ours.
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.File(content, "application/octet-stream", name);
    }

    private static async Task<SeeOther> RemoveAsync(HttpContext http, long id, FilesOfAccount command, IStringLocalizer<AccountTexts> words)
    {
        var (account, name) = await command.RemoveAsync(id, http.RequestAborted);
        Flash.Set(http, words["Files.Removed", name]);
        return SeeOther.Local($"/accounts/{account}?tab=card");
    }
}
