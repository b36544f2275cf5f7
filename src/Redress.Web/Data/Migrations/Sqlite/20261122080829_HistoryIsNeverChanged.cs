using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Redress.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HistoryIsNeverChanged : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var table in new[] { "history", "seals", "seal_heads" })
            {
                foreach (var change in new[] { "update", "delete" })
                {
                    migrationBuilder.Sql(
                        $"""
                        CREATE TRIGGER {table}_no_{change} BEFORE {change} ON {table}
                        BEGIN SELECT RAISE(ABORT, '{table} is never changed'); END
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
                migrationBuilder.Sql($"DROP TRIGGER {table}_no_update; DROP TRIGGER {table}_no_delete");
            }
        }
    }
}
