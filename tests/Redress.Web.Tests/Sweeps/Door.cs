using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Redress.Web.Security;

namespace Redress.Web.Tests.Sweeps;

/// <summary>One method of one address: a way into the application.</summary>
internal sealed partial record Door(string Method, string Pattern, EndpointMetadataCollection Metadata)
{
    /// <summary>What anybody may have without signing in. Everything else names the act it is for.</summary>
    private static readonly string[] Public =
    [
        "/",
        "/api/v1/complaints/",
        "/api/v1/complaints/tokens",
        "/api/v1/leaks/",
        "/choose-password/{token}",
        "/complain",
        "/complain/check",
        "/complain/files/{hash}",
        "/complain/photos",
        "/complain/reach",
        "/complain/sent",
        "/complain/wanted",
        "/complain/what",
        "/complain/who",
        "/error",
        "/follow",
        "/follow/leave",
        "/health/live",
        "/health/ready",
        "/openapi/{documentName}.json",
        "/report-data",
        "/report-data/sent",
        "/sign-in",
        "/sign-in/code",
        "/sign-in/recovery-code",
        "/sign-out",
    ];

    public bool IsPublic => Public.Contains(Pattern);

    public bool IsApi => Pattern.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>For residents, who are asked for their code and not for a password.</summary>
    public bool IsResidents => Needs == Act.FollowCase;

    /// <summary>The act it is for, as it says itself.</summary>
    public Act? Needs => Metadata.GetMetadata<NeedsAttribute>()?.Act;

    /// <summary>Every door of an application, whatever made it.</summary>
    public static async Task<IReadOnlyList<Door>> AllOfAsync(IServiceProvider services)
    {
        var pages = services.GetRequiredService<PageLoader>();
        var doors = new List<Door>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var pattern = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                // What is written on a page's model is known once the page is loaded.
                var loaded = await pages.LoadAsync(page, endpoint.Metadata);
                var metadata = new EndpointMetadataCollection([.. endpoint.Metadata, .. loaded.EndpointMetadata ?? []]);
                doors.AddRange(MethodsOf(loaded).Select(method => new Door(method, pattern, metadata)));
            }
            else
            {
                var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];
                doors.AddRange(methods.Select(method => new Door(method, pattern, endpoint.Metadata)));
            }
        }

        return [.. doors.DistinctBy(door => door.ToString())];
    }

    /// <summary>The address with something real for each of its parameters.</summary>
    public string At(IReadOnlyDictionary<string, string> real) =>
        Parameter()
            .Replace(
                Pattern,
                match =>
                    real.TryGetValue(match.Groups["name"].Value, out var value)
                        ? value
                        : throw new InvalidOperationException(
                            $"{this}: say in SweptSite what '{match.Value}' stands for, so that it can be opened."
                        )
            );

    public override string ToString() => $"{Method} {Pattern}";

    private static IEnumerable<string> MethodsOf(CompiledPageActionDescriptor page) =>
        page.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).DefaultIfEmpty("GET").Distinct();

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
