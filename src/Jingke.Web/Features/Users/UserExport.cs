using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Jingke.Web.Tabular.Writing;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Users;

/// <summary>Users and teams as files: what their pages show.</summary>
internal static class UserExport
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapUserExports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/settings/users/export", Users).RequireAuthorization(Policies.ManageUsers, Policies.Export);
        routes.MapGet("/settings/teams/export", TeamsAsync).RequireAuthorization(Policies.ManageUsers, Policies.Export);
    }

    private static ExportAnswer Users(HttpContext http, UserList list, PeopleDirectory people, IStringLocalizer<UsersTexts> words)
    {
        var filter = UserList.Filter.Of(PageAddress.Of(http.Request));
        ExportColumn[] columns =
        [
            new(words["Name"], Width: 16),
            new(words["UserName"], Width: 16),
            new(words["Role"], Width: 12),
            new(words["Team"], Width: 16),
            new(words["Scope"], Width: 20),
            new(words["State"], Width: 12),
        ];
        return new(
            words["Users"],
            columns,
            list.All(filter)
                .Select(row =>
                    new ExportCell[]
                    {
                        row.Name,
                        row.UserName,
                        UserChoices.NameOf(row.Role),
                        people.Current.FindTeam(row.TeamId)?.Name,
                        UserChoices.NameOf(row.Scope),
                        words[row.State].Value,
                    }
                )
        );
    }

    private static async Task<ExportAnswer> TeamsAsync(
        TeamTree tree,
        PeopleDirectory people,
        IStringLocalizer<UsersTexts> words,
        CancellationToken cancel
    )
    {
        ExportColumn[] columns =
        [
            new(words["TeamName"], Width: 20),
            new(words["Parent"], Width: 20),
            new(words["People"], ExportType.Integer),
            new(words["Accounts"], ExportType.Integer),
        ];
        var rows = await tree.RunAsync(cancel);
        return new(
            words["Teams"],
            columns,
            rows.Select(row =>
                new ExportCell[] { row.Team.Name, people.Current.FindTeam(row.Team.ParentId)?.Name, row.People, row.Accounts }
            )
        );
    }
}
