using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

[assembly: AssemblyFixture(typeof(Redress.Browser.Tests.Hosting.Chromium))]

namespace Redress.Browser.Tests.Hosting;

/// <summary>The application on a real port of this machine, for a real browser. Everything in it starts empty.</summary>
public sealed class RedressServer()
    : RedressHost(new Installation(Directory.CreateTempSubdirectory("redress-browser-").FullName)),
        IAsyncLifetime
{
    public Uri Address => ClientOptions.BaseAddress;

    public ValueTask InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Installation.Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
