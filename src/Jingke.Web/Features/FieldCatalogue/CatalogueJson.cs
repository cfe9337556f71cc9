using Jingke.Domain.Access;
using Jingke.Domain.Facts;
using Jingke.Web.Common.Languages;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;

namespace Jingke.Web.Features.FieldCatalogue;

/// <summary>The catalogue for programs: which fields there are, and how their values are written. Names are in the language of the request.</summary>
internal static class CatalogueJson
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapCatalogueJson(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/catalogue", Read).RequireAuthorization(Policies.SeeAccounts);

    /// <summary>The fields that the reader's role sees, and the channels that can be chosen.</summary>
    internal sealed record Document(IReadOnlyList<Field> Fields, IReadOnlyList<Source> Channels);

    /// <summary>A field; its <c>key</c> is its name in import, export and JSON.</summary>
    internal sealed record Field(
        string Key,
        string Name,
        FieldSubject About,
        CardSection Section,
        FieldType Type,
        string Unit,
        IReadOnlyList<Choice> Choices,
        int? ShelfLifeDays,
        int Weight,
        bool Sensitive,
        bool Question,
        bool MayEdit
    );

    /// <summary>A value that can be chosen.</summary>
    internal sealed record Choice(string Key, string Name);

    /// <summary>A channel; its grade is how far it is relied on at first hand, in percent.</summary>
    internal sealed record Source(string Key, string Name, int Grade);

    private static Document Read(CatalogueInForce inForce, CurrentUser user)
    {
        var (catalogue, viewer, language) = (inForce.Current, user.Viewer, Language.Current.Code);
        var mayEdit = viewer.May(Permission.EditAccounts);
        return new(
            [
                .. catalogue
                    .InUse.Where(field => field.IsSeenBy(viewer.Role))
                    .Select(field => new Field(
                        field.Key,
                        field.Names.In(language),
                        field.Subject,
                        field.Section,
                        field.Type,
                        field.Unit,
                        [.. field.Choices.Select(choice => new Choice(choice.Key, choice.Names.In(language)))],
                        field.ShelfLifeDays,
                        field.Weight,
                        field.IsSensitive,
                        field.IsQuestion,
                        mayEdit && field.IsEditedBy(viewer.Role)
                    )),
            ],
            [.. catalogue.ChannelsInUse.Select(channel => new Source(channel.Key, channel.Names.In(language), channel.Grade))]
        );
    }
}
