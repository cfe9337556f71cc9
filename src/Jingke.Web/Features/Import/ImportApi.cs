using Jingke.Domain.Imports;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Importing;
using Jingke.Web.Features.Import.Uploading;
using Jingke.Web.Tabular.Columns;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Jingke.Web.Features.Import;

/// <summary>Files from other programs: sent in one call, followed by asking.</summary>
internal static class ImportApi
{
    /// <summary>An import as a program sees it.</summary>
    /// <param name="Id">Its number.</param>
    /// <param name="State">How far it is, see <see cref="ImportState"/>.</param>
    /// <param name="Kind">What the file brings.</param>
    /// <param name="File">Name of the file.</param>
    /// <param name="Read">Rows read; in the end accepted + rejected + duplicate.</param>
    /// <param name="Accepted">Rows that were new or changed something.</param>
    /// <param name="Rejected">Rows that came back.</param>
    /// <param name="Duplicate">Rows that were there already.</param>
    /// <param name="Updated">Accepted rows that changed what was there.</param>
    /// <param name="InvoicesChanged">Known invoices that got other days or another amount.</param>
    /// <param name="Problem">Why it failed, as a sentence; null when it did not.</param>
    internal sealed record Answer(
        long Id,
        string State,
        string Kind,
        string File,
        long Read,
        long Accepted,
        long Rejected,
        long Duplicate,
        long Updated,
        long InvoicesChanged,
        string? Problem
    );

    /// <summary>What a call may say in its address.</summary>
    internal sealed class Query
    {
        /// <summary>sales, accounts, contacts, accountsAndContacts or receivables; recognised when absent.</summary>
        [FromQuery(Name = "kind")]
        public string? Kind { get; init; }

        /// <summary>Name of the file, where the body is the file itself.</summary>
        [FromQuery(Name = "name")]
        public string? Name { get; init; }

        /// <summary>Name of the system the file comes from.</summary>
        [FromQuery(Name = "source")]
        public string? Source { get; init; }

        /// <summary>ymd, dmy or mdy.</summary>
        [FromQuery(Name = "dateOrder")]
        public string? DateOrder { get; init; }

        /// <summary>A mapping as JSON, as in a mapping file.</summary>
        [FromQuery(Name = "mapping")]
        public string? Mapping { get; init; }
    }

    public static void MapImportApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/imports").RequireAuthorization(Policies.Import);
        api.MapPost("", BringAsync).DisableAntiforgery();
        api.MapGet("{id:long}", GetAsync);
    }

    private static async Task<Accepted<Answer>> BringAsync(HttpContext http, [AsParameters] Query query, Upload upload, CurrentUser user)
    {
        var mapping = query.Mapping is { Length: > 0 } json ? Mapping.Parse(json) : null;
        if (query.Source is { Length: > 0 } source)
            mapping = (mapping ?? new()) with { Source = source };
        if (query.DateOrder is { Length: > 0 } order)
            mapping = Mapping.Parse(((mapping ?? new()) with { DateOrder = order }).ToJson());
        var kind = Enum.TryParse<ImportKind>(query.Kind, ignoreCase: true, out var known) ? known : (ImportKind?)null;
        if (kind is { } said)
            user.Viewer.RequireMayBring(said);
        var only = !user.Viewer.BringsEverything();
        var request = new BringFile.Request(query.Name ?? "upload", kind, mapping, user.Id, Start: true, OnlyReceivables: only);
        var batch = await upload.BodyAsync(http, request, http.RequestAborted);
        return TypedResults.Accepted($"/api/imports/{batch.Id}", AnswerOf(batch, 0));
    }

    private static async Task<Ok<Answer>> GetAsync(long id, ImportPageView view, CancellationToken cancel)
    {
        var answer = await view.RunAsync(id, cancel);
        return TypedResults.Ok(AnswerOf(answer.Batch, answer.InvoicesChanged));
    }

    private static Answer AnswerOf(ImportBatch batch, long invoicesChanged) =>
        new(
            batch.Id,
            batch.State.ToString(),
            batch.Kind.ToString(),
            batch.FileName,
            batch.Read,
            batch.Accepted,
            batch.Rejected,
            batch.Duplicate,
            batch.Updated,
            invoicesChanged,
            batch.ErrorCode.Length == 0 ? null : FaultWords.Say(batch.ErrorCode, batch.ErrorArgs)
        );
}
