using System.Collections.Concurrent;

namespace Redress.Web.Tests.Hosting;

/// <summary>
/// The application on each database, started when first asked for and kept for the tests of one class: a class fixture.
/// </summary>
public sealed class RedressHosts(TestDatabases databases) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Kind, Lazy<Task<RedressHost>>> hosts = [];

    public Task<RedressHost> OnAsync(Kind kind) => hosts.GetOrAdd(kind, _ => new(() => StartAsync(kind))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts.Values)
        {
            await (await host.Value).DisposeAsync();
        }
    }

    private async Task<RedressHost> StartAsync(Kind kind)
    {
        var host = new RedressHost(await databases.CreateAsync(kind));
        host.StartServer();
        return host;
    }
}
