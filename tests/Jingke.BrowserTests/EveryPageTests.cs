using Jingke.BrowserTests.Browsing;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Domain.Pools;
using Jingke.Tests.Support;
using Jingke.Web.Data.People;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.BrowserTests;

/// <summary>Walks every page there is, as the endpoint list knows them: a new page is walked without anybody remembering to add it.</summary>
public sealed class EveryPageTests
{
    [Theory]
    [InlineData(1440, false, Role.Administrator, "zh-CN")]
    [InlineData(390, false, Role.Administrator, "zh-CN")]
    [InlineData(1440, true, Role.Administrator, "zh-TW")]
    [InlineData(390, true, Role.Rep, "en-US")]
    public async Task Each_page_is_whole_accessible_and_fits(int width, bool dark, Role role, string language)
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        await app.GivenUserAsync(Role.Administrator, "first");
        await SampleCompany.LoadAsync(app);
        var user = await app.GivenUserAsync(role, "walker", scope: DataScope.All);
        await using var person = await Person.OpenAsync(app, user, new Look(width, dark, language));
        var faults = new List<string>();

        foreach (var address in await PagesAsync(app, user))
        {
            var response = await person.GoAsync(address);
            if (response.Status == 403)
                continue;
            if (!response.Ok)
                faults.Add($"{address}: {response.Status}");
            faults.AddRange((await person.FaultsOfPageAsync()).Select(fault => $"{address}: {fault}"));
            await person.PictureAsync($"{role}/{address.Trim('/').Replace('/', '-').Replace('?', '-')}");
        }

