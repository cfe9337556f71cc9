using System.ComponentModel.DataAnnotations;
using Jingke.Domain.FollowUps;

namespace Jingke.Web.Features.Accounts.FollowUps;

/// <summary>A contact with a customer as a form or a program gives it.</summary>
public sealed class FollowUpInput : IValidatableObject
{
    /// <summary>How the customer was contacted.</summary>
    [Required(ErrorMessage = "required")]
    public FollowUpKind? Kind { get; set; }

    /// <summary>The day of the contact.</summary>
    [Required(ErrorMessage = "required")]
    public DateOnly? On { get; set; }

    /// <summary>With whom, where that is one of the account's contacts.</summary>
    public long? ContactId { get; set; }

    /// <summary>What came of it.</summary>
    [Required(ErrorMessage = "required")]
    [MaxLength(FollowUp.MaximumLength, ErrorMessage = "too-long:4000")]
    public string? Summary { get; set; }

    /// <summary>What is to be done next; becomes a to-do of the writer.</summary>
    [MaxLength(ToDo.MaximumLength, ErrorMessage = "too-long:500")]
    public string? NextStep { get; set; }

    /// <summary>Until when; counts only with a next step.</summary>
    public DateOnly? NextOn { get; set; }

    /// <summary>Identifier that the entry was given where it was written, so that sending it twice keeps it once.</summary>
    public Guid? EntryId { get; set; }

    /// <summary>Who wrote it; refused when that is not who sends it. On a shared phone the next person must not send it as theirs.</summary>
    public Guid? ById { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(NextStep) && NextOn is null)
            yield return new("required", [nameof(NextOn)]);
    }
}
