using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests.Hosting;

/// <summary>The application on a real port of this machine, for a real browser.</summary>
public sealed class RedressServer : RedressHost, IAsyncLifetime
{
    public Uri Address { get; private set; } = new("http://localhost");

    public ValueTask InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress;
        return ValueTask.CompletedTask;
    }
}
