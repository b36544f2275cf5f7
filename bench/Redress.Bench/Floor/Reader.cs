using System.Data;
using System.Data.Common;
using Npgsql;

namespace Redress.Bench.Floor;

/// <summary>A connection with its statements prepared and a page to write on, used by one request at a time.</summary>
internal sealed class Reader
{
    private readonly DbCommand theCase;
    private readonly DbCommand[] aboutCase;
    private readonly DbCommand worklist;
    private readonly DbCommand found;
    private readonly DbCommand[] aboutFound;
    private readonly Func<IEnumerable<string>, string> joined;

    public Reader(DbConnection connection)
    {
        var isPostgres = connection is NpgsqlConnection;
        found = Prepare(connection, isPostgres ? Statements.FoundOnPostgres : Statements.FoundOnSqlite, parameters: 1);
        var ids = isPostgres ? "SELECT unnest(string_to_array($1, ','))" : "SELECT value FROM json_each($1)";
        aboutFound = [.. Statements.AboutFound(ids).Select(sql => Prepare(connection, sql, parameters: 1))];
        joined = isPostgres ? ids => string.Join(',', ids) : ids => $"[\"{string.Join("\",\"", ids)}\"]";
        theCase = Prepare(connection, Statements.Case, parameters: 1);
        aboutCase = [.. Statements.AboutCase.Select(sql => Prepare(connection, sql, parameters: 1))];
        worklist = Prepare(connection, Statements.Worklist, parameters: 0);
    }

    public Page Page { get; } = new();

    /// <returns>False if there is no such case.</returns>
    public async Task<bool> CaseAsync(string reference, int size)
    {
        Page.Begin();
        Page.Html("<h1>"u8);
        Page.Text(reference);
        Page.Html("</h1>"u8);

        FloorDatabase.Bind(theCase, [reference]);
        string id;
        await using (var row = await theCase.ExecuteReaderAsync())
        {
            if (!await row.ReadAsync())
            {
                return false;
            }

            id = row.GetString(0);
        }

        foreach (var question in aboutCase)
        {
            FloorDatabase.Bind(question, [id]);
            await using var rows = await question.ExecuteReaderAsync();
            await Page.TableAsync(rows);
        }

        Page.End(size);
        return true;
    }

    /// <summary>Each case found, and of every text the word is looked for in the beginning of the first that has it.</summary>
    public async Task SearchAsync(string word, int size)
    {
        Page.Begin();
        FloorDatabase.Bind(found, [word]);
        var ids = new List<string>(51);
        await using (var rows = await found.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                ids.Add(rows.GetString(0));
            }
        }

        var several = joined(ids);
        FloorDatabase.Bind(aboutFound[0], [several]);
        await using (var rows = await aboutFound[0].ExecuteReaderAsync())
        {
            await Page.TableAsync(rows);
        }

        foreach (var question in aboutFound[1..])
        {
            FloorDatabase.Bind(question, [several]);
            await using var rows = await question.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                var text = rows.GetString(1);
                if (text.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
                {
                    Page.Text(text.AsSpan(at, Math.Min(text.Length - at, 20)));
                }
            }
        }

        Page.End(size);
    }

    public async Task WorklistAsync(int size)
    {
        Page.Begin();
        await using (var rows = await worklist.ExecuteReaderAsync())
        {
            await Page.TableAsync(rows);
        }

        Page.End(size);
    }

    private static DbCommand Prepare(DbConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var number = 1; number <= parameters; number++)
        {
            var parameter = command.CreateParameter();

            // SQLite binds by the name in the text, PostgreSQL by place.
            parameter.ParameterName = connection is NpgsqlConnection ? "" : $"${number}";
            parameter.DbType = DbType.String;
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        return command;
    }
}
