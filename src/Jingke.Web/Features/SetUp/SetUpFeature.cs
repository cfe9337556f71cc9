namespace Jingke.Web.Features.SetUp;

/// <summary>The first start: a one-time link on the console leads to the first administrator, and from there to data.</summary>
internal static class SetUpFeature
{
    /// <summary>Registers the link and the command behind it.</summary>
    public static IServiceCollection AddSetUp(this IServiceCollection services) =>
        services.AddSingleton<SetUpLink>().AddScoped<SetUpProduct>();
}
