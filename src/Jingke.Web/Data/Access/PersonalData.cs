using System.Diagnostics.CodeAnalysis;
using Jingke.Domain.Access;
using Jingke.Domain.Accounts;

namespace Jingke.Web.Data.Access;

/// <summary>
/// Which personal data a viewer sees, decided here and nowhere else. Values of sensitive fields are hidden from everybody: whoever may
/// reveal them does so one at a time, with a reason that is recorded. How a contact can be reached (mobile, telephone, e-mail) and what
/// was noted of them is plain to those who may change the account, since they have to call; for all others it is hidden likewise.
/// </summary>
internal static class PersonalData
{
    /// <summary>What stands in the place of a hidden value.</summary>
    public const string Hidden = "••••";

    private const int ShownBefore = 3;
    private const int ShownAfter = 4;

    /// <summary>Properties of contacts, as the audit log names them, that tell how to reach somebody.</summary>
    private static readonly HashSet<string> Reach = ["Mobile", "Phone", "Email"];

    /// <summary>Whether how contacts of an account can be reached is plain to the viewer.</summary>
    public static bool SeesReach(this Viewer viewer, Account account) =>
        viewer.May(Permission.EditAccounts) && viewer.MayChange(account.Id, account.OwnerId, account.TeamId);

    /// <inheritdoc cref="SeesReach(Viewer, Account)"/>
    public static bool SeesReach(this Viewer viewer, long accountId, Guid? ownerId, long? teamId) =>
        viewer.May(Permission.EditAccounts) && viewer.MayChange(accountId, ownerId, teamId);

    /// <summary>Whether the viewer may have hidden values of an account and its contacts shown, with a reason.</summary>
    public static bool MayReveal(this Viewer viewer, Account account) =>
        viewer.May(Permission.RevealPersonalData) && viewer.MayChange(account.Id, account.OwnerId, account.TeamId);

    /// <summary>Whether the viewer may erase what is held on people of an account.</summary>
    public static bool MayErase(this Viewer viewer, Account account) =>
        viewer.May(Permission.ErasePersonalData) && viewer.AnswersFor(account);

    /// <summary>A number or address with its middle hidden: enough to tell two of them apart, too little to use it.</summary>
    [return: NotNullIfNotNull(nameof(reach))]
    public static string? Masked(string? reach) =>
        reach is null ? null
        : reach.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{reach[..1]}***{reach[at..]}"
        : reach.Length >= ShownBefore + ShownAfter + 2 ? $"{reach[..ShownBefore]}****{reach[^ShownAfter..]}"
        : Hidden;

    /// <summary>A value of a changed property as the audit log may show it to people who need not see it.</summary>
    /// <param name="subject">Kind of thing, as in the audit log.</param>
    /// <param name="property">The property.</param>
    /// <param name="value">Its value in words.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Logged(string subject, string property, string? value) =>
        value is null || subject != nameof(Domain.Contacts.Contact) ? value
        : Reach.Contains(property) ? Masked(value)
        : property == nameof(Domain.Contacts.Contact.Note) ? Hidden
        : value;
}
