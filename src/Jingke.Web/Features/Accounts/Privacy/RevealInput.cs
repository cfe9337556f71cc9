using System.ComponentModel.DataAnnotations;

namespace Jingke.Web.Features.Accounts.Privacy;

/// <summary>Why somebody wants to see personal data, as a form gives it.</summary>
public sealed class RevealInput
{
    /// <summary>The longest explanation, in characters.</summary>
    public const int MaximumWords = 200;

    /// <summary>What for.</summary>
    [Required(ErrorMessage = "required")]
    public RevealReason? Reason { get; set; }

    /// <summary>The reason in own words; must be given for <see cref="RevealReason.Other"/>.</summary>
    [MaxLength(MaximumWords, ErrorMessage = "too-long:200")]
    public string? Words { get; set; }
}

/// <summary>What personal data are looked at for.</summary>
public enum RevealReason
{
    /// <summary>A visit, a call, a greeting.</summary>
    Contact,

    /// <summary>Delivery, service, a complaint.</summary>
    Service,

    /// <summary>To correct or settle what is on file.</summary>
    Correct,

    /// <summary>The person asked what is held on them.</summary>
    PersonAsked,

    /// <summary>Anything else, in own words.</summary>
    Other,
}
