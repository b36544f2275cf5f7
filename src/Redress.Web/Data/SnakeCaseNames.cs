using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Redress.Web.Data;

/// <summary>
/// Names tables, columns, keys and indexes in snake_case, so that a report writer can type them without quotes. Tables
/// take the name of their set.
/// </summary>
internal sealed class SnakeCaseNames : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(
        IConventionModelBuilder modelBuilder,
        IConventionContext<IConventionModelBuilder> context
    )
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes().Where(type => !type.IsOwned()))
        {
            entity.SetTableName(Of(entity.GetTableName()!));

            foreach (var property in entity.GetDeclaredProperties())
            {
                property.SetColumnName(Of(property.Name));
            }

            foreach (var key in entity.GetDeclaredKeys())
            {
                key.SetName(Of(key.GetName()!));
            }

            foreach (var foreignKey in entity.GetDeclaredForeignKeys())
            {
                foreignKey.SetConstraintName(Of(foreignKey.GetConstraintName()!));
            }

            foreach (var index in entity.GetDeclaredIndexes())
            {
                index.SetDatabaseName(Of(index.GetDatabaseName()!));
            }
        }
    }

    /// <summary>One name; <c>IX_Cases_OwnerId</c> becomes <c>ix_cases_owner_id</c>.</summary>
    internal static string Of(string name) =>
        string.Join(
            '_',
            name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)
        );
}
