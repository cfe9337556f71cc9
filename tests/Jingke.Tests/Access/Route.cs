using System.Text;
using Jingke.Domain.Access;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Jingke.Tests.Access;

/// <summary>A route of the running product, with what it says about who may use it. New routes are found by themselves.</summary>
internal sealed class Route(RouteEndpoint endpoint, string method)
{
    /// <summary>GET, POST …</summary>
    public string Method => method;

    /// <summary>The pattern, such as <c>/accounts/{Id:long}</c>.</summary>
    public string Pattern => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    /// <summary>Whether strangers may use it.</summary>
    public bool IsAnonymous => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>The policies that must all be satisfied.</summary>
    public IReadOnlyList<string?> Policies => [.. endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy)];

    /// <summary>Whether a form must carry an antiforgery token.</summary>
    public bool NeedsToken => endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true };

    /// <summary>Names of the parameters in the path.</summary>
    public IReadOnlyList<string> Parameters => [.. endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name)];

    /// <summary>What the table of permissions says about a role.</summary>
    public bool Allows(Role role) =>
        IsAnonymous
        || Policies.All(policy => policy == Web.Data.Access.Policies.SignedIn || Permissions.Allows(role, Enum.Parse<Permission>(policy!)));

    /// <summary>The path with values for its parameters, by the name of their constraint: <c>long</c>, <c>guid</c>, or empty for a word.</summary>
    public string Path(IReadOnlyDictionary<string, string> values)
    {
        var path = new StringBuilder();
        foreach (var segment in endpoint.RoutePattern.PathSegments)
        {
            // Below an account the next identifier is that of a contact.
            var isContact = path.ToString().EndsWith("/contacts", StringComparison.Ordinal) && values.ContainsKey("contact");
            path.Append('/').AppendJoin("", segment.Parts.Select(part => TextOf(part, values, isContact)));
        }
        return path.Length == 0 ? "/" : path.ToString();
    }

    /// <summary>Every route but the static files and those that the framework keeps for its own script, which stay closed.</summary>
    public static IReadOnlyList<Route> AllOf(JingkeApp app) =>
        [
            .. app
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                .Where(endpoint => !endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("_framework/", StringComparison.Ordinal))
                .SelectMany(endpoint => MethodsOf(endpoint).Select(method => new Route(endpoint, method)))
                .OrderBy(route => route.ToString(), StringComparer.Ordinal),
        ];

    public override string ToString() => $"{Method} {Pattern}";

    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    private static string TextOf(RoutePatternPart part, IReadOnlyDictionary<string, string> values, bool isContact) =>
        part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart when isContact => values["contact"],
            RoutePatternParameterPart parameter => values[parameter.ParameterPolicies is [var policy, ..] ? policy.Content ?? "" : ""],
            _ => throw new NotSupportedException($"{part}"),
        };
}
