using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Common.Errors;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;
using Jingke.Web.Features.Accounts.Card;
using Jingke.Web.Features.Accounts.Edit;
using Jingke.Web.Features.Accounts.List;
using Jingke.Web.Features.Accounts.List.Fields;
using Jingke.Web.Features.Accounts.List.Where;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Json;

/// <summary>Accounts for programs: the same queries, commands and policies as the pages. Amounts are in currency units.</summary>
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
    private static async Task<Results<Ok<Page<AccountEntry>>, ValidationProblem>> ListAsync(
        HttpContext http,
        AccountList query,
        ListFields fields,
        ListValues values
    )
    {
        var address = PageAddress.Of(http.Request);
        var wanted = address.Page;
        var filter = AccountFilter.Of(address, fields);
        // A page shows what it does not understand; a program would take nothing found for an answer.
        if (filter.Where?.Unreadable.ToList() is { Count: > 0 } unreadable)
            return TypedResults.ValidationProblem(
                new Dictionary<string, string[]>(StringComparer.Ordinal)
                {
                    [ConditionSet.Parameter] = [.. unreadable.Select(text => ProblemWords.Of("filter.unreadable", text))],
                }
            );
        var page = await query.RunAsync(filter, AccountOrder.Parse(address.Get("sort"), fields), wanted, http.RequestAborted);
        var chosen = ChosenColumns.Of(address, fields).Fields;
        var known = await values.RunAsync([.. page.Rows.Select(row => row.Id)], chosen, http.RequestAborted);
        return TypedResults.Ok(
            new Page<AccountEntry>(
                [.. page.Rows.Select(row => AccountEntry.Of(row, fields, chosen, known))],
                page.Number,
                page.Size,
                page.Total,
                page.IsAtLeast
            )
        );
    }

    private static async Task<Ok<AccountDocument>> ReadAsync(long id, JingkeDbContext db, AccountFacts facts, CancellationToken cancel) =>
        TypedResults.Ok(await DocumentAsync(id, db, facts, cancel));

    private static async Task<Results<Created<AccountDocument>, ValidationProblem>> CreateAsync(
        AccountBody input,
        CreateAccount command,
        JingkeDbContext db,
        AccountFacts facts,
        CancellationToken cancel
    )
    {
        if (InputProblems.Of(input) is { } problems)
            return TypedResults.ValidationProblem(problems);
        try
        {
            var id = await command.RunAsync(input, input.Given(), cancel);
            db.ChangeTracker.Clear();
            return TypedResults.Created($"/api/accounts/{id}", await DocumentAsync(id, db, facts, cancel));
        }
        catch (RecordFacts.Refused refused)
        {
            return Refusal(refused);
        }
    }

    private static async Task<Results<Ok<AccountDocument>, ValidationProblem>> ChangeAsync(
        long id,
        AccountBody input,
        ChangeAccount command,
        JingkeDbContext db,
        AccountFacts facts,
        CancellationToken cancel
    )
    {
        if (InputProblems.Of(input) is { } problems)
            return TypedResults.ValidationProblem(problems);
        try
        {
            await command.RunAsync(id, input, input.Given(), cancel);
            db.ChangeTracker.Clear();
            return TypedResults.Ok(await DocumentAsync(id, db, facts, cancel));
        }
        catch (RecordFacts.Refused refused)
        {
            return Refusal(refused);
        }
    }

    private static async Task<AccountDocument> DocumentAsync(long id, JingkeDbContext db, AccountFacts facts, CancellationToken cancel)
    {
        var account =
            await db.Accounts.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancel)
            ?? throw new NotFoundException(nameof(Account), id);
        return AccountDocument.Of(account, await facts.RunAsync(account, cancel));
    }

    private static ValidationProblem Refusal(RecordFacts.Refused refused) =>
        TypedResults.ValidationProblem(
            new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                [$"facts.{refused.Given.FieldKey}"] = [ProblemWords.Of(refused.Refusal)],
            }
        );
}
