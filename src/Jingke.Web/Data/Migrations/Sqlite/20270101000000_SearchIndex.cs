using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Jingke.Web.Data.Migrations.Sqlite;

/// <summary>The full-text table of the search; written by hand, since EF Core knows no virtual tables.</summary>
[DbContext(typeof(SqliteJingkeDbContext))]
[Migration("20270101000000_SearchIndex")]
public sealed class SearchIndex : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE VIRTUAL TABLE account_terms
            USING fts5(terms, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')
            """
        );
        // Also when an account is removed for good, and its entry with it.
        migrationBuilder.Sql(
            """
            CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry
            BEGIN
                DELETE FROM account_terms WHERE rowid = old.account_id;
            END
            """
        );
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TRIGGER search_entry_removed");
        migrationBuilder.Sql("DROP TABLE account_terms");
    }
}
