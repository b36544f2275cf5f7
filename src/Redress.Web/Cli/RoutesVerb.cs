using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.Options;
using Redress.Core;
using Redress.Web.Security;

namespace Redress.Web.Cli;

internal static class RoutesVerb
{
    public static readonly Verb Verb = new(
        "routes",
        "Every address the application answers at, and the act each needs.",
        RunAsync
    );

    private static async Task<int> RunAsync(Arguments args, Terminal terminal)
    {
        await using var app = Program.Build([$"--data={args.DataFolder}"]);
        var routes = await RoutesOfAsync(app);
        if (args.Json)
        {
            terminal.Say(json => Write(json, routes));
        }
        else
        {
            foreach (var route in routes)
            {
                var needs = route.Action ?? (route.IsPublic ? "public" : "signed in");
                terminal.Say($"{route.Method, -6} {needs, -20} {route.Path}");
            }
        }

        return Exit.Done;
    }

    private static async Task<List<Route>> RoutesOfAsync(WebApplication app)
    {
        var pages = app.Services.GetRequiredService<PageLoader>();
        var rest = app.Services.GetRequiredService<IOptions<AuthorizationOptions>>().Value.FallbackPolicy;
        var routes = new List<Route>();
        foreach (var endpoint in ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints))
        {
            if (endpoint is RouteEndpoint { RoutePattern.RawText: { } path })
            {
                var (methods, metadata) = await ReadAsync(endpoint, pages);
                var act = metadata.GetMetadata<NeedsAttribute>()?.Act;
                var isPublic =
                    metadata.GetMetadata<IAllowAnonymous>() is not null
                    || (rest is null && act is null && metadata.GetMetadata<IAuthorizeData>() is null);
                routes.AddRange(
                    methods.Select(method => new Route(
                        method,
                        $"/{path.TrimStart('/')}",
                        act is { } needed ? WireName.Of(needed) : null,
                        isPublic
                    ))
                );
            }
        }

        return [.. routes.OrderBy(route => route.Path, StringComparer.Ordinal).ThenBy(route => route.Method)];
    }

    /// <summary>What a page's class says about it is known only once the page is loaded.</summary>
    private static async Task<(IEnumerable<string> Methods, EndpointMetadataCollection Metadata)> ReadAsync(
        Endpoint endpoint,
        PageLoader pages
    )
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            return (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"], endpoint.Metadata);
        }

        var loaded = await pages.LoadAsync(page, endpoint.Metadata);
        var isPosted = loaded.HandlerMethods.Any(handler => handler.HttpMethod == "Post");
        return (
            isPosted ? ["GET", "POST"] : ["GET"],
            new EndpointMetadataCollection(endpoint.Metadata.Concat(loaded.EndpointMetadata ?? []))
        );
    }

    private static void Write(Utf8JsonWriter json, List<Route> routes)
    {
        json.WriteStartArray();
        foreach (var route in routes)
        {
            json.WriteStartObject();
            json.WriteString("method", route.Method);
            json.WriteString("path", route.Path);
            json.WriteString("action", route.Action);
            json.WriteBoolean("public", route.IsPublic);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private sealed record Route(string Method, string Path, string? Action, bool IsPublic);
}
