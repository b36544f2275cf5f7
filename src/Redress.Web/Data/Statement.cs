using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Redress.Web.Data;

/// <summary>A column as the model has it: its name, its type in this database, and how to read it from a row.</summary>
internal sealed class Column(IProperty property)
{
    private readonly IClrPropertyGetter getter = property.GetGetter();
    private readonly RelationalTypeMapping mapping = property.GetRelationalTypeMapping();
    private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;

    /// <summary>Quoted, because <c>on</c> and <c>limit</c> are words of SQL and of ours.</summary>
    public string Name { get; } = $"\"{property.GetColumnName()}\"";

    public bool IsKey { get; } = property.IsPrimaryKey();

    public object ValueIn(object row)
    {
        var value = getter.GetClrValue(row);
        return (convert is null || value is null ? value : convert(value)) ?? DBNull.Value;
    }

    public DbParameter Parameter(DbCommand command, int number)
    {
        var parameter = mapping.CreateParameter(command, $"${number}", value: null, nullable: true);
        if (parameter is NpgsqlParameter)
        {
            // Npgsql takes $1 by position, which it tells by the name being empty.
            parameter.ParameterName = "";
        }

        return parameter;
    }
}

/// <summary>A statement about so many rows of one table, prepared when first used.</summary>
internal sealed class Statement(DbConnection connection, string sql, Column[] columns, int rows)
{
    private DbCommand? command;

    public int Rows => rows;

    public async Task ExecuteAsync(List<object> from, int first, DbTransaction transaction, CancellationToken cancel)
    {
        command ??= await PrepareAsync(cancel);
        command.Transaction = transaction;
        var parameter = 0;
        for (var row = first; row < first + rows; row++)
        {
            foreach (var column in columns)
            {
                command.Parameters[parameter++].Value = column.ValueIn(from[row]);
            }
        }

        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task<DbCommand> PrepareAsync(CancellationToken cancel)
    {
        var prepared = connection.CreateCommand();
        prepared.CommandText = sql;
        for (var number = 1; number <= columns.Length * rows; number++)
        {
            prepared.Parameters.Add(columns[(number - 1) % columns.Length].Parameter(prepared, number));
        }

        await prepared.PrepareAsync(cancel);
        return prepared;
    }
}
