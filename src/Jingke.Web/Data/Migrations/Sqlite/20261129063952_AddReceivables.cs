using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jingke.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddReceivables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "receivable",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    invoice_no = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    invoiced_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    created_by_batch_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receivable", x => x.id);
                    table.ForeignKey(
                        name: "fk_receivable_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_receivable_created_by_batch_id",
                        column: x => x.created_by_batch_id,
                        principalTable: "import_batch",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "service_rate_set",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    saved_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    rates = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_rate_set", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "receipt",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    receivable_id = table.Column<long>(type: "INTEGER", nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    occurrence = table.Column<int>(type: "INTEGER", nullable: false),
                    created_by_batch_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receipt", x => x.id);
                    table.ForeignKey(
                        name: "fk_receipt_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_receipt_created_by_batch_id",
                        column: x => x.created_by_batch_id,
                        principalTable: "import_batch",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_receipt_receivable_id",
                        column: x => x.receivable_id,
                        principalTable: "receivable",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_receipt_account_id",
                table: "receipt",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_receipt_created_by_batch_id",
                table: "receipt",
                column: "created_by_batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_receipt_receivable_id",
                table: "receipt",
                column: "receivable_id");

            migrationBuilder.CreateIndex(
                name: "ix_receivable_account_id_invoice_no",
                table: "receivable",
                columns: new[] { "account_id", "invoice_no" });

            migrationBuilder.CreateIndex(
                name: "ix_receivable_created_by_batch_id",
                table: "receivable",
                column: "created_by_batch_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "receipt");

            migrationBuilder.DropTable(
                name: "service_rate_set");

            migrationBuilder.DropTable(
                name: "receivable");
        }
    }
}
