using System.ComponentModel.DataAnnotations;

namespace Jingke.Web.Common.Forms;

/// <summary>
/// Looks at the shape of what was sent: values that could not be read, then the attributes of the input. An input holds
/// numbers, days and choices as nullable properties: one that is null although something was sent could not be read.
/// </summary>
internal static class FormCheck
{
    /// <summary>Puts everything that is wrong into <paramref name="state"/>, worded.</summary>
    /// <param name="state">Where the sentences go.</param>
    /// <param name="model">The input that the form was read into.</param>
    /// <param name="prefix">Name of the page's property that holds it: fields are called "prefix.Property".</param>
    public static void Run(FormState state, object model, string prefix)
    {
        foreach (var property in model.GetType().GetProperties())
        {
            // A field left empty says nothing; an empty text would be a wrong e-mail address.
            if (property.CanWrite && property.GetValue(model) is string blank && string.IsNullOrWhiteSpace(blank))
                property.SetValue(model, null);
            var field = $"{prefix}.{property.Name}";
            if (
                Nullable.GetUnderlyingType(property.PropertyType) is { } type
                && state.SentText(field) is { } text
                && !string.IsNullOrWhiteSpace(text)
                && property.GetValue(model) is null
            )
                state.Add(field, ProblemWords.Of(CodeFor(type), text));
        }

        var results = new List<ValidationResult>();
        Validator.TryValidateObject(model, new ValidationContext(model), results, validateAllProperties: true);
        foreach (var result in results)
        {
            var sentence = ProblemWords.OfMessage(result.ErrorMessage ?? "invalid");
            if (!result.MemberNames.Any())
                state.Add(sentence);
            foreach (var member in result.MemberNames)
                state.Add($"{prefix}.{member}", sentence);
        }
    }

    private static string CodeFor(Type type) =>
        type == typeof(DateOnly) || type == typeof(DateTime) ? "not-a-date"
        : type == typeof(int) || type == typeof(long) ? "not-a-whole-number"
        : type == typeof(double) || type == typeof(decimal) ? "not-a-number"
        : type.IsEnum || type == typeof(Guid) ? "not-a-choice"
        : "invalid";
}
