using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Redress.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddStatements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_statements",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    statement = table.Column<int>(type: "INTEGER", nullable: false),
                    request_id = table.Column<string>(type: "TEXT", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", nullable: false),
                    asked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    is_open = table.Column<bool>(type: "INTEGER", nullable: false),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_statements", x => new { x.case_id, x.statement });
                });

            migrationBuilder.CreateTable(
                name: "statement_drafts",
                columns: table => new
                {
                    request_id = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    kept_on = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_statement_drafts", x => x.request_id);
                });

            migrationBuilder.CreateTable(
                name: "statement_texts",
                columns: table => new
                {
                    request_id = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_statement_texts", x => new { x.request_id, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_statements_person_id",
                table: "case_statements",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_statements_request_id",
                table: "case_statements",
                column: "request_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_statements");

            migrationBuilder.DropTable(
                name: "statement_drafts");

            migrationBuilder.DropTable(
                name: "statement_texts");
        }
    }
}
