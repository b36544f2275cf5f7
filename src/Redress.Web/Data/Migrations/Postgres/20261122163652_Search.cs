using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Redress.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_search",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    case_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_search", x => x.number);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_search_case_id",
                table: "case_search",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_search_words",
                table: "case_search",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:gin_pending_list_limit", 256);

            // Words stay in their row, where a search that walks through the newest cases reads them without a second look.
            migrationBuilder.Sql("ALTER TABLE case_search SET (toast_tuple_target = 8160)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_search");
        }
    }
}
