using Jingke.Domain.Duplicates;
using Jingke.Web.Common;
using Jingke.Web.Common.Forms;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Duplicates;
using Jingke.Web.Features.Duplicates.Merging;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Duplicates;

/// <summary>Duplicates: the check while typing, the list of pairs that a scan found, the rules; <c>Merging</c>.</summary>
internal static class DuplicatesFeature
{
    /// <summary>Starts a scan.</summary>
    public const string ScanAddress = "/duplicates/scan";

    /// <summary>The part of the page that says how far a scan is.</summary>
    public const string StateAddress = "/duplicates/scan/state";

    /// <summary>Registers queries and commands.</summary>
    public static IServiceCollection AddDuplicates(this IServiceCollection services)
    {
        services.AddSingleton<ScanDuplicates>().AddSingleton<DuplicateScanWork>();
        services.AddScoped<DuplicateRules>().AddScoped<DuplicateCheck>();
        services.AddScoped<MergeAccounts>().AddScoped<UndoMerge>().AddScoped<MergedFacts>().AddScoped<MergeList>();
        return services.AddScoped<PairList>().AddScoped<SettlePair>().AddScoped<EditDuplicateRules>().AddScoped<SignalWords>();
    }

    /// <summary>Maps what is no page.</summary>
    public static void MapDuplicates(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/duplicates/check", CheckAsync).RequireAuthorization(Policies.SeeAccounts);
        routes.MapGet(StateAddress, () => new RazorComponentResult<ScanState>()).RequireAuthorization(Policies.SeeAccounts);
        var token = new RequireAntiforgeryTokenAttribute();
        routes.MapPost(ScanAddress, Scan).RequireAuthorization(Policies.EditRules).WithMetadata(token);
        routes.MapPost("/duplicates/merges/{id:long}/undo", UndoAsync).RequireAuthorization(Policies.DeleteAccounts).WithMetadata(token);
        routes.MapPost("/duplicates/{id:long}/not", NotAsync).RequireAuthorization(Policies.EditAccounts).WithMetadata(token);
        routes.MapPost("/duplicates/{id:long}/reopen", ReopenAsync).RequireAuthorization(Policies.EditAccounts).WithMetadata(token);
    }

    private static async Task<RazorComponentResult<CheckFragment>> CheckAsync(
        string? name,
        string? creditCode,
        string? phone,
        long? own,
        DuplicateCheck check,
        CancellationToken cancel
    )
    {
        var subject = DuplicateCheck.SubjectOf(Short(name), Short(creditCode), Short(phone), null, null, null);
        return new(new { Hits = await check.RunAsync(subject, own ?? 0, cancel) });
    }

    private static string? Short(string? text) =>
        text is { Length: > Domain.Accounts.Account.MaximumNameLength } ? text[..Domain.Accounts.Account.MaximumNameLength] : text;

    private static SeeOther Scan(DuplicateScanWork work)
    {
        work.Start();
        return new("/duplicates");
    }

    private static async Task<SeeOther> UndoAsync(
        HttpContext http,
        long id,
        UndoMerge command,
        MergedFacts facts,
        IStringLocalizer<DuplicateTexts> words
    )
    {
        var answer = await command.RunAsync(id, http.RequestAborted);
        await facts.VetAsync(http.RequestAborted, answer.FromId, answer.IntoId);
        var kept = answer.KeptFields.Count + answer.KeptRows;
        Flash.Set(http, kept == 0 ? words["MergeUndone", answer.Name] : words["MergeUndoneKept", answer.Name, Format.Count(kept)]);
        return new($"/accounts/{answer.FromId}");
    }

    private static async Task<SeeOther> NotAsync(HttpContext http, long id, SettlePair command, IStringLocalizer<DuplicateTexts> words)
    {
        await command.RunAsync(id, PairState.NotDuplicate, http.RequestAborted);
        Flash.Set(http, words["SettledNot"], $"/duplicates/{id}/reopen");
        return new("/duplicates");
    }

    private static async Task<SeeOther> ReopenAsync(HttpContext http, long id, SettlePair command, IStringLocalizer<DuplicateTexts> words)
    {
        await command.RunAsync(id, PairState.Open, http.RequestAborted);
        Flash.Set(http, words["Reopened"]);
        return new("/duplicates");
    }
}
