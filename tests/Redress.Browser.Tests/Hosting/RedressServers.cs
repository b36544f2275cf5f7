using System.Collections.Concurrent;
using Redress.Web.Tests.Hosting;

// The machine's cores are shared with the browser and the server, so more at once would be slower.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace Redress.Browser.Tests.Hosting;

/// <summary>A server on each database, started when first asked for and kept for the tests of one class.</summary>
public sealed class RedressServers(TestDatabases databases) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Kind, Lazy<Task<RedressServer>>> servers = [];

    public Task<RedressServer> OnAsync(Kind kind = Kind.Sqlite) =>
        servers
            .GetOrAdd(kind, _ => new(async () => await RedressServer.StartAsync(await databases.CreateAsync(kind))))
            .Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers.Values)
        {
            await (await server.Value).DisposeAsync();
        }
    }
}
