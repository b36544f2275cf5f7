using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Redress.Web.Tests.Hosting;

/// <summary>Asks SQLite how it would carry out each query.</summary>
internal sealed class QueryPlans : DbCommandInterceptor
{
    public string Last { get; private set; } = "";

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        var sql = command.CommandText;
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        await using (var plan = await command.ExecuteReaderAsync(cancellationToken))
        {
            Last = "";
            while (await plan.ReadAsync(cancellationToken))
            {
                Last += plan.GetString(3) + "\n";
            }
        }

        command.CommandText = sql;
        return result;
    }
}
