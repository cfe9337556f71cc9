using Jingke.Web.Common;
using Jingke.Web.Common.Forms;
using Jingke.Web.Common.Languages;
using Jingke.Web.Data.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.Bulk;

/// <summary>Setting a field of many accounts, and taking it back.</summary>
internal static class DescribeRoutes
{
    // A message is kept in a cookie until the next page.
    private const int MostReasons = 3;

    /// <summary>Maps the endpoints.</summary>
    public static void MapDescribing(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/accounts/describe").WithMetadata(new RequireAntiforgeryTokenAttribute());
        accounts.MapPost("/", DescribeAsync).RequireAuthorization(Policies.EditAccounts);
        accounts.MapPost("/{act:long}/undo", UndoAsync).RequireAuthorization(Policies.EditAccounts);
    }

    private static async Task<SeeOther> DescribeAsync(
        HttpContext http,
        [FromForm] long[]? id,
        [FromForm] string? field,
        [FromForm] string? value,
        [FromForm] string? back,
        DescribeAccounts command,
        IStringLocalizer<AccountTexts> words
    )
    {
        var done = await command.RunAsync(id ?? [], field, value, http.RequestAborted);
        var text = words["Described", Format.Count(done.Accounts), done.Field.Names.In(Language.Current.Code)].Value;
        if (done.Questioned > 0)
            text += words["DescribedQuestioned", Format.Count(done.Questioned)];
        if (done.Refused.Count > 0)
            text += words[
                "DescribeRefused",
                Format.Count(done.Refused.Count),
                string.Join(' ', done.Refused.Take(MostReasons).Select(each => words["DescribeWhy", each.Name, each.Why]))
            ];
        Flash.Set(http, text, done.ActId == 0 ? null : $"/accounts/describe/{done.ActId}/undo");
        return SeeOther.Local(back ?? "/accounts");
    }

    private static async Task<SeeOther> UndoAsync(
        HttpContext http,
        long act,
        [FromForm] string? back,
        UndoDescribe command,
        IStringLocalizer<AccountTexts> words
    )
    {
        var done = await command.RunAsync(act, words["DescribeUndoneWhy"], http.RequestAborted);
        Flash.Set(
            http,
            words[done.Left == 0 ? "DescribeUndone" : "DescribePartlyUndone", Format.Count(done.Accounts), Format.Count(done.Left)]
        );
        return SeeOther.Local(back ?? "/accounts");
    }
}
