using Jingke.Web.Common;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Jingke.Web.Data;

/// <summary>The database, who is looking at it, and sign-in.</summary>
internal static class DataFeature
{
    /// <summary>Registers contexts for the chosen database. Ask for <see cref="JingkeDbContext"/> in a request, for <see cref="JingkeDbFactory"/> elsewhere.</summary>
    public static IServiceCollection AddData(this IServiceCollection services, DatabaseChoice choice)
    {
        services.AddSingleton(choice);
        services.AddSingleton(TimeProvider.System);
        if (choice.IsPostgres)
            AddContexts<PostgresJingkeDbContext, PostgresScopedDbContext>(services, options => options.UseNpgsql(choice.ConnectionString));
        else
            AddContexts<SqliteJingkeDbContext, SqliteScopedDbContext>(
                services,
                options => options.UseSqlite(choice.ConnectionString).AddInterceptors(new SqlitePragmas())
            );

        services.AddScoped(sp => sp.GetRequiredService<JingkeDbFactory>().CreateFor(sp.GetRequiredService<CurrentUser>().Viewer));
        services.AddSingleton<PeopleDirectory>();
        services.AddSingleton<OrganisationInForce>();
        services.AddSingleton<CatalogueInForce>();
        services.AddSingleton<FactGround>();
        services.AddSingleton<VetFacts>();
        services.AddSingleton<VetAccounts>();
        services.AddSingleton<VetAllFacts>();
        services.TryAddSingleton<Clock>();
        services.AddScoped<RecordFacts>().AddScoped<OutdateFacts>();
        services.AddScoped<SettleFact>();
        services.AddScoped<CurrentUser>();
        services.AddSingleton<DatabaseUpgrade>();
        services.AddSingleton<ChangeWatch>();
        services.AddHttpContextAccessor();
        return services;
    }

    private static void AddContexts<TWhole, TScoped>(IServiceCollection services, Action<DbContextOptionsBuilder> connect)
        where TWhole : JingkeDbContext
        where TScoped : JingkeDbContext
    {
        services.AddPooledDbContextFactory<TWhole>(Configure);
        services.AddPooledDbContextFactory<TScoped>(Configure);
        services.AddSingleton(sp =>
        {
            var whole = sp.GetRequiredService<IDbContextFactory<TWhole>>();
            var scoped = sp.GetRequiredService<IDbContextFactory<TScoped>>();
            return new JingkeDbFactory(whole.CreateDbContext, scoped.CreateDbContext);
        });

        // The recycle bin hides accounts, and with them what hangs on them: meant so, hence no warning at every start. Counting up to a
        // limit needs no order, and sorting for it would be most of the work.
        void Configure(DbContextOptionsBuilder options)
        {
            connect(options);
            options.ConfigureWarnings(warnings =>
                warnings.Ignore(
                    CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning,
                    CoreEventId.RowLimitingOperationWithoutOrderByWarning
                )
            );
        }
    }

    /// <summary>Registers sign-in by cookie and the policies.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Jingke");
        services.AddSingleton<EfXmlRepository>();
        services.AddOptions<KeyManagementOptions>().Configure<EfXmlRepository>((options, repository) => options.XmlRepository = repository);

        services
            .AddIdentityCore<User>(options =>
            {
                options.Password = new PasswordOptions
                {
                    RequiredLength = SimplePassword.MinimumLength,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.User.RequireUniqueEmail = false;
                options.User.AllowedUserNameCharacters = "";
            })
            .AddPasswordValidator<SimplePassword>()
            .AddEntityFrameworkStores<JingkeDbContext>()
            .AddSignInManager();
        services.AddScoped<AddUser>();
        services.AddRateLimits();
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(
                IdentityConstants.ApplicationScheme,
                options =>
                {
                    options.Cookie.Name = "jingke";
                    options.Cookie.HttpOnly = true;
                    options.Cookie.SameSite = SameSiteMode.Lax;
                    options.ExpireTimeSpan = TimeSpan.FromHours(12);
                    options.SlidingExpiration = true;
                    options.LoginPath = "/sign-in";
                    options.AccessDeniedPath = "/problem/403";
                    options.ReturnUrlParameter = "from";
                    options.Events.OnValidatePrincipal = Session.ValidateAsync;
                    var askOnPage = options.Events.OnRedirectToLogin;
                    options.Events.OnRedirectToLogin = context =>
                        HttpMethods.IsGet(context.Request.Method) ? askOnPage(context) : Session.AskAfterFormAsync(context);
                }
            );
        services.AddAuthorization(Policies.Add);
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        return services;
    }

    /// <summary>Has a running server notice what other nodes and the command line change.</summary>
    public static IServiceCollection AddChangeWatch(this IServiceCollection services) =>
        services.AddHostedService(sp =>
        {
            var watch = sp.GetRequiredService<ChangeWatch>();
            watch.On([ChangeStamp.People], sp.GetRequiredService<PeopleDirectory>().ReloadAsync);
            watch.On([ChangeStamp.Settings], sp.GetRequiredService<OrganisationInForce>().ReloadAsync);
            watch.On([ChangeStamp.Settings], sp.GetRequiredService<CatalogueInForce>().ReloadAsync);
            return watch;
        });
}
