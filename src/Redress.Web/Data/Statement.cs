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

/// <summary>A statement about so many rows of one table, made when first used.</summary>
internal sealed class Statement(DbConnection connection, string sql, Column[] columns, int rows)
{
    private DbCommand? command;

    public int Rows => rows;

    /// <summary>Adds the statement to a batch, or executes it at once where the driver knows no batches.</summary>
    public async Task WriteAsync(
        List<object> from,
        int first,
        DbTransaction transaction,
        DbBatch? batch,
        CancellationToken cancel
    )
    {
        command ??= Make();
        if (batch is not null)
        {
            batch.BatchCommands.Add(InBatch(batch, from, first));
            return;
        }

        command.Transaction = transaction;
        for (var parameter = 0; parameter < command.Parameters.Count; parameter++)
        {
            command.Parameters[parameter].Value = Value(parameter, from, first);
        }

        await command.ExecuteNonQueryAsync(cancel);
    }

    private DbBatchCommand InBatch(DbBatch batch, List<object> from, int first)
    {
        var added = batch.CreateBatchCommand();
        added.CommandText = sql;
        for (var parameter = 0; parameter < command!.Parameters.Count; parameter++)
        {
            var value = (DbParameter)((ICloneable)command.Parameters[parameter]).Clone();
            value.Value = Value(parameter, from, first);
            added.Parameters.Add(value);
        }

        return added;
    }

    private object Value(int parameter, List<object> from, int first)
    {
        var (row, column) = Math.DivRem(parameter, columns.Length);
        return columns[column].ValueIn(from[first + row]);
    }

    private DbCommand Make()
    {
        var made = connection.CreateCommand();
        made.CommandText = sql;
        for (var number = 1; number <= columns.Length * rows; number++)
        {
            made.Parameters.Add(columns[(number - 1) % columns.Length].Parameter(made, number));
        }

        return made;
    }
}
