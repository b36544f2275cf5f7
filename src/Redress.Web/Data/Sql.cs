using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Redress.Web.Data;

/// <summary>Plain SQL for the few statements the model cannot say; parameters are $1, $2 on both databases.</summary>
internal static class Sql
{
    public static DbCommand Command(this DbTransaction transaction, string sql, params object[] values)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var value in values)
        {
            var parameter = command.CreateParameter();
            parameter.Value = value;
            if (parameter is SqliteParameter)
            {
                parameter.ParameterName = $"${command.Parameters.Count + 1}";
            }

            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <returns>How many rows it changed.</returns>
    public static async Task<int> ExecuteAsync(
        this DbTransaction transaction,
        string sql,
        CancellationToken cancel,
        params object[] values
    )
    {
        await using var command = transaction.Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancel);
    }
}
