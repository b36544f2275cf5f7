using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Redress.Web.Data;

/// <summary>What went wrong, said alike for both databases.</summary>
internal static class DatabaseErrors
{
    /// <summary>A key that is there already.</summary>
    public static bool IsDuplicate(DbException error) =>
        error switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode
                is SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY
                    or SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE,
            PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
            _ => false,
        };

    public static bool IsBusy(DbException error) =>
        error is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY };
}
