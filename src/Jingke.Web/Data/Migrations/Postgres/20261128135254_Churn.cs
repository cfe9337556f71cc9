using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Jingke.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Churn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "churn_rule_set",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    saved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    saved_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    rules = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_churn_rule_set", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "loss_cause",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name_hans = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name_hant = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name_en = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_retired = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loss_cause", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "loss_review",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    last_order_on = table.Column<DateOnly>(type: "date", nullable: false),
                    cause_id = table.Column<long>(type: "bigint", nullable: false),
                    story = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    lesson = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loss_review", x => x.id);
                    table.ForeignKey(
                        name: "fk_loss_review_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_loss_review_by_id",
                        column: x => x.by_id,
                        principalTable: "app_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_loss_review_cause_id",
                        column: x => x.cause_id,
                        principalTable: "loss_cause",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_loss_cause_key",
                table: "loss_cause",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loss_review_account_id_last_order_on",
                table: "loss_review",
                columns: new[] { "account_id", "last_order_on" });

            migrationBuilder.CreateIndex(
                name: "ix_loss_review_by_id",
                table: "loss_review",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_loss_review_cause_id",
                table: "loss_review",
                column: "cause_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "churn_rule_set");

            migrationBuilder.DropTable(
                name: "loss_review");

            migrationBuilder.DropTable(
                name: "loss_cause");
        }
    }
}
