using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Redress.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddConfidentiality : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "address",
                table: "outgoing_mail",
                type: "text",
                nullable: true,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text",
                oldCollation: "C");

            migrationBuilder.AddColumn<string>(
                name: "person_id",
                table: "outgoing_mail",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "confidential",
                table: "case_people",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "has_hidden_address",
                table: "case_people",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "has_hidden_email",
                table: "case_people",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "case_identities",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    case_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    data = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_identities", x => x.person_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_identities_case_id",
                table: "case_identities",
                column: "case_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_identities");

            migrationBuilder.DropColumn(
                name: "person_id",
                table: "outgoing_mail");

            migrationBuilder.DropColumn(
                name: "confidential",
                table: "case_people");

            migrationBuilder.DropColumn(
                name: "has_hidden_address",
                table: "case_people");

            migrationBuilder.DropColumn(
                name: "has_hidden_email",
                table: "case_people");

            migrationBuilder.AlterColumn<string>(
                name: "address",
                table: "outgoing_mail",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true,
                oldCollation: "C");
        }
    }
}
