using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data;

/// <summary>The whole model on SQLite, with its migrations; for the product's own work and for those who see everything.</summary>
public sealed class SqliteJingkeDbContext(DbContextOptions<SqliteJingkeDbContext> options) : JingkeDbContext(options)
{
    /// <inheritdoc/>
    protected override bool ScopeApplies => false;
}

/// <summary>The model on SQLite, limited to the viewer's scope.</summary>
public sealed class SqliteScopedDbContext(DbContextOptions<SqliteScopedDbContext> options) : JingkeDbContext(options)
{
    /// <inheritdoc/>
    protected override bool ScopeApplies => true;
}
