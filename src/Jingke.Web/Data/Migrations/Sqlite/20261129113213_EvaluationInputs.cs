using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jingke.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EvaluationInputs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "inputs",
                table: "evaluation_run",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "inputs",
                table: "evaluation_run");
        }
    }
}
