using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data;

/// <summary>The whole model on PostgreSQL, with its migrations; for the product's own work and for those who see everything.</summary>
public sealed class PostgresJingkeDbContext(DbContextOptions<PostgresJingkeDbContext> options) : JingkeDbContext(options)
{
    /// <inheritdoc/>
    protected override bool ScopeApplies => false;
}

/// <summary>The model on PostgreSQL, limited to the viewer's scope.</summary>
public sealed class PostgresScopedDbContext(DbContextOptions<PostgresScopedDbContext> options) : JingkeDbContext(options)
{
    /// <inheritdoc/>
    protected override bool ScopeApplies => true;
}
