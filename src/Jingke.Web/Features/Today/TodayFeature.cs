namespace Jingke.Web.Features.Today;

/// <summary>The start page: what is due, and what is new since yesterday.</summary>
internal static class TodayFeature
{
    /// <summary>Registers its queries.</summary>
    public static IServiceCollection AddToday(this IServiceCollection services) =>
        services.AddScoped<WhatIsNew>().AddScoped<RecentOrders>().AddScoped<DueToDos>();
}
