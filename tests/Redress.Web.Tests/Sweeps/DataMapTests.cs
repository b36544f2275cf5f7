using Microsoft.EntityFrameworkCore;
using Redress.Web.Data;
using Redress.Web.Features.Import;
using Redress.Web.Security;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Sweeps;

/// <summary>The data map in docs/privacy against the tables as the migrations make them on both databases.</summary>
public sealed class DataMapTests(TestDatabases databases)
{
    private const string Nobody = "nobody";
    private const string NotPersonal = "none";

    /// <summary>Without the tables that SQLite itself keeps a search index in.</summary>
    private const string SqliteColumns = """
        SELECT made.name || '.' || col.name AS "Value"
        FROM pragma_table_list AS made, pragma_table_info(made.name) AS col
        WHERE made.schema = 'main' AND made.type IN ('table', 'virtual') AND made.name NOT LIKE 'sqlite_%'
        """;

    private const string PostgresColumns = """
        SELECT table_name::text || '.' || column_name::text AS "Value"
        FROM information_schema.columns
        WHERE table_schema = 'public'
        """;

    /// <summary>What a column can hold, as docs/privacy/README.md explains it.</summary>
    private static readonly string[] Personal = ["identity", "words", "need", "case", "staff", "secret"];

    private static readonly IReadOnlyList<CsvLine> Tables = Read("tables", "table", "what", "purpose", "basis", "kept");
    private static readonly IReadOnlyList<CsvLine> Columns = Read("columns", "table", "column", "holds", "seen_by");

    [Fact]
    public async Task Every_column_of_either_database_is_in_the_map_once_and_no_other()
    {
        string[] schema = [.. (await SchemaAsync(Kind.Sqlite)).Union(await SchemaAsync(Kind.Postgres))];
        string[] mapped = [.. Columns.Select(NameOf)];

        Faults.AssertNone([
            .. schema.Except(mapped).Select(name => $"{name} is not in columns.csv: say what it holds and who sees it"),
            .. mapped.Except(schema).Select(name => $"{name} is in columns.csv and in no database"),
            .. mapped.CountBy(name => name).Where(one => one.Value > 1).Select(one => $"{one.Key} is there twice"),
        ]);
    }

    [Fact]
    public void Whatever_is_personal_names_the_rows_of_the_matrix_that_say_who_sees_it() =>
        Faults.AssertNone(Columns.Where(line => !IsAnswered(line)).Select(NameOf));

    [Fact]
    public void Every_table_says_what_for_and_how_long_and_with_personal_data_on_what_basis()
    {
        Assert.Equal(
            Columns.Select(line => line.Cells["table"]).Distinct(),
            Tables.Select(line => line.Cells["table"])
        );
        var personal = Columns.Where(IsPersonal).Select(line => line.Cells["table"]).ToHashSet(StringComparer.Ordinal);

        Faults.AssertNone(
            Tables
                .Where(line =>
                    line.Cells["what"].Length == 0
                    || line.Cells["purpose"].Length == 0
                    || line.Cells["kept"].Length == 0
                    || personal.Contains(line.Cells["table"]) != line.Cells["basis"].Length > 0
                )
                .Select(line => line.Cells["table"])
        );
    }

    private static bool IsAnswered(CsvLine line)
    {
        var seenBy = line.Cells["seen_by"];
        return IsPersonal(line)
            ? seenBy == Nobody || seenBy.Split(' ').All(id => PermissionMatrix.Rows.Any(row => row.Id == id))
            : line.Cells["holds"] == NotPersonal && seenBy.Length == 0;
    }

    private static bool IsPersonal(CsvLine line) => Personal.Contains(line.Cells["holds"]);

    private static string NameOf(CsvLine line) => $"{line.Cells["table"]}.{line.Cells["column"]}";

    private async Task<List<string>> SchemaAsync(Kind kind)
    {
        await using var database = new Database(await databases.CreateAsync(kind));
        await using var context = database.NewContext();
        return await context
            .Database.SqlQueryRaw<string>(kind == Kind.Sqlite ? SqliteColumns : PostgresColumns)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    private static IReadOnlyList<CsvLine> Read(string name, params string[] columns) =>
        CsvFile.Read(name, File.ReadAllBytes(Path.Combine(Repository.Root, "docs", "privacy", $"{name}.csv")), columns);
}
