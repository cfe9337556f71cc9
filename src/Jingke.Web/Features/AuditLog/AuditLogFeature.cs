namespace Jingke.Web.Features.AuditLog;

/// <summary>The audit log: its page and its export.</summary>
internal static class AuditLogFeature
{
    /// <summary>Registers the query.</summary>
    public static IServiceCollection AddAuditLog(this IServiceCollection services) => services.AddScoped<AuditList>();
}
