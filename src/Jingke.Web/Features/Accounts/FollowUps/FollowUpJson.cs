using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Common.Errors;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.FollowUps;

/// <summary>Contacts with a customer for programs, and for the page itself when an entry had to wait for the network.</summary>
internal static class FollowUpJson
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapFollowUpJson(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/accounts/{id:long}/follow-ups");
        api.MapGet("/", ListAsync).RequireAuthorization(Policies.SeeAccounts);
        api.MapPost("/", WriteAsync).RequireAuthorization(Policies.EditAccounts);
    }

    private static async Task<Ok<Page<FollowUpRow>>> ListAsync(
        long id,
        int? page,
        int? size,
        JingkeDbContext db,
        FollowUpList list,
        CancellationToken cancel
    )
    {
        if (!await db.Accounts.AnyAsync(account => account.Id == id, cancel))
            throw new NotFoundException(nameof(Account), id);
        return TypedResults.Ok(await list.RunAsync(id, new PageRequest(page, size), cancel));
    }

    private static async Task<Results<Created<WrittenFollowUp>, ValidationProblem>> WriteAsync(
        long id,
        FollowUpInput input,
        WriteFollowUp command,
        CancellationToken cancel
    ) =>
        InputProblems.Of(input) is { } problems
            ? TypedResults.ValidationProblem(problems)
            : TypedResults.Created((string?)null, new WrittenFollowUp(await command.RunAsync(id, input, cancel)));
}

/// <summary>What was written down; the same identifier again when it had been before.</summary>
internal sealed record WrittenFollowUp(long Id);
