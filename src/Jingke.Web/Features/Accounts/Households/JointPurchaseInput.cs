using System.ComponentModel.DataAnnotations;
using Jingke.Domain.Contacts;

namespace Jingke.Web.Features.Accounts.Households;

/// <summary>A joint purchase as a form gives it.</summary>
public sealed class JointPurchaseInput
{
    /// <summary>The day.</summary>
    [Required(ErrorMessage = "required")]
    public DateOnly? On { get; set; }

    /// <summary>What was bought.</summary>
    [Required(ErrorMessage = "required")]
    [MaxLength(JointPurchase.MaximumLength, ErrorMessage = "too-long:200")]
    public string? What { get; set; }

    /// <summary>What it cost, in currency units; null when that is not known.</summary>
    [Range(0, 1_000_000_000, ErrorMessage = "out-of-range:0:1000000000")]
    public double? Amount { get; set; }

    /// <summary>Who took part: identifiers of contacts. A form without any sends nothing.</summary>
    public string[] Members
    {
        get;
        set => field = value ?? [];
    } = [];

    /// <summary>Anything worth knowing about it.</summary>
    [MaxLength(2_000, ErrorMessage = "too-long:2000")]
    public string? Note { get; set; }
}
