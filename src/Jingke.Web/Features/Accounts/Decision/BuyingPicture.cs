using Jingke.Domain.Contacts;
using Jingke.Web.Features.Accounts.Contacts;
using Jingke.Web.Features.Accounts.People;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.Decision;

/// <summary>
/// The people of an account as a picture of who decides: the decider on top, then those who are listened to, those who work with it and
/// asked for it, those who order and let through. A role that nobody has is an empty place.
/// </summary>
internal sealed class BuyingPicture(IStringLocalizer<PeopleTexts> words)
{
    private static readonly BuyingRoles[][] Levels =
    [
        [BuyingRoles.Decider],
        [BuyingRoles.Influencer],
        [BuyingRoles.User, BuyingRoles.Initiator],
        [BuyingRoles.Buyer, BuyingRoles.Gatekeeper],
    ];

    /// <summary>The levels. A person with several roles stands once, on the highest level.</summary>
    /// <param name="accountId">The account, for links.</param>
    /// <param name="contacts">Its people.</param>
    /// <param name="mayEdit">Whether a place can be filled.</param>
    public IReadOnlyList<PictureLayer> Layers(long accountId, IReadOnlyList<Contact> contacts, bool mayEdit)
    {
        var layers = new List<PictureLayer>();
        var placed = new HashSet<long>();
        foreach (var level in Levels)
        {
            var people = contacts
                .Where(contact => level.Any(role => contact.Roles?.HasFlag(role) == true) && !placed.Contains(contact.Id))
                .ToList();
            placed.UnionWith(people.Select(contact => contact.Id));
            var missing = level.Where(role => !contacts.Any(contact => contact.Roles?.HasFlag(role) == true));
            layers.Add(
                new(
                    words.List(level.Select(role => $"Role.{role}")),
                    [.. people.Select(contact => Card(contact, mayEdit)), .. missing.Select(role => Place(accountId, role, mayEdit))]
                )
            );
        }
        var others = contacts.Where(contact => !placed.Contains(contact.Id)).Select(contact => Card(contact, mayEdit));
        layers.Add(new(words["WithoutRole"], [.. others]));
        return layers;
    }

    /// <summary>Roles that nobody has.</summary>
    public static IEnumerable<BuyingRoles> Missing(IReadOnlyList<Contact> contacts) =>
        ContactInput.AllRoles.Where(role => !contacts.Any(contact => contact.Roles?.HasFlag(role) == true));

    /// <summary>The sign of an attitude: colour never stands alone.</summary>
    public static string SignOf(Attitude? attitude) =>
        attitude switch
        {
            Attitude.Supports => "+",
            Attitude.Neutral => "=",
            Attitude.Opposes => "−",
            _ => "?",
        };

    /// <summary>Name of the tone of an attitude.</summary>
    public static string ToneOf(Attitude? attitude) => attitude is null ? "unknown" : $"{attitude}".ToLowerInvariant();

    private PictureCard Card(Contact contact, bool mayEdit)
    {
        var roles = words.List(ContactInput.RolesOf(contact.Roles).Select(role => $"Role.{role}"));
        var attitude = words[$"Attitude.{contact.Attitude?.ToString() ?? "Unknown"}"].Value;
        var known = words[$"Acquaintance.{contact.Acquaintance}"].Value;
        var dots = new string('●', contact.Acquaintance) + new string('○', Contact.MaximumAcquaintance - contact.Acquaintance);
        return new(
            contact.Id,
            contact.Name,
            [contact.Title ?? "", contact.Roles is null ? "" : roles, $"{dots} {known}"],
            ToneOf(contact.Attitude),
            SignOf(contact.Attitude),
            words[
                "CardIs",
                string.Join(" · ", ((string?[])[contact.Name, contact.Title, roles]).Where(part => part is { Length: > 0 })),
                attitude,
                known
            ],
            mayEdit ? $"/accounts/{contact.AccountId}/contacts/{contact.Id}/edit" : null
        );
    }

    private PictureCard Place(long accountId, BuyingRoles role, bool mayEdit)
    {
        var question = words["WhoIs", words[$"Role.{role}"].Value].Value;
        return new(
            null,
            question,
            [words["NotKnownYet"], mayEdit ? words["FillPlace"] : ""],
            "empty",
            "",
            $"{question} {words["NotKnownYet"].Value}",
            mayEdit ? $"/accounts/{accountId}/contacts/new?role={role}" : null
        );
    }
}
