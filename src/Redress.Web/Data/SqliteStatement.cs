using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Redress.Web.Data;

/// <summary>
/// A statement about one row, by SQLite's own calls. The driver's command looks up each parameter by its name, makes four
/// objects a value and a reader a row, which together cost more than SQLite takes to write the row.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Column[] columns;
    private readonly sqlite3_stmt statement;
    private byte[] utf8 = new byte[1024];

    public SqliteStatement(SqliteConnection connection, string sql, Column[] columns)
    {
        this.connection = connection;
        this.columns = columns;
        Check(raw.sqlite3_prepare_v2(connection.Handle, sql, out statement));
    }

    public void Execute(object row)
    {
        for (var at = 0; at < columns.Length; at++)
        {
            Check(Bind(at + 1, columns[at].ValueIn(row)));
        }

        try
        {
            Check(raw.sqlite3_step(statement));
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    public void Dispose() => statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, connection.Handle);

    /// <summary>Days and instants are written as the driver writes them, by which they are read.</summary>
    private int Bind(int at, object? value) =>
        value switch
        {
            null => raw.sqlite3_bind_null(statement, at),
            string text => Bind(at, text),
            int number => raw.sqlite3_bind_int(statement, at, number),
            long number => raw.sqlite3_bind_int64(statement, at, number),
            bool truth => raw.sqlite3_bind_int(statement, at, truth ? 1 : 0),
            DateOnly day => Bind(at, day, "yyyy-MM-dd"),
            DateTime instant => Bind(at, instant, "yyyy-MM-dd HH:mm:ss.FFFFFFF"),
            _ => throw new NotSupportedException($"No column holds a {value.GetType().Name}."),
        };

    private int Bind(int at, string text)
    {
        // Of no bytes at all SQLite would make NULL.
        if (text.Length == 0)
        {
            return raw.sqlite3_bind_text(statement, at, "");
        }

        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (utf8.Length < longest)
        {
            utf8 = new byte[longest];
        }

        return raw.sqlite3_bind_text(statement, at, utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8)));
    }

    private int Bind<T>(int at, T value, string format)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(utf8, out var length, format, CultureInfo.InvariantCulture);
        return raw.sqlite3_bind_text(statement, at, utf8.AsSpan(0, length));
    }
}
