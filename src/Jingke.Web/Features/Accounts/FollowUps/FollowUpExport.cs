using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Common.Exports;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Jingke.Web.Tabular.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.FollowUps;

/// <summary>The contacts with a customer as a file, the latest first.</summary>
internal static class FollowUpExport
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapFollowUpExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/accounts/{id:long}/follow-ups/export", RunAsync).RequireAuthorization(Policies.Export, Policies.SeeAccounts);

    private static async Task<ExportAnswer> RunAsync(
        long id,
        JingkeDbContext db,
        FollowUpList list,
        PeopleDirectory people,
        IStringLocalizer<FollowUpTexts> words,
        CancellationToken cancel
    )
    {
        var name =
            await db.Accounts.Where(account => account.Id == id).Select(account => account.Name).SingleOrDefaultAsync(cancel)
            ?? throw new NotFoundException(nameof(Account), id);
        ExportColumn[] columns =
        [
            new(words["On"], ExportType.Date, 12),
            new(words["Kind"], Width: 12),
            new(words["With"], Width: 14),
            new(words["Summary"], Width: 60),
            new(words["NextStep"], Width: 32),
            new(words["NextOn"], ExportType.Date, 12),
            new(words["Done"], Width: 8),
            new(words["By"], Width: 12),
        ];
        return new(
            $"{words["FollowUps"]} {name}",
            columns,
            list.AllAsync(id, cancel)
                .Select(row =>
                    new ExportCell[]
                    {
                        row.On,
                        words[$"Kind.{row.Kind}"].Value,
                        row.Contact,
                        row.Summary,
                        row.Next?.What,
                        row.Next?.DueOn,
                        row.Next is null ? null : words[row.Next.IsDone ? "Yes" : "No"].Value,
                        people.Current.Find(row.ById)?.Name,
                    }
                )
        );
    }
}
