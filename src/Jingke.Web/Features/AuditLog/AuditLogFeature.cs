namespace Jingke.Web.Features.AuditLog;

/// <summary>The audit log: its page and its export.</summary>
internal static class AuditLogFeature
{
    /// <summary>Registers the query.</summary>
    public static IServiceCollection AddAuditLog(this IServiceCollection services) => services.AddScoped<AuditList>();

    /// <summary>Maps the export.</summary>
    public static void MapAuditLog(this IEndpointRouteBuilder routes) => routes.MapAuditExport();
}
