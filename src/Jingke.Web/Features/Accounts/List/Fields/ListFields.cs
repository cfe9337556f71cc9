using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.People;
using Jingke.Web.Common.Languages;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.People;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.List.Fields;

/// <summary>
/// The fields of the account list that the person who looks may use, as the catalogue has them at this moment. A field that the role
/// does not see is not among them: neither its values nor conditions on them tell anything.
/// </summary>
internal sealed class ListFields(JingkeDbContext db, CatalogueInForce inForce, PeopleDirectory people, IStringLocalizer<AccountTexts> words)
{
    private readonly Catalogue catalogue = inForce.Current;
    private Dictionary<string, ListField>? byName;

    /// <summary>Fields of the catalogue that can be columns, in the order of the card. What the list has as a column anyway is left out.</summary>
    public IEnumerable<ListField> Columns => OfCatalogue.Where(each => StandardColumnOf(each.Definition.Column) is null);

    /// <summary>What conditions can be about: attributes of every account, then fields of the catalogue in the order of the card.</summary>
    public IEnumerable<ListField> Comparable => AccountAttributes.All.Concat(OfCatalogue).Where(each => each.MayCompare);

    /// <summary>The field with a name; null when there is none or it is not for this person.</summary>
    public ListField? Find(string name)
    {
        byName ??= AccountAttributes.All.Concat(OfCatalogue).ToDictionary(field => field.Name, StringComparer.Ordinal);
        return byName.GetValueOrDefault(name);
    }

    /// <summary>Whether a column of the list that repeats a field of the catalogue is closed to this person.</summary>
    public bool Hides(string standardColumn) =>
        catalogue.Fields.Any(field => StandardColumnOf(field.Column) == standardColumn && (field.IsSensitive || !field.IsSeenBy(Role)));

    /// <summary>What a field is called in the language of the request.</summary>
    public string TitleOf(ListField field) =>
        field.IsOfCatalogue ? field.Definition.Names.In(Language.Current.Code) : words["Column." + field.Name];

    /// <summary>What can be chosen in a field, with words.</summary>
    public IReadOnlyList<(string Value, string Text)> ChoicesOf(ListField field) =>
        field.Name switch
        {
            AccountAttributes.Tier => [.. Enum.GetValues<Tier>().Select(tier => ($"{tier}", words[$"Tier.{tier}"].Value))],
            AccountAttributes.Kind => [.. Enum.GetValues<AccountKind>().Select(kind => ($"{kind}", words[$"Kind.{kind}"].Value))],
            AccountAttributes.Owner =>
            [
                (AccountFilter.Me, words["Mine"].Value),
                .. people.Current.People.Where(person => person.IsActive).Select(person => ($"{person.Id}", person.Name)),
            ],
            AccountAttributes.Team => [.. people.Current.Teams.Select(team => ($"{team.Id}", new string('　', team.Depth) + team.Name))],
            _ => [.. field.Definition.Choices.Select(choice => (choice.Key, choice.Names.In(Language.Current.Code)))],
        };

    private Role Role => db.Viewer.Role;

    private IEnumerable<ListField> OfCatalogue =>
        catalogue
            .InUse.Where(each => each.Subject != FieldSubject.Contact && each.IsSeenBy(Role))
            .Select(each => new ListField(
                ListField.Prefix + each.Key,
                each,
                each.Column is { } column ? AccountAttributes.ColumnOf(column) : null
            ));

    private static string? StandardColumnOf(string? column) =>
        column switch
        {
            Account.RegionColumn => "region",
            Account.IndustryColumn => "industry",
            nameof(Account.Ownership) => "ownership",
            nameof(Account.Size) => "scale",
            _ => null,
        };
}
