using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Redress.Web.Data;

namespace Redress.Web.Tests.Hosting;

/// <summary>The whole application in this process, on one installation and a clock that tests set.</summary>
public class RedressHost(Installation installation) : WebApplicationFactory<Program>
{
    public Installation Installation => installation;

    public TestClock Clock { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("data", installation.Folder);
        builder.UseSetting("REDRESS_DATABASE", installation.PostgresConnection);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }
}
