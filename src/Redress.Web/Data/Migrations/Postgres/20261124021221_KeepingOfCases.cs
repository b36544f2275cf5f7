using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Redress.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KeepingOfCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "keeping",
                table: "cases",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_mail_case_id",
                table: "outgoing_mail",
                column: "case_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outgoing_mail_case_id",
                table: "outgoing_mail");

            migrationBuilder.DropColumn(
                name: "keeping",
                table: "cases");
        }
    }
}
