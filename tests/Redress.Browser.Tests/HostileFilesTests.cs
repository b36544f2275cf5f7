using Microsoft.Playwright;
using Redress.Browser.Tests.Hosting;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Tests.Data;
using Redress.Web.Tests.Files;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests;

/// <summary>Whoever opens a file that somebody sent gets it to save, and nothing in it runs or is shown.</summary>
public sealed class HostileFilesTests(Chromium chromium, RedressServers servers) : IClassFixture<RedressServers>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_file_that_is_kept_runs_in_the_browser()
    {
        var server = await servers.OnAsync(Kind.Sqlite);
        await using var installation = TestInstallation.Over(server.Installation);
        await installation.Get<InstallationSetup>().OpenAsync(Cancel);
        installation.Clock.GoTo(server.Clock.Today);
        var (reference, hashes) = await KeptAsync(installation);
        await using var amira = await chromium.VisitAsync(server, "amira", Device.Desk, javaScript: true);
        var ran = new List<string>();
        amira.Page.Dialog += (_, dialog) => ran.Add(dialog.Message);
        amira.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(server.Address.ToString(), StringComparison.Ordinal))
            {
                ran.Add(request.Url);
            }
        };

        foreach (var hash in hashes)
        {
            var address = $"{server.Address}cases/{reference}/files/{hash}";
            await Assert.ThrowsAsync<PlaywrightException>(() => amira.Page.GotoAsync(address));
            Assert.NotEqual("ran", await amira.Page.TitleAsync());
        }

        Assert.NotEmpty(hashes);
        await amira.GoAsync($"/cases/{reference}");
        Assert.NotEqual("ran", await amira.Page.TitleAsync());
        Assert.Empty(ran);
    }

    private static async Task<(string Reference, IReadOnlyList<string> Hashes)> KeptAsync(TestInstallation installation)
    {
        var store = installation.Get<FileStore>();
        var kept = new List<Upload>();
        var files = Hostile
            .All.Where(file => file.Type is not null)
            .Select(file => (file.Name, file.Content))
            .Concat(Enum.GetValues<FileType>().Select(type => ("a", Samples.Of(type))));
        foreach (var (name, content) in files)
        {
            using var stream = new MemoryStream(content);
            var upload = await store.ReceiveAsync(stream, name, long.MaxValue, Cancel);
            Assert.True(store.Keep(upload));
            kept.Add(upload);
        }

        var logged = await installation.LoggedAsync();
        var today = installation.Clock.Today;
        await installation.RecordAsync(
            logged.Case.Id,
            0,
            new MessageReceived(today, Channel.Email, Files: [.. kept.Select(file => file.Received)])
        );
        return (logged.Case.Reference, [.. kept.Select(file => file.Hash).Distinct()]);
    }
}
