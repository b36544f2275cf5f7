using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Redress.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SearchByWeeks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql(
                """
                DROP INDEX ix_case_search_words;
                CREATE INDEX ix_case_search_words ON case_search
                    USING gin ((words || array_to_tsvector(ARRAY['~' || (number >> 47)])));
                """
            );

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql(
                """
                DROP INDEX ix_case_search_words;
                CREATE INDEX ix_case_search_words ON case_search USING gin (words);
                """
            );
    }
}
