using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Layout;

/// <summary>The application on an empty folder, for what needs no data.</summary>
public class EmptyHost() : RedressHost(new Installation(Directory.CreateTempSubdirectory("redress-layout-").FullName))
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.RemoveAll<IHostedService>());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Installation.Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
