using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jingke.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeyAccountFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_measure",
                table: "to_do",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "outcome",
                table: "to_do",
                type: "TEXT",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "to_do",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "contact_policy_set",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    saved_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    policies = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_policy_set", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "key_account_assessment",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    influence_grade = table.Column<int>(type: "INTEGER", nullable: true),
                    influence = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    risks = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    deviation = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key_account_assessment", x => x.id);
                    table.ForeignKey(
                        name: "fk_key_account_assessment_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_key_account_assessment_by_id",
                        column: x => x.by_id,
                        principalTable: "app_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "key_account_plan",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    target = table.Column<long>(type: "INTEGER", nullable: false),
                    aims = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    strategy = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    net_sales = table.Column<long>(type: "INTEGER", nullable: true),
                    forecast = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key_account_plan", x => x.id);
                    table.ForeignKey(
                        name: "fk_key_account_plan_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_key_account_plan_by_id",
                        column: x => x.by_id,
                        principalTable: "app_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "key_account_review",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    next_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    conclusion = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key_account_review", x => x.id);
                    table.ForeignKey(
                        name: "fk_key_account_review_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_key_account_review_by_id",
                        column: x => x.by_id,
                        principalTable: "app_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "ix_to_do_due_on_account_id",
                table: "to_do",
                columns: new[] { "due_on", "account_id" },
                filter: "is_measure AND done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_key_account_assessment_account_id_id",
                table: "key_account_assessment",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_key_account_assessment_by_id",
                table: "key_account_assessment",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_key_account_plan_account_id_year_id",
                table: "key_account_plan",
                columns: new[] { "account_id", "year", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_key_account_plan_by_id",
                table: "key_account_plan",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_key_account_review_account_id_id",
                table: "key_account_review",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_key_account_review_by_id",
                table: "key_account_review",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_key_account_review_on",
                table: "key_account_review",
                column: "on");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contact_policy_set");

            migrationBuilder.DropTable(
                name: "key_account_assessment");

            migrationBuilder.DropTable(
                name: "key_account_plan");

            migrationBuilder.DropTable(
                name: "key_account_review");

            migrationBuilder.DropIndex(
                name: "ix_to_do_due_on_account_id",
                table: "to_do");

            migrationBuilder.DropColumn(
                name: "is_measure",
                table: "to_do");

            migrationBuilder.DropColumn(
                name: "outcome",
                table: "to_do");

            migrationBuilder.DropColumn(
                name: "version",
                table: "to_do");
        }
    }
}
