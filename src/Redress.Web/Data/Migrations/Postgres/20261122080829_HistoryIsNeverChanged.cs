using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Redress.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class HistoryIsNeverChanged : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                CREATE FUNCTION never_changed() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION '% is never changed', TG_TABLE_NAME; END $$
                """
            );
            foreach (var table in new[] { "history", "seals", "seal_heads" })
            {
                foreach (var change in new[] { "update", "delete", "truncate" })
                {
                    migrationBuilder.Sql(
                        $"""
                        CREATE TRIGGER {table}_no_{change} BEFORE {change} ON {table}
                        FOR EACH STATEMENT EXECUTE FUNCTION never_changed()
                        """
                    );
                }
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in new[] { "history", "seals", "seal_heads" })
            {
                foreach (var change in new[] { "update", "delete", "truncate" })
                {
                    migrationBuilder.Sql($"DROP TRIGGER {table}_no_{change} ON {table}");
                }
            }

            migrationBuilder.Sql("DROP FUNCTION never_changed");
        }
    }
}
