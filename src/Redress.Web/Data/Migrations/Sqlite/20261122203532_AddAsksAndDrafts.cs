using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Redress.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddAsksAndDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_asks",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    ask = table.Column<int>(type: "INTEGER", nullable: false),
                    what_words_id = table.Column<string>(type: "TEXT", nullable: false),
                    asked_of = table.Column<string>(type: "TEXT", nullable: true),
                    service_words_id = table.Column<string>(type: "TEXT", nullable: true),
                    asked_by = table.Column<string>(type: "TEXT", nullable: false),
                    asked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_asks", x => new { x.case_id, x.ask });
                });

            migrationBuilder.CreateTable(
                name: "letter_drafts",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    stage = table.Column<int>(type: "INTEGER", nullable: false),
                    duty = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    kept_by = table.Column<string>(type: "TEXT", nullable: false),
                    kept_on = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_drafts", x => new { x.case_id, x.stage, x.duty, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_asks_asked_by_answer_by",
                table: "case_asks",
                columns: new[] { "asked_by", "answer_by" });

            migrationBuilder.CreateIndex(
                name: "ix_case_asks_asked_of_answer_by",
                table: "case_asks",
                columns: new[] { "asked_of", "answer_by" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_asks");

            migrationBuilder.DropTable(
                name: "letter_drafts");
        }
    }
}
