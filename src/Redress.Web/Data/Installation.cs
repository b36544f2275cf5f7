namespace Redress.Web.Data;

/// <summary>Where an installation keeps its data: a folder, and in it one SQLite file unless PostgreSQL is named.</summary>
/// <param name="Folder">Holds the database file, attachments and the landlord's own procedures.</param>
/// <param name="PostgresConnection">A connection string; none for SQLite.</param>
public sealed record Installation(string Folder, string? PostgresConnection = null)
{
    public string DatabaseFile => Path.Combine(Folder, "redress.db");

    /// <summary>Attachments.</summary>
    public string Files => Path.Combine(Folder, "files");

    public string Procedures => Path.Combine(Folder, "procedures");

    /// <summary>The folder is the option <c>data</c>; PostgreSQL is named by <c>REDRESS_DATABASE</c>.</summary>
    public static Installation Of(IConfiguration configuration) =>
        At(configuration["data"] ?? "data", configuration["REDRESS_DATABASE"]);

    public static Installation At(string folder, string? postgres) =>
        new(Path.GetFullPath(folder), string.IsNullOrWhiteSpace(postgres) ? null : postgres);
}
