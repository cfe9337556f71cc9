using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Components.Forms;

namespace Jingke.Web.Common.Forms;

/// <summary>Looks at the shape of what was sent: values that could not be read, then the attributes of the input.</summary>
internal static class FormCheck
{
    /// <summary>Puts everything that is wrong into <paramref name="state"/>, worded.</summary>
    /// <param name="state">Where the sentences go.</param>
    /// <param name="model">The input that the form was read into.</param>
    /// <param name="prefix">Name of the page's property that holds it: fields are called "prefix.Property".</param>
    /// <param name="mapping">What the framework could not read; null outside a post.</param>
    public static void Run(FormState state, object model, string prefix, FormMappingContext? mapping)
    {
        foreach (var unread in mapping?.GetAllErrors(state.FormName) ?? [])
            state.Add(unread.Path, ProblemWords.Of(CodeFor(TypeOf(model, unread.Path, prefix)), unread.AttemptedValue ?? ""));

        var results = new List<ValidationResult>();
        Validator.TryValidateObject(model, new ValidationContext(model), results, validateAllProperties: true);
        foreach (var result in results)
        {
            var sentence = ProblemWords.OfMessage(result.ErrorMessage ?? "invalid");
            foreach (var member in result.MemberNames.DefaultIfEmpty())
                if (member is null)
                    state.Add(sentence);
                else
                    state.Add($"{prefix}.{member}", sentence);
        }
    }

    private static Type? TypeOf(object model, string path, string prefix)
    {
        var name = path.StartsWith(prefix + ".", StringComparison.Ordinal) ? path[(prefix.Length + 1)..] : path;
        var type = model.GetType().GetProperty(name)?.PropertyType;
        return type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
    }

    private static string CodeFor(Type? type) =>
        type == typeof(DateOnly) || type == typeof(DateTime) ? "not-a-date"
        : type == typeof(int) || type == typeof(long) ? "not-a-whole-number"
        : type == typeof(double) || type == typeof(decimal) ? "not-a-number"
        : type?.IsEnum == true || type == typeof(Guid) ? "not-a-choice"
        : "invalid";
}
