using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jingke.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AccountCodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_account_code",
                table: "account");

            migrationBuilder.DropIndex(
                name: "ix_account_credit_code",
                table: "account");

            migrationBuilder.CreateIndex(
                name: "ix_account_code",
                table: "account",
                column: "code",
                filter: "code IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_account_credit_code",
                table: "account",
                column: "credit_code",
                filter: "credit_code IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_account_code",
                table: "account");

            migrationBuilder.DropIndex(
                name: "ix_account_credit_code",
                table: "account");

            migrationBuilder.CreateIndex(
                name: "ix_account_code",
                table: "account",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_account_credit_code",
                table: "account",
                column: "credit_code");
        }
    }
}
