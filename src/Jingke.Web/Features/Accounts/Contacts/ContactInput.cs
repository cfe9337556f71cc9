using System.ComponentModel.DataAnnotations;
using Jingke.Domain.Contacts;

namespace Jingke.Web.Features.Accounts.Contacts;

/// <summary>A contact as a form gives it.</summary>
public sealed class ContactInput
{
    /// <summary>Full name.</summary>
    [Required(ErrorMessage = "required")]
    [MaxLength(100, ErrorMessage = "too-long:100")]
    public string? Name { get; set; }

    /// <summary>Position.</summary>
    [MaxLength(100, ErrorMessage = "too-long:100")]
    public string? Title { get; set; }

    /// <summary>Mobile number.</summary>
    [MaxLength(50, ErrorMessage = "too-long:50")]
    public string? Mobile { get; set; }

    /// <summary>Office number.</summary>
    [MaxLength(50, ErrorMessage = "too-long:50")]
    public string? Phone { get; set; }

    /// <summary>E-mail address.</summary>
    [EmailAddress(ErrorMessage = "not-an-email")]
    [MaxLength(200, ErrorMessage = "too-long:200")]
    public string? Email { get; set; }

    /// <summary>Anything worth knowing.</summary>
    [MaxLength(2_000, ErrorMessage = "too-long:2000")]
    public string? Note { get; set; }

    /// <summary>Whether this is the person to call first.</summary>
    public bool IsPrimary { get; set; }

    /// <summary>What the person does when the account buys: names of <see cref="BuyingRoles"/>. A form without any sends nothing.</summary>
    public string[] Roles
    {
        get;
        set => field = value ?? [];
    } = [];

    /// <summary>How the person stands to us; null when that is not known.</summary>
    public Attitude? Attitude { get; set; }

    /// <summary>How well we know the person, 0 to 3.</summary>
    public int? Acquaintance { get; set; } = 0;

    /// <summary>The version that was edited; 0 for a new contact.</summary>
    public int Version { get; set; }

    /// <summary>The fields as they are.</summary>
    internal static ContactInput Of(Contact contact) =>
        new()
        {
            Name = contact.Name,
            Title = contact.Title,
            Mobile = contact.Mobile,
            Phone = contact.Phone,
            Email = contact.Email,
            Note = contact.Note,
            IsPrimary = contact.IsPrimary,
            Roles = [.. RolesOf(contact.Roles).Select(role => role.ToString())],
            Attitude = contact.Attitude,
            Acquaintance = contact.Acquaintance,
            Version = contact.Version,
        };

    /// <summary>Each role there is, in the order in which people read them.</summary>
    internal static IReadOnlyList<BuyingRoles> AllRoles { get; } =
    [.. Enum.GetValues<BuyingRoles>().Where(role => role != BuyingRoles.None)];

    /// <summary>The single roles of a person.</summary>
    internal static IEnumerable<BuyingRoles> RolesOf(BuyingRoles? roles) => AllRoles.Where(role => roles is { } some && some.HasFlag(role));

    /// <summary>The roles that were chosen; what is no role is left out.</summary>
    internal BuyingRoles ChosenRoles() =>
        AllRoles.Where(role => Roles.Contains(role.ToString())).Aggregate(BuyingRoles.None, (all, role) => all | role);
}
