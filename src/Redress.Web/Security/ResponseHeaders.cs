using System.Security.Cryptography;

namespace Redress.Web.Security;

/// <summary>
/// The headers of every answer, whatever writes it: pages, API, assets, redirects, refusals and errors. They are set as
/// the answer starts, because the error handler clears what was set before it.
/// </summary>
public static class ResponseHeaders
{
    private const string BeforeNonce =
        "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'self'; "
        + "frame-ancestors 'none'; img-src 'self' data:; style-src 'self'; script-src 'nonce-";

    private const string WithoutScripts =
        "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'self'; "
        + "frame-ancestors 'none'; img-src 'self' data:; style-src 'self'; script-src 'none'";

    /// <summary>Of what somebody sent us: whatever it holds, nothing of it runs, and it belongs to no site.</summary>
    private const string Sandbox = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private const string Permissions =
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        + "magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    private static readonly object NonceKey = new();
    private static readonly object SandboxKey = new();

    public static IApplicationBuilder UseResponseHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(Set, context);
                return next(context);
            }
        );

    /// <summary>The value that allows a script element to run in this answer. An answer that never asks runs none.</summary>
    public static string ScriptNonce(this HttpContext context)
    {
        if (context.Items.TryGetValue(NonceKey, out var made))
        {
            return (string)made!;
        }

        Span<byte> random = stackalloc byte[18];
        RandomNumberGenerator.Fill(random);
        var nonce = Convert.ToBase64String(random);
        context.Items[NonceKey] = nonce;
        return nonce;
    }

    /// <summary>This answer is something that somebody sent us, and must be able to do nothing.</summary>
    public static void SandboxAnswer(this HttpContext context) => context.Items[SandboxKey] = true;

    private static Task Set(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            context.Items.ContainsKey(SandboxKey) ? Sandbox
            : context.Items.TryGetValue(NonceKey, out var nonce) ? string.Concat(BeforeNonce, (string)nonce!, "'")
            : WithoutScripts;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        // Nothing is kept by browsers or proxies unless it says that anybody may have it.
        if (!headers.CacheControl.ToString().StartsWith("public", StringComparison.Ordinal))
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
