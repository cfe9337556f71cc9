using Jingke.Domain;
using Jingke.Web.Common;
using Jingke.Web.Common.Forms;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Jingke.Web.Features.Accounts.Bulk;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.Ownership;

/// <summary>Sharing, locking and handing on.</summary>
internal static class OwnershipRoutes
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapOwnership(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/accounts").WithMetadata(new RequireAntiforgeryTokenAttribute());
        accounts.MapPost("/share", ShareAsync).RequireAuthorization(Policies.EditAccounts);
        accounts.MapPost("/{id:long}/shares/{user:guid}/remove", StopSharingAsync).RequireAuthorization(Policies.EditAccounts);
        accounts.MapPost("/{id:long}/lock", LockAsync).RequireAuthorization(Policies.AssignAccounts);
        accounts.MapPost("/{id:long}/unlock", UnlockAsync).RequireAuthorization(Policies.AssignAccounts);
        accounts.MapPost("/{id:long}/transfer", TransferAsync).RequireAuthorization(Policies.AssignAccounts);
        accounts.MapPost("/assign/{act:long}/undo", UndoAssignAsync).RequireAuthorization(Policies.AssignAccounts);
    }

    private static async Task<SeeOther> ShareAsync(
        HttpContext http,
        [FromForm] long[]? id,
        [FromForm] string? with,
        [FromForm] bool? edit,
        [FromForm] string? back,
        ShareAccounts command,
        PeopleDirectory people,
        IStringLocalizer<AccountTexts> words
    )
    {
        if (!Guid.TryParse(with, out var colleague))
            throw new RuleException("account.colleague-not-chosen");
        var shared = await command.RunAsync(id ?? [], colleague, edit ?? false, http.RequestAborted);
        Flash.Set(http, words["Shared", Format.Count(shared), people.Current.Find(colleague)!.Name]);
        return SeeOther.Local(back ?? "/accounts");
    }

    private static async Task<SeeOther> StopSharingAsync(
        HttpContext http,
        long id,
        Guid user,
        StopSharing command,
        PeopleDirectory people,
        IStringLocalizer<AccountTexts> words
    )
    {
        await command.RunAsync(id, user, http.RequestAborted);
        Flash.Set(http, words["ShareStopped", people.Current.Find(user)?.Name ?? ""]);
        return Back(id);
    }

    private static async Task<SeeOther> LockAsync(
        HttpContext http,
        long id,
        [FromForm] string? reason,
        LockAccount command,
        IStringLocalizer<AccountTexts> words
    )
    {
        Flash.Set(http, words["Locked", await command.LockAsync(id, reason, http.RequestAborted)]);
        return Back(id);
    }

    private static async Task<SeeOther> UnlockAsync(HttpContext http, long id, LockAccount command, IStringLocalizer<AccountTexts> words)
    {
        Flash.Set(http, words["Unlocked", await command.UnlockAsync(id, http.RequestAborted)]);
        return Back(id);
    }

    private static async Task<SeeOther> TransferAsync(
        HttpContext http,
        long id,
        [FromForm] string? owner,
        [FromForm] bool? work,
        [FromForm] string? reason,
        AssignAccounts command,
        JingkeDbContext db,
        IStringLocalizer<AccountTexts> words
    )
    {
        if (string.IsNullOrEmpty(owner))
            throw new RuleException("account.owner-not-chosen");
        await db.AccountToAnswerForAsync(id, http.RequestAborted);
        var done = await command.RunAsync([id], OwnerOf(owner), work ?? false, reason, http.RequestAborted);
        TellAssigned(http, done, words);
        // Who handed the account on may not see it any more.
        return await db.Accounts.AnyAsync(account => account.Id == id, http.RequestAborted) ? Back(id) : SeeOther.Local("/accounts");
    }

    private static async Task<SeeOther> UndoAssignAsync(
        HttpContext http,
        long act,
        [FromForm] string? back,
        UndoAssign command,
        IStringLocalizer<AccountTexts> words
    )
    {
        var done = await command.RunAsync(act, http.RequestAborted);
        Flash.Set(
            http,
            words[done.Left == 0 ? "AssignUndone" : "AssignPartlyUndone", Format.Count(done.Accounts), Format.Count(done.Left)]
        );
        return SeeOther.Local(back ?? "/accounts");
    }

    /// <summary>The owner that a form names: a person, or nobody.</summary>
    public static Guid? OwnerOf(string text) =>
        text == List.AccountFilter.None ? null
        : Guid.TryParse(text, out var given) ? given
        : Guid.Empty;

    /// <summary>Reports an assignment, with the way to take it back.</summary>
    public static void TellAssigned(HttpContext http, AssignAccounts.Done done, IStringLocalizer<AccountTexts> words) =>
        Flash.Set(
            http,
            words[done.ToDos > 0 ? "AssignedWithWork" : "Assigned", Format.Count(done.Accounts), Format.Count(done.ToDos)],
            done.ActId == 0 ? null : $"/accounts/assign/{done.ActId}/undo"
        );

    private static SeeOther Back(long id) => SeeOther.Local($"/accounts/{id}?tab=ownership");
}
