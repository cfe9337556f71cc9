using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Jingke.Web.Data.Migrations.Postgres;

/// <summary>The terms of the search and their index; written by hand, since the model has no arrays.</summary>
[DbContext(typeof(PostgresJingkeDbContext))]
[Migration("20270101000000_SearchIndex")]
public sealed class SearchIndex : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("ALTER TABLE search_entry ADD COLUMN terms text[] NOT NULL");
        migrationBuilder.Sql("CREATE INDEX ix_search_entry_terms ON search_entry USING gin (terms)");
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP INDEX ix_search_entry_terms");
        migrationBuilder.Sql("ALTER TABLE search_entry DROP COLUMN terms");
    }
}
