using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Redress.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddComplainants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_case_letters",
                table: "case_letters");

            migrationBuilder.DropPrimaryKey(
                name: "pk_case_access",
                table: "case_access");

            migrationBuilder.AddColumn<string>(
                name: "person_id",
                table: "case_letters",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "person_id",
                table: "case_access",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddPrimaryKey(
                name: "pk_case_letters",
                table: "case_letters",
                columns: new[] { "case_id", "letter", "person_id" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_case_access",
                table: "case_access",
                columns: new[] { "case_id", "person_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_case_letters",
                table: "case_letters");

            migrationBuilder.DropPrimaryKey(
                name: "pk_case_access",
                table: "case_access");

            migrationBuilder.DropColumn(
                name: "person_id",
                table: "case_letters");

            migrationBuilder.DropColumn(
                name: "person_id",
                table: "case_access");

            migrationBuilder.AddPrimaryKey(
                name: "pk_case_letters",
                table: "case_letters",
                columns: new[] { "case_id", "letter" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_case_access",
                table: "case_access",
                column: "case_id");
        }
    }
}
