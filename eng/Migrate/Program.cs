using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using Redress.Web.Data;

// Writes the migration NAME for both databases from what the model has become: eng/migrate NAME
if (args is not [var name, var migrations])
{
    Console.Error.WriteLine("eng/migrate NAME, for example: eng/migrate AddSurveys");
    return 2;
}

var sqlite = new DbContextOptionsBuilder<SqliteRedressContext>().UseSqlite("Data Source=unused").Options;
var postgres = new DbContextOptionsBuilder<PostgresRedressContext>().UseNpgsql("Host=unused").Options;

Write(new SqliteRedressContext(sqlite), "Sqlite");
Write(new PostgresRedressContext(postgres), "Postgres");
return 0;

void Write(DbContext context, string database)
{
    using var _ = context;
    var assembly = typeof(RedressContext).Assembly;
    using var services = new DesignTimeServicesBuilder(assembly, assembly, new OperationReporter(null), [])
        .Build(context)
        .CreateScope();
    var scaffolder = services.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
    var folder = Path.Combine(migrations, database);
    Directory.CreateDirectory(folder);

    var migration = scaffolder.ScaffoldMigration(name, "Redress.Web.Data", $"Migrations.{database}", "C#");
    foreach (
        var (file, code) in new[]
        {
            ($"{migration.MigrationId}.cs", migration.MigrationCode),
            ($"{migration.MigrationId}.Designer.cs", migration.MetadataCode),
            ($"{migration.SnapshotName}.cs", migration.SnapshotCode),
        }
    )
    {
        File.WriteAllText(Path.Combine(folder, file), code);
        Console.WriteLine(Path.Combine(folder, file));
    }
}
