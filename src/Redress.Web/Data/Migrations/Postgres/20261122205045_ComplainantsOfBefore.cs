using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Redress.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ComplainantsOfBefore : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Codes and mail from before a case could have several complainants are those of the one it had.
            migrationBuilder.Sql(
                "UPDATE case_access SET person_id = coalesce("
                    + "(SELECT complainant_id FROM cases WHERE cases.id = case_access.case_id), '')"
            );
            migrationBuilder.Sql(
                "UPDATE outgoing_mail SET person_id = "
                    + "(SELECT complainant_id FROM cases WHERE cases.id = outgoing_mail.case_id) WHERE person_id IS NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
