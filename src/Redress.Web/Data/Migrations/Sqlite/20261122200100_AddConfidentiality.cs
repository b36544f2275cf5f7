using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Redress.Web.Data.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AddColumn<string>(
                name: "person_id",
                table: "outgoing_mail",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "confidential",
                table: "case_people",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "has_hidden_address",
                table: "case_people",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "has_hidden_email",
                table: "case_people",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "case_identities",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "TEXT", nullable: false),
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false)
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
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
