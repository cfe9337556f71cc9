using Jingke.Domain.Contacts;
using Jingke.Web.Features.Accounts.Decision;
using Jingke.Web.Features.Accounts.People;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.Households;

/// <summary>The members of a household by generation: parents above children, couples and siblings beside each other.</summary>
internal sealed class FamilyPicture(IStringLocalizer<PeopleTexts> words)
{
    /// <summary>The generations from the oldest. Who is related to nobody by blood or marriage stands last.</summary>
    public IReadOnlyList<PictureLayer> Layers(IReadOnlyList<Contact> members, IReadOnlyList<RelationRow> relations, bool mayEdit)
    {
        var generations = Generations(relations);
        var layers = members
            .Where(member => generations.ContainsKey(member.Id))
            .GroupBy(member => generations[member.Id])
            .OrderBy(generation => generation.Key)
            .Select(
                (generation, at) => new PictureLayer(words["Generation", at + 1], [.. generation.Select(member => Card(member, mayEdit))])
            )
            .ToList();
        var others = members.Where(member => !generations.ContainsKey(member.Id)).Select(member => Card(member, mayEdit));
        layers.Add(new(words[layers.Count == 0 ? "Members" : "OtherMembers"], [.. others]));
        return layers;
    }

    // Children stand one below their parents, the others of a family on the same level. Walked in rounds: each can only push down, and a
    // circle, which nobody should have written, ends with the number of relations.
    private static Dictionary<long, int> Generations(IReadOnlyList<RelationRow> relations)
    {
        var family = relations.Where(each => each.Kind is RelationKind.ParentOf or RelationKind.Spouse or RelationKind.Sibling).ToList();
        var levels = family.SelectMany(each => (long[])[each.FromId, each.ToId]).Distinct().ToDictionary(id => id, _ => 0);
        var moved = true;
        for (var round = 0; moved && round <= family.Count; round++)
        {
            moved = false;
            foreach (var each in family)
            {
                var step = each.Kind == RelationKind.ParentOf ? 1 : 0;
                moved |= Push(each.ToId, levels[each.FromId] + step);
                if (step == 0)
                    moved |= Push(each.FromId, levels[each.ToId]);
            }
        }
        return levels;

        bool Push(long id, int level)
        {
            if (levels[id] >= level)
                return false;
            levels[id] = level;
            return true;
        }
    }

    private PictureCard Card(Contact member, bool mayEdit) =>
        new(
            member.Id,
            member.Name,
            [member.Title ?? "", member.Mobile ?? "", member.IsPrimary ? words["Primary"] : ""],
            "plain",
            "",
            words["MemberIs", member.Name, member.Title ?? ""],
            mayEdit ? $"/accounts/{member.AccountId}/contacts/{member.Id}/edit" : null
        );
}
