using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Jingke.Web.Common.Audit;
using Jingke.Web.Common.Errors;
using Jingke.Web.Common.Forms;
using Jingke.Web.Common.Languages;
using Jingke.Web.Common.Periods;
using Jingke.Web.Common.Shell;
using Jingke.Web.Data.Access;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;

namespace Jingke.Web.Common;

/// <summary>What every page shares: languages, the shell, components, forms, words for problems, static files.</summary>
internal static class CommonFeature
{
    /// <summary>Registers the shell and what pages are made of.</summary>
    public static IServiceCollection AddCommon(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = Language.All.Select(language => language.Code).ToArray();
            options.SetDefaultCulture(Language.Simplified.Code).AddSupportedCultures(cultures).AddSupportedUICultures(cultures);
            options.RequestCultureProviders = [new LanguageOfRequest()];
        });

        // Otherwise every Chinese character is written as a numeric entity, which makes pages a third longer.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // At their fastest, gzip is cheaper than brotli for a page and as small; files are compressed when they are built.
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.AddProblemAnswers();
        services.AddSingleton<Clock>();
        services.AddSingleton<ChosenPeriod>();
        services.AddSingleton<AssetAddresses>();
        services.AddScoped<ChangeWords>();
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        return services;
    }

    /// <summary>What wraps every request: language, compression, answers to problems, redirects after forms.</summary>
    public static void UseCommon(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseResponseCompression();
        app.UseProblemAnswers();
        app.UseSeeOther();
        app.UseChunkCaching();
    }

    /// <summary>Maps static files, pages and the switches of the shell.</summary>
    public static void MapCommon(this WebApplication app)
    {
        app.UseExpiredForms();
        // Started from the source tree the framework would otherwise check every file anew and let browsers keep none.
        app.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>();
        app.MapLanguageSwitch();
        app.MapThemeSwitch();
        // Without it the closed fallback policy would say "not allowed" of a page that does not exist.
        app.MapFallback("{**path}", () => TypedResults.NotFound()).RequireAuthorization(Policies.SignedIn);
    }
}
