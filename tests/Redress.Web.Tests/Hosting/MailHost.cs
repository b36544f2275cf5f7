using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Redress.Web.Background;
using Redress.Web.Data;

namespace Redress.Web.Tests.Hosting;

/// <summary>The application with a mail server. Mail leaves when a test says so, and not by itself.</summary>
public class MailHost(Installation installation, int port) : RedressHost(installation)
{
    internal Task<int> MailAsync() =>
        Services.GetRequiredService<Postman>().RunAsync(TestContext.Current.CancellationToken);

    internal Task<int> MailStaffAsync() =>
        Services.GetRequiredService<StaffPostman>().RunAsync(TestContext.Current.CancellationToken);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        UseMail(builder, port);
    }

    internal static void UseMail(IWebHostBuilder builder, int port)
    {
        builder.UseSetting("Mail:Host", "127.0.0.1");
        builder.UseSetting("Mail:Port", $"{port}");
        builder.UseSetting("Mail:Tls", "false");
        builder.UseSetting("Mail:From", "complaints@vale.example");
        builder.ConfigureTestServices(services =>
            services.Remove(
                services.Single(service =>
                    service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(MailJob)
                )
            )
        );
    }
}
