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
            Version = contact.Version,
        };
}
