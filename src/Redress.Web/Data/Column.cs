using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Redress.Web.Data;

/// <summary>A column as the model has it: its name, its type in this database, and how to read it from a row.</summary>
internal sealed class Column(IProperty property)
{
    private readonly IClrPropertyGetter getter = property.GetGetter();
    private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;
    private NpgsqlDbType? postgresType;

    /// <summary>Quoted, because <c>on</c> and <c>limit</c> are words of SQL and of ours.</summary>
    public string Name { get; } = $"\"{property.GetColumnName()}\"";

    public bool IsKey { get; } = property.IsPrimaryKey();

    /// <summary>Where the database is PostgreSQL.</summary>
    public NpgsqlDbType PostgresType => postgresType ??= TypeIn(property.GetRelationalTypeMapping());

    public object? ValueIn(object row)
    {
        var value = getter.GetClrValue(row);
        return convert is null || value is null ? value : convert(value);
    }

    private static NpgsqlDbType TypeIn(RelationalTypeMapping mapping)
    {
        using var command = new NpgsqlCommand();
        return ((NpgsqlParameter)mapping.CreateParameter(command, "", value: null, nullable: true)).NpgsqlDbType;
    }
}
