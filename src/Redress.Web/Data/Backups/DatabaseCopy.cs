namespace Redress.Web.Data;

/// <summary>How the database gets into a backup and out of one.</summary>
internal abstract class DatabaseCopy
{
    /// <summary>What the manifest calls this kind of database.</summary>
    public abstract string Kind { get; }

    public static DatabaseCopy Of(Installation installation, Database database) =>
        database.IsSqlite ? new SqliteCopy(installation, database) : new PostgresCopy(database);

    /// <summary>Copies one state of the database into a folder, whatever is written meanwhile.</summary>
    /// <returns>What that state holds.</returns>
    public abstract Task<DatabaseContents> TakeAsync(string folder, CancellationToken cancel);

    /// <summary>Whether there is nothing that a restore would go over.</summary>
    public abstract Task<bool> IsEmptyAsync(CancellationToken cancel);

    /// <summary>Fills the database, which is empty, from what was copied into a folder.</summary>
    /// <exception cref="InvalidDataException">The copy does not hold what was expected. Nothing was written.</exception>
    public abstract Task RestoreAsync(string folder, DatabaseContents expected, CancellationToken cancel);
}
