using System.ComponentModel.DataAnnotations;

namespace Jingke.Web.Common.Errors;

/// <summary>What is wrong with an input that a program sent, worded as beside the fields of a form.</summary>
internal static class InputProblems
{
    /// <summary>The sentences by field; null when everything has the right shape.</summary>
    public static Dictionary<string, string[]>? Of(object input)
    {
        var results = new List<ValidationResult>();
        if (Validator.TryValidateObject(input, new ValidationContext(input), results, validateAllProperties: true))
            return null;
        return results
            .SelectMany(result =>
                result.MemberNames.Select(member => (member, Words: ProblemWords.OfMessage(result.ErrorMessage ?? "invalid")))
            )
            .GroupBy(pair => char.ToLowerInvariant(pair.member[0]) + pair.member[1..])
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.Words).ToArray());
    }
}
