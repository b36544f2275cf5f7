using Microsoft.EntityFrameworkCore;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

[assembly: AssemblyFixture(typeof(TestDatabases))]

namespace Redress.Web.Tests.Hosting;

public enum Kind
{
    Sqlite,
    Postgres,
}

/// <summary>
/// Fresh, migrated databases for tests: each is a copy of one that was migrated once in the run.
/// </summary>
public sealed class TestDatabases : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("redress-tests-");
    private readonly Lazy<Task<PostgresCluster>> postgres = new(StartPostgresAsync);
    private readonly Lazy<Task<string>> sqliteTemplate;
    private int created;

    public TestDatabases() => sqliteTemplate = new(MigrateSqliteTemplateAsync);

    /// <summary>An installation with a migrated, empty database of its own.</summary>
    public async Task<Installation> CreateAsync(Kind kind)
    {
        var number = Interlocked.Increment(ref created);
        var own = Path.Combine(folder.FullName, $"{number}");
        Directory.CreateDirectory(own);
        if (kind == Kind.Sqlite)
        {
            var installation = new Installation(own);
            File.Copy(await sqliteTemplate.Value, installation.DatabaseFile);
            return installation;
        }

        var cluster = await postgres.Value;
        await cluster.CreateAsync($"test_{number}", template: "migrated");
        return new Installation(own, cluster.ConnectionTo($"test_{number}"));
    }

    /// <summary>An installation with a database that holds nothing at all.</summary>
    public async Task<Installation> CreateEmptyAsync(Kind kind)
    {
        var number = Interlocked.Increment(ref created);
        var own = Path.Combine(folder.FullName, $"{number}");
        Directory.CreateDirectory(own);
        if (kind == Kind.Sqlite)
        {
            return new Installation(own);
        }

        var cluster = await postgres.Value;
        await cluster.CreateAsync($"empty_{number}", template: "template0");
        return new Installation(own, cluster.ConnectionTo($"empty_{number}"));
    }

    public async ValueTask DisposeAsync()
    {
        if (postgres.IsValueCreated)
        {
            await (await postgres.Value).DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    private static async Task<PostgresCluster> StartPostgresAsync()
    {
        var cluster = await PostgresCluster.StartAsync();
        await cluster.CreateAsync("migrated");
        await MigrateAsync(new Installation("/tmp", cluster.ConnectionTo("migrated") + ";Pooling=false"));
        return cluster;
    }

    private async Task<string> MigrateSqliteTemplateAsync()
    {
        var template = new Installation(Path.Combine(folder.FullName, "template"));
        await MigrateAsync(template);
        return template.DatabaseFile;
    }

    private static async Task MigrateAsync(Installation installation)
    {
        Directory.CreateDirectory(installation.Folder);
        await using var database = new Database(installation);
        await using var context = database.NewContext();
        await context.Database.MigrateAsync();
    }
}
