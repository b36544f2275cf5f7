using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Redress.Web.Layout;

namespace Redress.Web.Tests.Layout;

public sealed class AssetFilesTests(EmptyHost host) : IClassFixture<EmptyHost>
{
    private readonly AssetFiles assets = host.Services.GetRequiredService<AssetFiles>();

    [Fact]
    public async Task Browsers_may_keep_every_asset_for_ever()
    {
        using var client = host.CreateClient();
        foreach (var path in assets.Paths)
        {
            using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
        }
    }

    [Fact]
    public async Task The_page_asks_for_assets_that_are_there()
    {
        using var client = host.CreateClient();
        foreach (var path in new[] { assets.Style, assets.LandlordStyle, assets.Script, assets.Font })
        {
            using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("", null)]
    public async Task What_shrinks_is_sent_compressed_to_who_can_read_it(string accepted, string? encoding)
    {
        var plain = await BytesAsync("", assets.Style);
        var sent = await BytesAsync(accepted, assets.Style);
        Assert.Equal(encoding, sent.Encoding);
        await using Stream body = encoding switch
        {
            "br" => new BrotliStream(new MemoryStream(sent.Bytes), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(sent.Bytes), CompressionMode.Decompress),
            _ => new MemoryStream(sent.Bytes),
        };
        using var read = new MemoryStream();
        await body.CopyToAsync(read, TestContext.Current.CancellationToken);
        Assert.Equal(plain.Bytes, read.ToArray());
    }

    [Fact]
    public async Task The_government_typeface_and_crown_are_nowhere()
    {
        var upstream = Path.Combine(
            Repository.Root,
            "src/Redress.Web/Assets/node_modules/govuk-frontend/dist/govuk/assets"
        );
        var theirs = Directory
            .GetFiles(upstream, "*", SearchOption.AllDirectories)
            .Select(file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))))
            .ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(theirs);

        foreach (var path in assets.Paths)
        {
            var (bytes, _) = await BytesAsync("", path);
            Assert.DoesNotContain(
                "GDS Transport",
                Encoding.Latin1.GetString(bytes),
                StringComparison.OrdinalIgnoreCase
            );
            Assert.DoesNotContain(Convert.ToHexString(SHA256.HashData(bytes)), theirs);
            Assert.DoesNotMatch("(?i)crest|crown", path);
            Assert.DoesNotMatch("(?i)crest|crown", Encoding.Latin1.GetString(bytes));
        }
    }

    [Theory]
    [InlineData("#1b4965", "#ffffff")]
    [InlineData("#ffd100", "#000000")]
    public async Task The_landlords_colour_is_served_with_text_that_reads_on_it(string brand, string text)
    {
        await using var landlord = new LandlordHost(("BrandColour", brand));
        using var client = landlord.CreateClient();
        var css = await client.GetStringAsync("/assets/landlord.css", TestContext.Current.CancellationToken);
        Assert.Contains($"--govuk-brand-colour: {brand};", css, StringComparison.Ordinal);
        Assert.Contains($"--app-on-brand: {text};", css, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_landlords_logo_stands_for_its_name()
    {
        var file = Path.ChangeExtension(Path.GetTempFileName(), ".svg");
        await File.WriteAllTextAsync(
            file,
            "<svg xmlns='http://www.w3.org/2000/svg'/>",
            TestContext.Current.CancellationToken
        );
        await using var landlord = new LandlordHost(("Name", "Vale Homes"), ("LogoPath", file));
        using var client = landlord.CreateClient();
        var page = await client.GetStringAsync("/", TestContext.Current.CancellationToken);
        Assert.Matches(
            "<img class=\"app-header__logo\" src=\"/assets/logo.svg\\?v=[0-9a-f]{12}\" alt=\"Vale Homes\">",
            page
        );
        var logo = await client.GetStringAsync("/assets/logo.svg", TestContext.Current.CancellationToken);
        Assert.StartsWith("<svg", logo, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Theory]
    [InlineData("BrandColour", "red; } body { display: none", "Landlord:BrandColour")]
    [InlineData("Name", " ", "Landlord:Name")]
    [InlineData("LogoPath", "/no/such/logo.png", "Landlord:LogoPath")]
    public void A_wrong_setting_stops_the_start_and_names_itself(string name, string value, string said)
    {
        using var landlord = new LandlordHost((name, value));
        var refusal = Assert.ThrowsAny<OptionsValidationException>(landlord.CreateClient);
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }

    private async Task<(byte[] Bytes, string? Encoding)> BytesAsync(string accepted, string path)
    {
        using var client = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            answer.Content.Headers.ContentEncoding.SingleOrDefault()
        );
    }

    private sealed class LandlordHost(params (string Name, string Value)[] settings) : EmptyHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            foreach (var (name, value) in settings)
            {
                builder.UseSetting($"{LandlordSettings.Section}:{name}", value);
            }
        }
    }
}
