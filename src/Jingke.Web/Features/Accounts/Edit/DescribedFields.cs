using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.People;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;

namespace Jingke.Web.Features.Accounts.Edit;

/// <summary>
/// What a form or a program says about an account, parted: columns that repeat fields of the catalogue get their values from vetted facts,
/// the others are set at once.
/// </summary>
/// <param name="Rest">What is set at once; in it, columns for which another value is given are as the account has them.</param>
/// <param name="Given">Values that are to be recorded as facts.</param>
/// <param name="Emptied">Fields whose value was taken away.</param>
internal sealed record DescribedFields(
    AccountDescription Rest,
    IReadOnlyList<RecordFacts.Given> Given,
    IReadOnlyList<FieldDefinition> Emptied
)
{
    /// <summary>Whether a role is not shown the values of a field as they are; what it leaves empty says nothing about them.</summary>
    public static bool IsHidden(FieldDefinition field, Role role) => field.IsSensitive || !field.IsSeenBy(role);

    /// <summary>Parts a description.</summary>
    /// <param name="account">The account as it is; a new one has no values yet.</param>
    /// <param name="wanted">As it shall be.</param>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="viewer">Who says so.</param>
    /// <param name="more">Facts given besides; nothing is read from the columns of their fields.</param>
    public static DescribedFields Of(
        Account account,
        AccountDescription wanted,
        Catalogue catalogue,
        Viewer viewer,
        IReadOnlyList<RecordFacts.Given> more
    )
    {
        var rest = wanted;
        var (given, emptied) = (new List<RecordFacts.Given>(), new List<FieldDefinition>());
        foreach (var field in catalogue.OfAccounts(wanted.Kind ?? account.Kind))
        {
            if (field.Column is not { } column)
                continue;
            var (now, then) = (account.ValueIn(column), wanted.ValueIn(column));
            if (more.Any(each => each.ContactId is null && each.FieldKey == field.Key) || (then is null && IsHidden(field, viewer.Role)))
            {
                rest = rest.Keeping(column, account);
                continue;
            }
            if (then == now)
                continue;
            if (then is null)
            {
                emptied.Add(field);
                continue;
            }
            given.Add(new(field.Key, then));
            rest = rest.Keeping(column, account);
        }
        return new(rest, given, emptied);
    }
}
