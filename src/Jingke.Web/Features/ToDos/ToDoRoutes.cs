using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Common.Forms;
using Jingke.Web.Data.Access;
using Jingke.Web.Tabular.Writing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.ToDos;

/// <summary>To-dos for buttons, files and programs. <c>show=done</c> gives those that are done.</summary>
internal static class ToDoRoutes
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapToDoRoutes(this IEndpointRouteBuilder routes)
    {
        var one = routes.MapGroup("/to-dos/{id:long}").RequireAuthorization(Policies.SeeAccounts);
        one.MapPost("/done", FinishAsync);
        one.MapPost("/reopen", ReopenAsync);
        routes.MapGet("/to-dos/export", Export).RequireAuthorization(Policies.SeeAccounts, Policies.Export);
        routes.MapGet("/api/to-dos", ListAsync).RequireAuthorization(Policies.SeeAccounts);
    }

    /// <summary>Whether an address asks for those that are done.</summary>
    public static bool AsksForDone(string? show) => show == "done";

    // A form field makes the framework ask for the antiforgery token.
    private static async Task<SeeOther> FinishAsync(
        HttpContext http,
        long id,
        [FromForm] string? back,
        FinishToDo command,
        IStringLocalizer<ToDoTexts> words
    )
    {
        var what = await command.RunAsync(id, http.RequestAborted);
        Flash.Set(http, words["Finished", what], $"/to-dos/{id}/reopen");
        return SeeOther.Local(back ?? "/to-dos");
    }

    private static async Task<SeeOther> ReopenAsync(
        HttpContext http,
        long id,
        [FromForm] string? back,
        ReopenToDo command,
        IStringLocalizer<ToDoTexts> words
    )
    {
        var what = await command.RunAsync(id, http.RequestAborted);
        Flash.Set(http, words["Reopened", what]);
        return SeeOther.Local(back ?? "/to-dos");
    }

    private static ExportAnswer Export(string? show, ToDoList list, Clock clock, IStringLocalizer<ToDoTexts> words)
    {
        var done = AsksForDone(show);
        ExportColumn[] columns =
        [
            new(words["What"], Width: 48),
            new(words["Account"], Width: 32),
            new(words["DueOn"], ExportType.Date, 12),
            new(words["DoneAt"], Width: 17),
        ];
        return new(
            words[done ? "Done" : "ToDos"],
            columns,
            list.All(done)
                .Select(row =>
                    new ExportCell[] { row.What, row.Account, row.DueOn, row.DoneAt is { } at ? Format.Time(clock.ToLocal(at)) : null }
                )
        );
    }

    private static async Task<Ok<Page<ToDoRow>>> ListAsync(string? show, int? page, int? size, ToDoList list, CancellationToken cancel) =>
        TypedResults.Ok(await list.RunAsync(AsksForDone(show), new PageRequest(page, size), cancel));
}
