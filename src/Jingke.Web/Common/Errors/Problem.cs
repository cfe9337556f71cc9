using Jingke.Domain;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Common.Errors;

/// <summary>What a request ends with when it cannot be done: a status, and a code with words for it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The code, a key of Problems.resx.</param>
/// <param name="Sentence">The words, in the language of the request.</param>
public sealed record Problem(int Status, string Code, string Sentence)
{
    /// <summary>A problem that a status alone says.</summary>
    public static Problem Of(int status) => Worded(status, CodeOf(status));

    /// <summary>What an exception means; a mistake of ours for everything that is not meant for people.</summary>
    public static Problem Of(Exception? exception) =>
        exception switch
        {
            // What was sent is at fault, not the state of things.
            RuleException { Code: "import.kind-not-allowed" } refusal => new(
                StatusCodes.Status422UnprocessableEntity,
                refusal.Code,
                ProblemWords.Of(refusal)
            ),
            RuleException refusal => new(StatusCodes.Status409Conflict, refusal.Code, ProblemWords.Of(refusal)),
            NotFoundException => Of(StatusCodes.Status404NotFound),
            DbUpdateConcurrencyException => Worded(StatusCodes.Status409Conflict, "changed-by-other"),
            BadHttpRequestException bad => Of(bad.StatusCode),
            _ => Of(StatusCodes.Status500InternalServerError),
        };

    /// <summary>Whether the exception is an answer to a person rather than a mistake of ours, so that it need not be logged.</summary>
    public static bool IsAnswer(Exception exception) =>
        exception
            is RuleException
                or NotFoundException
                or DbUpdateConcurrencyException
                or BadHttpRequestException
                or OperationCanceledException;

    /// <summary>The form was open longer than its token lives, or came from elsewhere.</summary>
    public static Problem ExpiredForm() => Worded(StatusCodes.Status400BadRequest, "form-expired");

    private static Problem Worded(int status, string code) => new(status, code, ProblemWords.Of(code));

    private static string CodeOf(int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => "sign-in-needed",
            StatusCodes.Status403Forbidden => "not-allowed",
            StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => "not-found",
            StatusCodes.Status413PayloadTooLarge => "too-large",
            StatusCodes.Status429TooManyRequests => "too-many-requests",
            >= 500 => "unexpected",
            _ => "bad-request",
        };
}
