using System.ComponentModel.DataAnnotations;
using Jingke.Domain.Contacts;

namespace Jingke.Web.Features.Accounts.Privacy;

/// <summary>A purpose and a ground for keeping personal data, as a form gives them.</summary>
public sealed class ConsentInput
{
    /// <summary>What the data are used for.</summary>
    [Required(ErrorMessage = "required")]
    public DataPurpose? Purpose { get; set; }

    /// <summary>The ground.</summary>
    [Required(ErrorMessage = "required")]
    public LegalBasis? Basis { get; set; }

    /// <summary>Whether the person consented to sensitive data on its own.</summary>
    public bool CoversSensitive { get; set; }

    /// <summary>Since when.</summary>
    [Required(ErrorMessage = "required")]
    public DateOnly? GivenOn { get; set; }

    /// <summary>How it was given.</summary>
    [MaxLength(Consent.MaximumNoteLength, ErrorMessage = "too-long:500")]
    public string? Note { get; set; }
}