        Person.AllIsWell(faults);
    }

    /// <summary>Addresses of all pages, with identifiers of things that exist. A page whose address is not known here fails the walk.</summary>
    private static async Task<IReadOnlyList<string>> PagesAsync(JingkeApp app, User user)
    {
        var known = await app.WithDbAsync(async db =>
        {
            var contact = await db.Contacts.OrderBy(each => each.Id).FirstAsync();
            return new (string Route, string[] Addresses)[]
            {
                (
                    "/accounts/{Id:long}",
                    [
                        .. (
                            (string[])
                                [
                                    "",
                                    "?tab=card",
                                    "?tab=follow-ups",
                                    "?tab=orders",
                                    "?tab=receivables",
                                    "?tab=contacts",
                                    "?tab=corporate",
                                    "?tab=decision",
                                    "?tab=evaluations",
                                    "?tab=ownership",
                                    "?tab=changes",
                                ]
                        ).Select(tab => $"/accounts/{contact.AccountId}{tab}"),
                    ]
                ),
                (
                    "/accounts/{Id:long}/credit",
                    [$"/accounts/{contact.AccountId}/credit", $"/accounts/{contact.AccountId}/credit?card=operating"]
                ),
                ("/accounts/{Id:long}/credit/investigate", [$"/accounts/{contact.AccountId}/credit/investigate"]),
                ("/accounts/{Id:long}/credit/decide", [$"/accounts/{contact.AccountId}/credit/decide"]),
                ("/settings/scorecards/{id:long}", [$"/settings/scorecards/{await db.ScoreItems.Select(item => item.Id).FirstAsync()}"]),
                ("/accounts/{Id:long}/visit", [$"/accounts/{contact.AccountId}/visit"]),
                ("/accounts/{Id:long}/parent", [$"/accounts/{contact.AccountId}/parent?q=有限"]),
                ("/accounts/{Id:long}/edit", [$"/accounts/{contact.AccountId}/edit"]),
                ("/accounts/{AccountId:long}/contacts/new", [$"/accounts/{contact.AccountId}/contacts/new"]),
                ("/accounts/{AccountId:long}/contacts/{Id:long}/edit", [$"/accounts/{contact.AccountId}/contacts/{contact.Id}/edit"]),
                (
                    "/accounts/{AccountId:long}/contacts/{Id:long}/personal-data",
                    [$"/accounts/{contact.AccountId}/contacts/{contact.Id}/personal-data"]
                ),
                (
                    "/accounts/{AccountId:long}/contacts/{Id:long}/consents/new",
                    [$"/accounts/{contact.AccountId}/contacts/{contact.Id}/consents/new"]
                ),
                ("/accounts/{AccountId:long}/contacts/{Id:long}/erase", [$"/accounts/{contact.AccountId}/contacts/{contact.Id}/erase"]),
                ("/accounts/{AccountId:long}/reveal", [$"/accounts/{contact.AccountId}/reveal?of=Reach&contact={contact.Id}"]),
                ("/accounts/{AccountId:long}/card/record", [$"/accounts/{contact.AccountId}/card/record?only=open"]),
                ("/accounts/{AccountId:long}/card/{Key}", [$"/accounts/{contact.AccountId}/card/employees"]),
                ("/accounts/{AccountId:long}/competitors/new", [$"/accounts/{contact.AccountId}/competitors/new"]),
                (
                    "/accounts/{AccountId:long}/competitors/{Id:long}/edit",
                    [
                        .. await db.Set<Competitor>()
                            .Select(each => $"/accounts/{each.AccountId}/competitors/{each.Id}/edit")
                            .Take(1)
                            .ToListAsync(),
                    ]
                ),
                ("/accounts/{AccountId:long}/joint-purchases/new", [$"/accounts/{contact.AccountId}/joint-purchases/new"]),
                ("/accounts/{AccountId:long}/relations/new", [$"/accounts/{contact.AccountId}/relations/new"]),
                ("/duplicates/merge", [$"/duplicates/merge?left={contact.AccountId}&right={contact.AccountId + 1}"]),
                ("/pools/rules/{Id:long}", [.. await db.Set<Pool>().Select(pool => $"/pools/rules/{pool.Id}").Take(1).ToListAsync()]),
                ("/analysis/by/{word}", ["/analysis/by/region", "/analysis/by/industry", "/analysis/by/product", "/analysis/by/source"]),
                ("/analysis/measures/{id:long}", [$"/analysis/measures/{contact.AccountId}"]),
                ("/imports/{Id:long}", [$"/imports/{await db.ImportBatches.Select(batch => batch.Id).FirstAsync()}"]),
                // Only while a file waits for its columns; the import journey looks at it.
                ("/imports/{Id:long}/columns", []),
                ("/settings/users/{id:guid}", [$"/settings/users/{user.Id}"]),
                ("/settings/teams/{id:long}", [$"/settings/teams/{await db.Teams.Select(team => team.Id).FirstAsync()}"]),
                (
                    "/settings/fields/{id:long}",
                    [
                        .. await db
                            .FieldDefinitions.Where(field => field.Key == "employees" || field.Key == "decision-process")
                            .Select(field => $"/settings/fields/{field.Id}")
                            .ToListAsync(),
                    ]
                ),
                ("/settings/channels/{id:long}", [$"/settings/channels/{await db.Channels.Select(channel => channel.Id).FirstAsync()}"]),
                ("/key-accounts/files/{id:long}", [$"/key-accounts/files/{contact.AccountId}"]),
                ("/key-accounts/files/{id:long}/print", [$"/key-accounts/files/{contact.AccountId}/print"]),
                ("/key-accounts/policy/{tier}", ["/key-accounts/policy/key"]),
                ("/key-accounts/files/{id:long}/assessment", [$"/key-accounts/files/{contact.AccountId}/assessment"]),
                ("/key-accounts/files/{id:long}/plan/{year:int}", [$"/key-accounts/files/{contact.AccountId}/plan/2026"]),
                ("/key-accounts/files/{accountId:long}/measures/new", [$"/key-accounts/files/{contact.AccountId}/measures/new"]),
                (
                    "/key-accounts/files/{accountId:long}/measures/{id:long}",
                    [
                        .. await db
                            .ToDos.Where(toDo => toDo.IsMeasure)
                            .Select(toDo => $"/key-accounts/files/{toDo.AccountId}/measures/{toDo.Id}")
                            .Take(1)
                            .ToListAsync(),
                    ]
                ),
                ("/key-accounts/profit/{Id:long}", [$"/key-accounts/profit/{contact.AccountId}"]),
                ("/churn/causes/{id:long}", [$"/churn/causes/{await db.LossCauses.Select(cause => cause.Id).FirstAsync()}"]),
                (
                    "/churn/reviews/{id:long}",
                    [.. await db.LossReviews.Select(review => $"/churn/reviews/{review.AccountId}").Take(1).ToListAsync()]
                ),
                ("/opportunities/look-alikes/{AccountId:long}", [$"/opportunities/look-alikes/{contact.AccountId}"]),
                ("/opportunities/cross-selling/{AccountId:long}", [$"/opportunities/cross-selling/{contact.AccountId}"]),
                ("/settings/zones/{id:long}", [$"/settings/zones/{await db.Zones.Select(zone => zone.Id).FirstAsync()}"]),
            };
        });
        var byRoute = known.ToDictionary(page => page.Route, page => page.Addresses, StringComparer.Ordinal);
        return
        [
            .. app
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
                .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
                // Set-up closes with the first administrator; its journey looks at it.
                .Where(route => !route.StartsWith("/set-up", StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal)
                .SelectMany(route => byRoute.GetValueOrDefault(route) ?? [route]),
        ];
    }
}
