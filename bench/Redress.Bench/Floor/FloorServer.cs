using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Redress.Bench.Floor;

/// <param name="Port">On 127.0.0.1.</param>
/// <param name="Database">A connection string of PostgreSQL, or a file of SQLite; laid out and filled by the product.</param>
/// <param name="CaseBytes">How many bytes the product sends for a case page, on average.</param>
/// <param name="WorklistBytes">Likewise for the worklist.</param>
/// <param name="CreatedBytes">Likewise for a case created.</param>
/// <param name="SearchBytes">Likewise for a search.</param>
internal sealed record FloorOptions(
    int Port,
    string Database,
    int CaseBytes,
    int WorklistBytes,
    int CreatedBytes,
    int SearchBytes
);

/// <summary>
/// What the machine can do: Kestrel, hand-written HTML and the database driver. It asks what the product asks and sends
/// as many bytes, but knows no one, checks no right and keeps no history.
/// </summary>
internal static class FloorServer
{
    public static Task RunAsync(FloorOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });

        var app = builder.Build();
        var database = FloorDatabase.Of(options.Database);
        var readers = new ConcurrentBag<Reader>();
        var writer = new SharedCommits(database);
        app.Run(context => AnswerAsync(context, options, database, readers, writer));
        return app.RunAsync();
    }

    private static async Task AnswerAsync(
        HttpContext context,
        FloorOptions options,
        FloorDatabase database,
        ConcurrentBag<Reader> readers,
        SharedCommits writer
    )
    {
        var path = context.Request.Path.Value!;
        if (HttpMethods.IsPost(context.Request.Method))
        {
            var created = await NewCase.ReadAsync(context.Request.Body);
            await writer.WriteAsync(created.Inserts());
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.Headers.Location = $"/api/v1/cases/{created.Reference}";
            await SendAsync(context, "application/json", created.Answer(options.CreatedBytes));
            return;
        }

        if (!readers.TryTake(out var reader))
        {
            reader = new Reader(database.Open());
        }

        try
        {
            if (path.StartsWith("/cases/", StringComparison.Ordinal))
            {
                var found = await reader.CaseAsync(path["/cases/".Length..], options.CaseBytes);
                context.Response.StatusCode = found ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
            }
            else if (path == "/search")
            {
                await reader.SearchAsync(context.Request.Query["q"].ToString(), options.SearchBytes);
            }
            else
            {
                await reader.WorklistAsync(options.WorklistBytes);
            }

            await SendAsync(context, "text/html; charset=utf-8", reader.Page.Written);
        }
        finally
        {
            readers.Add(reader);
        }
    }

    private static async Task SendAsync(HttpContext context, string type, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }
}
