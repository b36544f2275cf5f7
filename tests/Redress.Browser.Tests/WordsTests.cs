using Redress.Browser.Tests.Hosting;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests;

/// <summary>Whatever a person writes, in any script and at any length, is kept as written and breaks no page.</summary>
public sealed class WordsTests(Chromium chromium, RedressServers servers) : IClassFixture<RedressServers>
{
    [Theory]
    [ClassData(typeof(Ways))]
    public async Task Fifty_thousand_characters_of_Urdu_and_English(Device device, bool javaScript, Kind kind)
    {
        var server = await servers.OnAsync(kind);
        await using var amira = await chromium.VisitAsync(server, "amira", device, javaScript);
        var mixed = $"بجلی نہیں ہے (flat 4) {Guid.NewGuid()} ";
        var words = mixed + new string('ے', 50_000 - mixed.Length);

        await amira.GoAsync("/cases/new");
        await amira.FillAsync("What the resident says", words);
        await amira.FillAsync("Name", "سعدیہ خان");
        await amira.PressAsync("Log the case");
        await amira.IsToldAsync("Choose how it came");
        await amira.KeptAsync("What the resident says", words);
        await amira.ChooseAsync("How did it come?", "Phone");
        await amira.PressAsync("Log the case");

        await amira.SeesAsync("سعدیہ خان");
        await amira.SeesAsync(mixed);
        Assert.Equal(1, await server.RecordedAsync(words));
        await amira.LookAsync();
        await amira.GoAsync("/cases");
        await amira.SeesAsync("بجلی نہیں ہے");
        await amira.LookAsync();
    }
}
