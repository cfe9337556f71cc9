using Jingke.Web.Common.Components;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jingke.Web.Common.Errors;

/// <summary>
/// Answers every request that ends in a problem in the way it was asked: a page, a fragment of a page, or problem details as
/// JSON. The words are the same; none of them is a stack trace.
/// </summary>
internal static class ProblemAnswers
{
    /// <summary>Header of requests for a part of a page; our scripts send it.</summary>
    public const string FragmentHeader = "X-Fragment";

    /// <summary>A person who may not do something is told so where they are; a script that is signed out gets 401, not a sign-in page.</summary>
    public static void AddProblemAnswers(this IServiceCollection services) =>
        services.PostConfigureAll<CookieAuthenticationOptions>(options =>
        {
            var toSignIn = options.Events.OnRedirectToLogin;
            options.Events.OnRedirectToLogin = context => IsPage(context.Request) ? toSignIn(context) : Status(context.Response, 401);
            options.Events.OnRedirectToAccessDenied = context => Status(context.Response, 403);
        });

    /// <summary>Exceptions and bare statuses become answers. Goes before everything that may fail, after the language is known.</summary>
    public static void UseProblemAnswers(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = http => WriteAsync(http, Problem.Of(http.Features.Get<IExceptionHandlerFeature>()?.Error)),
                SuppressDiagnosticsCallback = context => Problem.IsAnswer(context.Exception),
            }
        );
        app.UseStatusCodePages(context => WriteAsync(context.HttpContext, Problem.Of(context.HttpContext.Response.StatusCode)));
    }

    /// <summary>A form whose token is not valid goes no further. Goes after the antiforgery middleware.</summary>
    public static void UseExpiredForms(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
                http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
                    ? WriteAsync(http, Problem.ExpiredForm())
                    : next(http)
        );

    private static async Task WriteAsync(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;

        // The page that failed may have used up the services of the request; what tells about it gets its own.
        var failed = http.RequestServices;
        await using var scope = failed.CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        await Answer(http, problem).ExecuteAsync(http);
        http.RequestServices = failed;
    }

    private static IResult Answer(HttpContext http, Problem problem)
    {
        if (http.Request.Headers.ContainsKey(FragmentHeader))
            return new RazorComponentResult<ProblemBox>(new { Text = problem.Sentence }) { StatusCode = problem.Status };
        if (IsPage(http.Request))
            return new RazorComponentResult<ProblemDocument>(new { Problem = problem }) { StatusCode = problem.Status };

        var details = TypedResults.Problem(
            problem.Sentence,
            statusCode: problem.Status,
            extensions: new Dictionary<string, object?> { ["code"] = problem.Code }
        );
        return details;
    }

    private static bool IsPage(HttpRequest request) =>
        !request.Headers.ContainsKey(FragmentHeader)
        && !request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && (
            request.Headers.Accept.Count == 0
            || request.Headers.Accept.ToString() is var accept && (accept.Contains("text/html") || accept.Contains("*/*"))
        );

    private static Task Status(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
