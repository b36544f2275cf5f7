using System.Net;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests;

public sealed class HealthTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    [Theory]
    [InlineData(Kind.Sqlite, "/health/live")]
    [InlineData(Kind.Sqlite, "/health/ready")]
    [InlineData(Kind.Postgres, "/health/live")]
    [InlineData(Kind.Postgres, "/health/ready")]
    public async Task Health_needs_no_sign_in(Kind kind, string address)
    {
        using var http = (await hosts.OnAsync(kind)).CreateClient();

        using var reply = await http.GetAsync(
            new Uri(address, UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }
}
