using System.Globalization;
using Jingke.Web.Common;
using Jingke.Web.Common.Forms;
using Jingke.Web.Data.Access;
using Jingke.Web.Features.Accounts.Bulk;
using Jingke.Web.Features.Accounts.Ownership;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.List;

/// <summary>What the list does besides showing: acting in bulk, saved views.</summary>
internal static class AccountListRoutes
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapAccountLists(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/accounts").WithMetadata(new RequireAntiforgeryTokenAttribute());
        accounts.MapPost("/assign", AssignAsync).RequireAuthorization(Policies.AssignAccounts);
        accounts.MapPost("/delete", DeleteAsync).RequireAuthorization(Policies.DeleteAccounts);
        accounts.MapPost("/{id:long}/delete", DeleteOneAsync).RequireAuthorization(Policies.DeleteAccounts);
        accounts.MapPost("/restore", RestoreAsync).RequireAuthorization(Policies.DeleteAccounts);
        accounts.MapPost("/views", SaveViewAsync).RequireAuthorization(Policies.SeeAccounts);
        accounts.MapPost("/views/{id:long}/remove", RemoveViewAsync).RequireAuthorization(Policies.SeeAccounts);
    }

    private static async Task<SeeOther> AssignAsync(
        HttpContext http,
        [FromForm] long[]? id,
        [FromForm] string? owner,
        [FromForm] bool? work,
        [FromForm] string? back,
        AssignAccounts command,
        IStringLocalizer<AccountTexts> words
    )
    {
        if (string.IsNullOrEmpty(owner))
            throw new Domain.RuleException("account.owner-not-chosen");
        var done = await command.RunAsync(id ?? [], OwnershipRoutes.OwnerOf(owner), work ?? false, reason: null, http.RequestAborted);
        OwnershipRoutes.TellAssigned(http, done, words);
        return SeeOther.Local(back ?? "/accounts");
    }

    private static async Task<SeeOther> DeleteAsync(
        HttpContext http,
        [FromForm] long[]? id,
        [FromForm] string? back,
        DeleteAccounts command,
        IStringLocalizer<AccountTexts> words
    )
    {
        var deleted = await command.RunAsync(id ?? [], http.RequestAborted);
        Tell(http, deleted, "Deleted", words, Undo(deleted));
        return SeeOther.Local(back ?? "/accounts");
    }

    private static async Task<SeeOther> DeleteOneAsync(
        HttpContext http,
        long id,
        DeleteAccounts command,
        IStringLocalizer<AccountTexts> words
    )
    {
        var deleted = await command.RunAsync([id], http.RequestAborted);
        if (deleted.Count == 0)
            throw new Domain.NotFoundException(nameof(Domain.Accounts.Account), id);
        Tell(http, deleted, "Deleted", words, Undo(deleted));
        return SeeOther.Local("/accounts");
    }

    // The identifiers stand in the query for the undo button of the message, in the form for the recycle bin.
    private static async Task<SeeOther> RestoreAsync(
        HttpContext http,
        [FromQuery] string? ids,
        [FromForm] long[]? id,
        [FromForm] string? back,
        RestoreAccounts command,
        IStringLocalizer<AccountTexts> words
    )
    {
        var wanted = (ids ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var each) ? each : 0)
            .Concat(id ?? []);
        var restored = await command.RunAsync([.. wanted.Take(AssignAccounts.Most)], http.RequestAborted);
        Tell(http, restored, "Restored", words);
        return SeeOther.Local(back ?? (restored.Count == 1 ? $"/accounts/{restored[0].Id}" : "/accounts"));
    }

    private static async Task<SeeOther> SaveViewAsync(
        HttpContext http,
        [FromForm] string address,
        [FromForm] string? name,
        [FromForm] bool? shared,
        SaveView command,
        IStringLocalizer<AccountTexts> words
    )
    {
        if (!SeeOther.IsLocal(address))
            throw new BadHttpRequestException("The address of a view is a path.");
        await command.RunAsync(PageAddress.Parse(address), name, shared ?? false, http.RequestAborted);
        Flash.Set(http, words["ViewSaved", name!.Trim()]);
        return SeeOther.Local(address);
    }

    private static async Task<SeeOther> RemoveViewAsync(HttpContext http, long id, RemoveView command, IStringLocalizer<AccountTexts> words)
    {
        await command.RunAsync(id, http.RequestAborted);
        Flash.Set(http, words["ViewRemoved"]);
        return SeeOther.Local("/accounts");
    }

    private static void Tell(
        HttpContext http,
        IReadOnlyList<(long Id, string Name)> accounts,
        string what,
        IStringLocalizer<AccountTexts> words,
        string? undo = null
    ) => Flash.Set(http, accounts.Count == 1 ? words[what + ".one", accounts[0].Name] : words[what, Format.Count(accounts.Count)], undo);

    private static string? Undo(IReadOnlyList<(long Id, string Name)> accounts) =>
        accounts.Count is > 0 and <= 100
            ? "/accounts/restore?ids=" + string.Join(',', accounts.Select(account => account.Id.ToString(CultureInfo.InvariantCulture)))
            : null;
}
