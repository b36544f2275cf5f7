using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Redress.Web.Layout;

/// <summary>
/// Style sheets, script, fonts and logo, held in memory. Their addresses change with their content, so that browsers
/// keep them for ever.
/// </summary>
internal sealed class AssetFiles
{
    private const string Folder = "assets/";
    private readonly FrozenDictionary<string, Asset> files;

    public AssetFiles(IOptions<LandlordSettings> landlord)
    {
        var embedded = Embedded();
        var names = JsonSerializer.Deserialize<Dictionary<string, string>>(embedded["assets.json"])!;
        var served = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var name in names.Values)
        {
            served["/assets/" + name] = new Asset(
                ContentType(name),
                embedded[name],
                embedded.GetValueOrDefault(name + ".br"),
                embedded.GetValueOrDefault(name + ".gz")
            );
        }

        Style = "/assets/" + names["redress.css"];
        Script = "/assets/" + names["redress.js"];
        Font = "/assets/" + names["atkinson-hyperlegible-latin-400-normal.woff2"];
        LandlordStyle = Add(served, "landlord.css", Encoding.UTF8.GetBytes(Layout.LandlordStyle.Of(landlord.Value)));
        if (landlord.Value.LogoPath is { } logo)
        {
            Logo = Add(served, "logo" + Path.GetExtension(logo), File.ReadAllBytes(logo));
        }

        files = served.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public string Style { get; }

    public string LandlordStyle { get; }

    public string Script { get; }

    public string Font { get; }

    public string? Logo { get; }

    public IEnumerable<string> Paths => files.Keys;

    public async Task Serve(HttpContext context, RequestDelegate next)
    {
        var (request, response) = (context.Request, context.Response);
        if (
            !request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
            || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            || !files.TryGetValue(request.Path.Value!, out var asset)
        )
        {
            await next(context);
            return;
        }

        var (bytes, encoding) = asset.For(request.Headers.AcceptEncoding.ToString());
        response.ContentType = asset.ContentType;
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        if (HttpMethods.IsGet(request.Method))
        {
            await response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private static string Add(Dictionary<string, Asset> served, string name, byte[] bytes)
    {
        served["/assets/" + name] = new Asset(ContentType(name), bytes, null, null);
        return $"/assets/{name}?v={Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6))}";
    }

    private static Dictionary<string, byte[]> Embedded()
    {
        var assembly = typeof(AssetFiles).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .ToDictionary(name => name[Folder.Length..], Read, StringComparer.Ordinal);

        byte[] Read(string name)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }

    private static string ContentType(string name) =>
        Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".woff2" => "font/woff2",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".webp" => "image/webp",
            var other => throw new InvalidOperationException($"No content type is known for assets named *{other}."),
        };

    private sealed record Asset(string ContentType, byte[] Bytes, byte[]? Brotli, byte[]? Gzip)
    {
        public (byte[] Bytes, string? Encoding) For(string accepted) =>
            Brotli is not null && accepted.Contains("br", StringComparison.Ordinal) ? (Brotli, "br")
            : Gzip is not null && accepted.Contains("gzip", StringComparison.Ordinal) ? (Gzip, "gzip")
            : (Bytes, null);
    }
}
