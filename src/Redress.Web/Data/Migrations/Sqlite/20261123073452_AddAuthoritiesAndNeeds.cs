using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Redress.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddAuthoritiesAndNeeds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_authorities",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", nullable: false),
                    for_id = table.Column<string>(type: "TEXT", nullable: false),
                    authority = table.Column<string>(type: "TEXT", nullable: false),
                    letters = table.Column<bool>(type: "INTEGER", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_authorities", x => new { x.case_id, x.person_id });
                });

            migrationBuilder.CreateTable(
                name: "case_needs",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", nullable: false),
                    format = table.Column<string>(type: "TEXT", nullable: false),
                    language_words_id = table.Column<string>(type: "TEXT", nullable: true),
                    what_words_id = table.Column<string>(type: "TEXT", nullable: true),
                    no_phone = table.Column<bool>(type: "INTEGER", nullable: false),
                    no_voicemail = table.Column<bool>(type: "INTEGER", nullable: false),
                    no_email = table.Column<bool>(type: "INTEGER", nullable: false),
                    no_post = table.Column<bool>(type: "INTEGER", nullable: false),
                    no_visit = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_needs", x => new { x.case_id, x.person_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_people_email",
                table: "case_people",
                column: "email");

            migrationBuilder.CreateIndex(
                name: "ix_case_people_phone",
                table: "case_people",
                column: "phone");

            migrationBuilder.CreateIndex(
                name: "ix_case_authorities_authority",
                table: "case_authorities",
                column: "authority");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_authorities");

            migrationBuilder.DropTable(
                name: "case_needs");

            migrationBuilder.DropIndex(
                name: "ix_case_people_email",
                table: "case_people");

            migrationBuilder.DropIndex(
                name: "ix_case_people_phone",
                table: "case_people");
        }
    }
}
