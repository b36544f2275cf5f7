using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Redress.Web.Data;

namespace Redress.Web.Layout;

/// <summary>
/// Style sheets, script, fonts and logo, held in memory. Their addresses change with their content, so that browsers
/// keep them for ever.
/// </summary>
internal sealed class AssetFiles
{
    private const string Folder = "assets/";
    private const string LandlordPath = "/assets/landlord.css";
    private readonly FrozenDictionary<string, Asset> files;
    private readonly LandlordStore landlord;
    private ColouredStyle? coloured;

    public AssetFiles(LandlordStore landlord)
    {
        this.landlord = landlord;
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
        if (landlord.Current.LogoPath is { } logo)
        {
            Logo = Add(served, "logo" + Path.GetExtension(logo), File.ReadAllBytes(logo));
        }

        files = served.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public string Style { get; }

    /// <summary>The landlord's colour as a style sheet: when it is changed, so is the address.</summary>
    public string LandlordStyle => Coloured().Address;

    public string Script { get; }

    public string Font { get; }

    public string? Logo { get; }

    public IEnumerable<string> Paths => files.Keys.Append(LandlordPath);

    public async Task Serve(HttpContext context, RequestDelegate next)
    {
        var (request, response) = (context.Request, context.Response);
        if (
            !request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
            || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            || Find(request.Path.Value!) is not { } asset
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

    private Asset? Find(string path) => path == LandlordPath ? Coloured().Asset : files.GetValueOrDefault(path);

    private ColouredStyle Coloured()
    {
        var colour = landlord.Current.BrandColour;
        if (coloured is { } made && made.Colour == colour)
        {
            return made;
        }

        var bytes = Encoding.UTF8.GetBytes(Layout.LandlordStyle.Of(landlord.Current));
        return coloured = new(
            colour,
            new Asset(ContentType(LandlordPath), bytes, null, null),
            Dated(LandlordPath, bytes)
        );
    }

    private static string Add(Dictionary<string, Asset> served, string name, byte[] bytes)
    {
        served["/assets/" + name] = new Asset(ContentType(name), bytes, null, null);
        return Dated("/assets/" + name, bytes);
    }

    private static string Dated(string path, byte[] bytes) =>
        $"{path}?v={Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6))}";

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

    private sealed record ColouredStyle(string Colour, Asset Asset, string Address);

    private sealed record Asset(string ContentType, byte[] Bytes, byte[]? Brotli, byte[]? Gzip)
    {
        public (byte[] Bytes, string? Encoding) For(string accepted) =>
            Brotli is not null && accepted.Contains("br", StringComparison.Ordinal) ? (Brotli, "br")
            : Gzip is not null && accepted.Contains("gzip", StringComparison.Ordinal) ? (Gzip, "gzip")
            : (Bytes, null);
    }
}
