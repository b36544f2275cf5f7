using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Redress.Web.Tests.Layout;

/// <summary>Every answer carries the whole header set, whatever wrote it.</summary>
public sealed class ResponseHeadersTests(FaultyHost host) : IClassFixture<FaultyHost>
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/assets/landlord.css", HttpStatusCode.OK)]
    [InlineData("/assets/no-such.css", HttpStatusCode.NotFound)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("/error", HttpStatusCode.NotFound)]
    [InlineData("/fault", HttpStatusCode.InternalServerError)]
    [InlineData("/api/v1/no-such-thing", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/fault", HttpStatusCode.InternalServerError)]
    public async Task Every_kind_of_answer_has_them(string path, HttpStatusCode status)
    {
        using var client = host.CreateClient();
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        var policy = Header(answer, "Content-Security-Policy").Split("; ");
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("base-uri 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Contains("form-action 'self'", policy);
        Assert.Contains("style-src 'self'", policy);
        Assert.Contains("img-src 'self' data:", policy);
        Assert.Contains("font-src 'self'", policy);
        Assert.Contains("connect-src 'self'", policy);
        Assert.Matches(
            "^script-src '(none|nonce-[A-Za-z0-9+/]{24})'$",
            policy.Single(p => p.StartsWith("script-src", StringComparison.Ordinal))
        );
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/health/live")]
    [InlineData("/no-such-page")]
    [InlineData("/fault")]
    [InlineData("/api/v1/fault")]
    public async Task Nobody_keeps_a_copy_of_what_is_not_an_asset(string path)
    {
        using var client = host.CreateClient();
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal("no-store", Header(answer, "Cache-Control"));
    }

    [Fact]
    public async Task Over_https_the_browser_is_told_to_stay_there()
    {
        using var client = host.CreateClient();
        client.BaseAddress = new Uri("https://localhost");
        using var answer = await client.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.StartsWith("max-age=31536000", Header(answer, "Strict-Transport-Security"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_answer_has_a_nonce_of_its_own_and_its_scripts_carry_it()
    {
        using var client = host.CreateClient();
        var first = await NonceAsync(client);
        var second = await NonceAsync(client);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task The_server_does_not_say_what_it_is()
    {
        await using var kestrel = new EmptyHost();
        kestrel.UseKestrel(0);
        kestrel.StartServer();
        using var client = kestrel.CreateClient();
        using var answer = await client.GetAsync("/health/live", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/fault", "text/html")]
    [InlineData("/no-such-page", "text/html")]
    [InlineData("/api/v1/fault", "application/problem+json")]
    [InlineData("/api/v1/no-such-thing", "application/problem+json")]
    public async Task An_error_is_a_page_for_people_and_problem_details_for_programs(string path, string type)
    {
        using var client = host.CreateClient();
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(FaultyHost.Secret, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_to_no_page_is_told_so_in_words()
    {
        using var client = host.CreateClient();
        using var form = new FormUrlEncodedContent([new("a", "b")]);
        using var answer = await client.PostAsync("/no-such-page", form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(
            "Page not found",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    private static async Task<string> NonceAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/", TestContext.Current.CancellationToken);
        var nonce = Header(answer, "Content-Security-Policy").Split("'nonce-")[1].TrimEnd('\'');
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var scripts = page.Split("<script").Skip(1).ToList();
        Assert.NotEmpty(scripts);
        Assert.All(
            scripts,
            script =>
                Assert.Contains(
                    $"nonce=\"{WebUtility.HtmlEncode(nonce)}\"",
                    script.Split('>')[0].Replace("&#x2B;", "+", StringComparison.Ordinal),
                    StringComparison.Ordinal
                )
        );
        return nonce;
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        Assert.Single(answer.Headers.TryGetValues(name, out var values) ? values : []);
}

/// <summary>The application with two addresses that fail.</summary>
public sealed class FaultyHost : EmptyHost
{
    public const string Secret = "what happened inside";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Production");
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, Faults>());
    }

    private sealed class Faults : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                next(app);
                app.Use(
                    (HttpContext context, RequestDelegate rest) =>
                        context.Request.Path.Value!.EndsWith("/fault", StringComparison.Ordinal)
                            ? throw new InvalidOperationException(Secret)
                            : rest(context)
                );
            };
    }
}
