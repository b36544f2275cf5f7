using System.Data.Common;
using Microsoft.Data.Sqlite;
using Redress.Bench.Floor;

namespace Redress.Bench.Run;

/// <summary>Where an installation keeps its data.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Database">What the floor opens: a file of SQLite, or a connection string of PostgreSQL.</param>
/// <param name="Connection">What the product is told: a connection string of PostgreSQL, or nothing.</param>
internal sealed record Place(string Folder, string Database, string? Connection)
{
    public IReadOnlyList<string> References() =>
        Ask("SELECT reference FROM cases ORDER BY reference", row => row.GetString(0));

    /// <summary>
    /// Words to look for, common and rare alike, the commonest among them: each once of those that stand in several of the
    /// texts read.
    /// </summary>
    public IReadOnlyList<string> Words()
    {
        var texts = Ask(
            "SELECT stream_id, text FROM words ORDER BY stream_id, sequence, id LIMIT 5000",
            row => (Case: row.GetString(0), Words: row.GetString(1).ToLowerInvariant().Split(' '))
        );
        return
        [
            .. texts
                .SelectMany(text => text.Words.Distinct().Select(word => (text.Case, Word: word)))
                .Where(one => one.Word.Length > 2 && one.Word.All(char.IsAsciiLetter))
                .Distinct()
                .GroupBy(one => one.Word)
                .Where(cases => cases.Count() > 2)
                .Select(cases => cases.Key)
                .Order(),
        ];
    }

    private List<T> Ask<T>(string sql, Func<DbDataReader, T> read)
    {
        using var connection = FloorDatabase.Of(Database).Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var answer = new List<T>();
        while (rows.Read())
        {
            answer.Add(read(rows));
        }

        return answer;
    }
}

/// <summary>Makes places on one database, and copies of them that nobody has open.</summary>
internal abstract class Storage
{
    public abstract Task<Place> CreateAsync(string name);

    public abstract Task<Place> CopyAsync(Place place, string name);
}

internal sealed class OnSqlite(string folder) : Storage
{
    public override Task<Place> CreateAsync(string name)
    {
        var created = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        return Task.FromResult(new Place(created, Path.Combine(created, "redress.db"), Connection: null));
    }

    public override async Task<Place> CopyAsync(Place place, string name)
    {
        var copy = await CreateAsync(name);
        await using var connection = FloorDatabase.Of(place.Database).Open();
        await using var target = new SqliteConnection($"Data Source={copy.Database};Pooling=False");
        await target.OpenAsync();
        ((SqliteConnection)connection).BackupDatabase(target);
        return copy;
    }
}

internal sealed class OnPostgres(string folder, Cluster cluster) : Storage
{
    public override async Task<Place> CreateAsync(string name)
    {
        await cluster.CreateAsync(name);
        return At(name);
    }

    public override async Task<Place> CopyAsync(Place place, string name)
    {
        await cluster.CreateAsync(name, template: Path.GetFileName(place.Folder));
        return At(name);
    }

    private Place At(string name) =>
        new(
            Directory.CreateDirectory(Path.Combine(folder, "files", name)).FullName,
            cluster.Connection(name),
            cluster.Connection(name)
        );
}
