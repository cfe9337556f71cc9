using Jingke.Domain;
using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Common.Forms;
using Jingke.Web.Data.Access;
using Jingke.Web.Features.Import.MappingStep;
using Jingke.Web.Features.Import.Pages;
using Jingke.Web.Features.Import.Rejects;
using Jingke.Web.Features.Import.Unattributed;
using Jingke.Web.Features.Import.Undoing;
using Jingke.Web.Features.Import.Uploading;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jingke.Web.Features.Import;

/// <summary>What the import pages send and fetch.</summary>
internal static class ImportRoutes
{
    /// <summary>Maps what is no page.</summary>
    public static void MapImport(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/imports").RequireAuthorization(Policies.Import);
        // Checks its token itself: the file must not be read before it can go to its place.
        all.MapPost("upload", UploadAsync).DisableAntiforgery();
        // Where a reload of the answer to a refused file leads.
        all.MapGet("upload", () => new SeeOther("/imports/new"));
        all.MapGet("{id:long}/body", Body);
        all.MapGet("{id:long}/rejected", RejectedAsync);

        var forms = all.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute());
        forms.MapPost("{id:long}/mapping", ColumnsAsync);
        forms.MapPost("{id:long}/answer", AnswerAsync);
        forms.MapPost("{id:long}/load", LoadAsync);
        forms.MapPost("{id:long}/undo", UndoAsync);
        forms.MapPost("{id:long}/remove", RemoveAsync);
        forms.MapPost("unattributed/assign", AssignAsync).RequireAuthorization(Policies.ImportEverything);
        routes.MapImportExports();
        routes.MapImportApi();
    }

    private static async Task<IResult> UploadAsync(HttpContext http, Upload upload, CurrentUser user)
    {
        try
        {
            var batch = await upload.FormAsync(http, user, http.RequestAborted);
            return new SeeOther($"/imports/{batch.Id}/columns");
        }
        catch (RuleException refusal)
        {
            return Refused(refusal);
        }
        catch (AntiforgeryValidationException)
        {
            return new RazorComponentResult<UploadRefused>(new { Problem = ProblemWords.Of("form-expired") })
            {
                StatusCode = StatusCodes.Status400BadRequest,
            };
        }
    }

    private static RazorComponentResult<UploadRefused> Refused(RuleException refusal) =>
        new(new { Problem = ProblemWords.Of(refusal) }) { StatusCode = StatusCodes.Status422UnprocessableEntity };

    private static RazorComponentResult<ImportBody> Body(long id) => new(new { Id = id });

    private static async Task<SeeOther> ColumnsAsync(HttpContext http, long id, SaveMapping save, Sending sending)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        try
        {
            await save.RunAsync(id, MappingForm.Read(form), http.RequestAborted);
        }
        catch (RuleException refusal) when (refusal.Code == "import.field-twice")
        {
            return new($"/imports/{id}/columns?twice={refusal.Args[1]}");
        }
        if (form["next"] != "check")
            return new($"/imports/{id}/columns");
        await sending.CheckAsync(id, http.RequestAborted);
        return new($"/imports/{id}");
    }

    private static async Task<SeeOther> AnswerAsync(HttpContext http, long id, AnswerQuestions answer)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        await answer.RunAsync(id, form["dateOrder"], form["decimal"], http.RequestAborted);
        return new($"/imports/{id}");
    }

    private static async Task<SeeOther> LoadAsync(HttpContext http, long id, Sending sending)
    {
        await sending.LoadAsync(id, http.RequestAborted);
        return new($"/imports/{id}");
    }

    private static async Task<SeeOther> UndoAsync(HttpContext http, long id, AskUndo undo)
    {
        await undo.RunAsync(id, http.RequestAborted);
        return new($"/imports/{id}");
    }

    private static async Task<SeeOther> RemoveAsync(HttpContext http, long id, Sending sending)
    {
        Flash.Set(http, ImportTexts.Get("Discarded", await sending.RemoveAsync(id, http.RequestAborted)));
        return new("/imports");
    }

    private static async Task<SeeOther> AssignAsync(HttpContext http, AssignLines assign)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var filter = new UnattributedSummary.Filter(
            Enum.TryParse<UnattributedSummary.By>(form["by"], out var by) ? by : default,
            long.TryParse(form["batch"], out var batch) ? batch : null
        );
        var (account, lines) = await assign.RunAsync(
            filter,
            [.. form["key"].Select(key => key ?? "")],
            form["account"].ToString(),
            http.RequestAborted
        );
        Flash.Set(http, ImportTexts.Get("Assigned", lines, account));
        return new($"/imports/unattributed?by={filter.By}" + (filter.Batch is { } only ? $"&batch={only}" : ""));
    }

    private static async Task<ExportAnswer> RejectedAsync(long id, ImportPageView view, RejectedFile rejected, CancellationToken cancel) =>
        await rejected.RunAsync((await view.RunAsync(id, cancel)).Batch, cancel);
}
