using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Features.Accounts.Edit;
using Jingke.Web.Features.Accounts.List;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Json;

/// <summary>Accounts for programs: the same queries, commands and policies as the pages. Amounts are whole ten-thousandths.</summary>
internal static class AccountJson
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapAccountJson(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/accounts");
        api.MapGet("/", ListAsync).RequireAuthorization(Policies.SeeAccounts);
        api.MapGet("/{id:long}", ReadAsync).RequireAuthorization(Policies.SeeAccounts);
        api.MapPost("/", CreateAsync).RequireAuthorization(Policies.EditAccounts);
        api.MapPut("/{id:long}", ChangeAsync).RequireAuthorization(Policies.EditAccounts);
    }

    // The query is that of the list page: q, tier, owner, province, sort, page, size …
    private static async Task<Ok<Page<AccountRow>>> ListAsync(HttpContext http, AccountList query)
    {
        var address = PageAddress.Parse(http.Request.Path + http.Request.QueryString);
        var wanted = new PageRequest(Number(address.Get("page")), Number(address.Get("size")));
        var page = await query.RunAsync(AccountFilter.Of(address), AccountOrder.Parse(address.Get("sort")), wanted, http.RequestAborted);
        return TypedResults.Ok(page);
    }

    private static async Task<Ok<AccountDocument>> ReadAsync(long id, JingkeDbContext db, CancellationToken cancel)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancel);
        return TypedResults.Ok(AccountDocument.Of(account ?? throw new NotFoundException(nameof(Account), id)));
    }

    private static async Task<Results<Created<AccountDocument>, ValidationProblem>> CreateAsync(
        AccountInput input,
        CreateAccount command,
        JingkeDbContext db,
        CancellationToken cancel
    )
    {
        if (ProblemsOf(input) is { } problems)
            return TypedResults.ValidationProblem(problems);
        var id = await command.RunAsync(input, cancel);
        var account = await db.Accounts.AsNoTracking().SingleAsync(each => each.Id == id, cancel);
        return TypedResults.Created($"/api/accounts/{id}", AccountDocument.Of(account));
    }

    private static async Task<Results<Ok<AccountDocument>, ValidationProblem>> ChangeAsync(
        long id,
        AccountInput input,
        ChangeAccount command,
        JingkeDbContext db,
        CancellationToken cancel
    )
    {
        if (ProblemsOf(input) is { } problems)
            return TypedResults.ValidationProblem(problems);
        await command.RunAsync(id, input, cancel);
        var account = await db.Accounts.AsNoTracking().SingleAsync(each => each.Id == id, cancel);
        return TypedResults.Ok(AccountDocument.Of(account));
    }

    private static Dictionary<string, string[]>? ProblemsOf(AccountInput input)
    {
        var results = new List<ValidationResult>();
        if (Validator.TryValidateObject(input, new ValidationContext(input), results, validateAllProperties: true))
            return null;
        return results
            .SelectMany(result =>
                result.MemberNames.Select(member => (member, Words: ProblemWords.OfMessage(result.ErrorMessage ?? "invalid")))
            )
            .GroupBy(pair => char.ToLowerInvariant(pair.member[0]) + pair.member[1..])
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.Words).ToArray());
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
