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

    public Reader(DbConnection connection)
    {
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
