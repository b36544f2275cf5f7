using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Redress.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SearchPendingWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) =>
            // Whoever writes says how long the list may grow; the index need not be made again.
            migrationBuilder.Sql("ALTER INDEX ix_case_search_words RESET (gin_pending_list_limit)");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("ALTER INDEX ix_case_search_words SET (gin_pending_list_limit = 256)");
    }
}
