using Jingke.Web.Features.Accounts.Bulk;
using Jingke.Web.Features.Accounts.Contacts;
using Jingke.Web.Features.Accounts.Edit;
using Jingke.Web.Features.Accounts.Json;
using Jingke.Web.Features.Accounts.List;
using Jingke.Web.Features.Accounts.Show;

namespace Jingke.Web.Features.Accounts;

/// <summary>
/// Accounts: <c>List</c> (search, filters, views, export), <c>Bulk</c> (assign, delete, restore), <c>Show</c> (one account),
/// <c>Edit</c>, <c>Contacts</c>, and <c>Json</c> for programs.
/// </summary>
internal static class AccountsFeature
{
    /// <summary>Registers queries and commands.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<AccountTotals>().AddSingleton<AccountChoices>();
        services.AddScoped<AccountConditions>().AddScoped<AccountList>();
        services.AddScoped<SavedViewList>().AddScoped<SaveView>().AddScoped<RemoveView>();
        services.AddScoped<AssignAccounts>().AddScoped<DeleteAccounts>().AddScoped<RestoreAccounts>();
        services.AddScoped<CreateAccount>().AddScoped<ChangeAccount>().AddScoped<AccountChecks>().AddScoped<ChangesSince>();
        services
            .AddScoped<AccountCard>()
            .AddScoped<AccountSales>()
            .AddScoped<AccountOrders>()
            .AddScoped<AccountVerdicts>()
            .AddScoped<AccountHistory>();
        services.AddScoped<SaveContact>().AddScoped<DeleteContact>().AddScoped<RestoreContact>();
        return services;
    }

    /// <summary>Maps what is not a page.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapAccountLists();
        routes.MapContacts();
        routes.MapAccountJson();
    }
}
