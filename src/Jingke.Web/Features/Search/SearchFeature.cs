using Jingke.Web.Data.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jingke.Web.Features.Search;

/// <summary>Search from anywhere: a page of results, and the fragment that the top bar shows while one types.</summary>
internal static class SearchFeature
{
    private const int WhileTyping = 8;

    /// <summary>Registers the search.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services) => services.AddScoped<GlobalSearch>();

    /// <summary>Maps the fragment.</summary>
    public static void MapSearch(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/search/found", FoundAsync).RequireAuthorization(Policies.SeeAccounts);

    private static async Task<RazorComponentResult<SearchFragment>> FoundAsync(string? q, GlobalSearch search, CancellationToken cancel)
    {
        var results = await search.RunAsync(q, WhileTyping, cancel);
        return new(new { Results = results });
    }
}
