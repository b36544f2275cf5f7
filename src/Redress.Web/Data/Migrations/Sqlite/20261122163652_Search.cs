using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Redress.Web.Data.Migrations.Sqlite
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
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    case_id = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false)
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

            // Words are folded already, and none is twice in a row, so that the index keeps nothing but which word is where.
            // What is deleted from it is overwritten, as in every other table: erased is erased.
            migrationBuilder.Sql(
                """
                CREATE VIRTUAL TABLE case_search_index USING fts5(
                    words, content = 'case_search', content_rowid = 'number', detail = 'none', columnsize = 0, tokenize = 'ascii'
                );
                INSERT INTO case_search_index (case_search_index, rank) VALUES ('secure-delete', 1);
                """
            );

            // Most rows only grow: then nothing of what is indexed need be touched.
            migrationBuilder.Sql(
                """
                CREATE TRIGGER case_search_inserted AFTER INSERT ON case_search BEGIN
                    INSERT INTO case_search_index (rowid, words) VALUES (new.number, new.words);
                END;
                CREATE TRIGGER case_search_deleted AFTER DELETE ON case_search BEGIN
                    INSERT INTO case_search_index (case_search_index, rowid, words) VALUES ('delete', old.number, old.words);
                END;
                CREATE TRIGGER case_search_grown AFTER UPDATE ON case_search
                WHEN substr(new.words, 1, length(old.words)) = old.words BEGIN
                    INSERT INTO case_search_index (rowid, words)
                    VALUES (new.number, substr(new.words, length(old.words) + 1));
                END;
                CREATE TRIGGER case_search_changed AFTER UPDATE ON case_search
                WHEN substr(new.words, 1, length(old.words)) <> old.words BEGIN
                    INSERT INTO case_search_index (case_search_index, rowid, words) VALUES ('delete', old.number, old.words);
                    INSERT INTO case_search_index (rowid, words) VALUES (new.number, new.words);
                END;
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_search_index");

            migrationBuilder.DropTable(
                name: "case_search");
        }
    }
}
