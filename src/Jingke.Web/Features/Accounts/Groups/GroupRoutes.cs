using System.Globalization;
using Jingke.Domain;
using Jingke.Web.Common;
using Jingke.Web.Common.Forms;
using Jingke.Web.Data.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.Groups;

/// <summary>Making and changing groups, and what is in them.</summary>
internal static class GroupRoutes
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapGroups(this IEndpointRouteBuilder routes)
    {
        var groups = routes.MapGroup("/accounts/groups").WithMetadata(new RequireAntiforgeryTokenAttribute());
        groups.MapPost("/", AddAsync).RequireAuthorization(Policies.SeeAccounts);
        groups.MapPost("/join", JoinAsync).RequireAuthorization(Policies.SeeAccounts);
        groups.MapPost("/leave", LeaveAsync).RequireAuthorization(Policies.SeeAccounts);
        groups.MapPost("/{id:long}", ChangeAsync).RequireAuthorization(Policies.SeeAccounts);
        groups.MapPost("/{id:long}/delete", RemoveAsync).RequireAuthorization(Policies.SeeAccounts);
        groups.MapPost("/acts/{act:long}/undo", UndoAsync).RequireAuthorization(Policies.SeeAccounts);
    }

    private static async Task<SeeOther> AddAsync(
        HttpContext http,
        [FromForm] string? name,
        [FromForm] string? address,
        [FromForm] bool? shared,
        [FromForm] string? parent,
        SaveGroup command,
        IStringLocalizer<GroupTexts> words
    )
    {
        var filter = SeeOther.IsLocal(address) ? PageAddress.Parse(address!) : null;
        var made = await command.AddAsync(name, filter, shared ?? false, Id(parent), http.RequestAborted);
        Flash.Set(http, words["Made", made.Name]);
        return SeeOther.Local(filter is null ? "/accounts/groups" : $"/accounts?group={made.Id}");
    }

    private static async Task<SeeOther> ChangeAsync(
        HttpContext http,
        long id,
        [FromForm] string? name,
        [FromForm] bool? shared,
        [FromForm] string? parent,
        SaveGroup command,
        IStringLocalizer<GroupTexts> words
    )
    {
        var group = await command.ChangeAsync(id, name, shared ?? false, Id(parent), http.RequestAborted);
        Flash.Set(http, words["Changed", group.Name]);
        return SeeOther.Local("/accounts/groups");
    }

    private static async Task<SeeOther> RemoveAsync(HttpContext http, long id, SaveGroup command, IStringLocalizer<GroupTexts> words)
    {
        Flash.Set(http, words["Removed", await command.RemoveAsync(id, http.RequestAborted)]);
        return SeeOther.Local("/accounts/groups");
    }

    // The group is chosen, or made by the name of a new one.
    private static async Task<SeeOther> JoinAsync(
        HttpContext http,
        [FromForm] long[]? id,
        [FromForm] string? group,
        [FromForm] string? newGroup,
        [FromForm] string? back,
        ChangeMembers command,
        SaveGroup save,
        IStringLocalizer<GroupTexts> words
    )
    {
        var groupId = string.IsNullOrWhiteSpace(newGroup)
            ? Id(group) ?? throw new RuleException("group.not-chosen")
            : (await save.AddAsync(newGroup, address: null, isShared: false, parentId: null, http.RequestAborted)).Id;
        var done = await command.JoinAsync(groupId, id ?? [], http.RequestAborted);
        Tell(http, words["Joined", Format.Count(done.Accounts), done.Group], done);
        return SeeOther.Local(back ?? "/accounts");
    }

    private static async Task<SeeOther> LeaveAsync(
        HttpContext http,
        [FromForm] long[]? id,
        [FromForm] string? group,
        [FromForm] string? back,
        ChangeMembers command,
        IStringLocalizer<GroupTexts> words
    )
    {
        var done = await command.LeaveAsync(Id(group) ?? throw new RuleException("group.not-chosen"), id ?? [], http.RequestAborted);
        Tell(http, words["Left", Format.Count(done.Accounts), done.Group], done);
        return SeeOther.Local(back ?? "/accounts");
    }

    private static async Task<SeeOther> UndoAsync(
        HttpContext http,
        long act,
        [FromForm] string? back,
        UndoMembers command,
        IStringLocalizer<GroupTexts> words
    )
    {
        Flash.Set(http, words["Undone", Format.Count(await command.RunAsync(act, http.RequestAborted))]);
        return SeeOther.Local(back ?? "/accounts");
    }

    private static void Tell(HttpContext http, string text, ChangeMembers.Done done) =>
        Flash.Set(http, text, done.ActId == 0 ? null : $"/accounts/groups/acts/{done.ActId}/undo");

    private static long? Id(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
