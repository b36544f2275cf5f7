using System.Text.Json;

namespace Redress.Web.Tests.Cli;

public sealed class RoutesVerbTests
{
    [Fact]
    public async Task Every_page_and_endpoint_is_listed_once_for_each_method()
    {
        var ran = await CommandLine.RunAsync("routes", "--json");

        var routes = ran.Json.EnumerateArray().Select(Text).ToList();
        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Contains("GET /health/live", routes);
        Assert.Contains("GET /", routes);
        Assert.Equal(routes.Distinct(), routes);
        Assert.All(
            ran.Json.EnumerateArray(),
            route =>
                Assert.Equal(
                    ["method", "path", "action", "public"],
                    route.EnumerateObject().Select(field => field.Name)
                )
        );
    }

    [Fact]
    public async Task Health_is_public()
    {
        var ran = await CommandLine.RunAsync("routes", "--json");

        var health = ran.Json.EnumerateArray().Single(route => Text(route) == "GET /health/ready");
        Assert.True(health.GetProperty("public").GetBoolean());
        Assert.Equal(JsonValueKind.Null, health.GetProperty("action").ValueKind);
    }

    private static string Text(JsonElement route) =>
        $"{route.GetProperty("method").GetString()} {route.GetProperty("path").GetString()}";
}
