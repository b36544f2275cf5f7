using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Redress.Web.Tests.Hosting;

/// <summary>Counts the commands sent to the database through the context.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    private int count;

    public int Count => count;

    /// <summary>What happens just before a command is sent, while whoever sends it waits.</summary>
    public Func<DbCommand, Task>? Meanwhile { get; set; }

    public void Reset() => count = 0;

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        Interlocked.Increment(ref count);
        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Interlocked.Increment(ref count);
        if (Meanwhile is { } meanwhile)
        {
            await meanwhile(command);
        }

        return result;
    }
}
