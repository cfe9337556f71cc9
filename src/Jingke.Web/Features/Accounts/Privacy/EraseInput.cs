using System.ComponentModel.DataAnnotations;

namespace Jingke.Web.Features.Accounts.Privacy;

/// <summary>Why the data of a person are erased, and the confirmation, as a form gives them.</summary>
public sealed class EraseInput
{
    /// <summary>On what ground (个人信息保护法 article 47).</summary>
    [Required(ErrorMessage = "required")]
    public EraseReason? Reason { get; set; }

    /// <summary>How and when the person asked; must not name them.</summary>
    [MaxLength(RevealInput.MaximumWords, ErrorMessage = "too-long:200")]
    public string? Words { get; set; }

    /// <summary>The person's name, typed again so that nobody is erased by a slip.</summary>
    [Required(ErrorMessage = "required")]
    public string? Name { get; set; }
}

/// <summary>Grounds for erasing, after article 47.</summary>
public enum EraseReason
{
    /// <summary>The person asked for it.</summary>
    PersonAsked,

    /// <summary>The person withdrew their consent.</summary>
    ConsentWithdrawn,

    /// <summary>The purpose is fulfilled, or cannot be, or the data are no longer needed for it.</summary>
    PurposeDone,

    /// <summary>They were kept against the law or an agreement.</summary>
    Unlawful,
}
