using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Redress.Web.Data;

/// <summary>What went wrong, said alike for both databases.</summary>
internal static class DatabaseErrors
{
    /// <summary>The table in which a key was there already; none for any other error.</summary>
    public static string? DuplicateIn(DbException error) =>
        error switch
        {
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } postgres => postgres.TableName,
            SqliteException
            {
                SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY
                    or SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE
            } sqlite => TableIn(sqlite.Message),
            _ => null,
        };

    public static bool IsBusy(DbException error) =>
        error is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY };

    /// <summary>SQLite says it only in words: <c>... UNIQUE constraint failed: cases.reference'.</c></summary>
    private static string TableIn(string message)
    {
        const string Before = "constraint failed: ";
        var start = message.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return message[start..message.IndexOf('.', start)];
    }
}
