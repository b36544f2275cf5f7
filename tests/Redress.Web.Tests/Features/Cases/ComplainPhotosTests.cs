using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Background;
using Redress.Web.Data;
using Redress.Web.Tests.Files;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>Photos that go with a complaint from the first.</summary>
public sealed class ComplainPhotosTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Photos_are_added_shown_left_out_and_sent(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var resident = await AtPhotosAsync(office);

        await resident.SendFilesAsync([("damp.jpg", Samples.Jpeg()), ("wrong.pdf", Samples.Pdf())]);
        Assert.Equal("/complain/wanted", resident.At.AbsolutePath);
        var page = await resident.OpenAsync("/complain/photos");
        Assert.Equal(2, page.QuerySelectorAll(".app-file").Length);
        page = await resident.SubmitAsync(".app-file:nth-child(2) button", []);
        Assert.Equal("damp.jpg", page.QuerySelector(".app-file a")!.TextContent.Trim());
        var address = page.QuerySelector(".app-file img")!.GetAttribute("src")!;
        using var picture = await resident.Http.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        Assert.Equal("image/jpeg", picture.Content.Headers.ContentType!.ToString());
        using var strangers = await office.Stranger().GetAsync(new Uri(address, UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, strangers.StatusCode);

        await resident.OpenAsync("/complain/wanted");
        await resident.SubmitAsync();
        page = await resident.SubmitAsync(("Known", "Anonymous"));
        Assert.Equal("/complain/check", resident.At.AbsolutePath);
        Assert.NotNull(page.QuerySelector(".app-file img"));
        var sent = await resident.SubmitAsync();

        var logged = await office.CaseAsync(sent.QuerySelector(".app-reference")!.TextContent.Trim());
        var message = Assert.IsType<MessageReceived>(logged.History[1].Event);
        Assert.Equal(FileType.Jpeg, Assert.Single(message.Files!).Type);
        Assert.Empty(logged.NewMessages);
        Assert.Equal(logged.ReceivedOn, message.On);
    }

    [Fact]
    public async Task What_is_refused_is_said_and_what_is_not_is_kept_at_once()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var resident = await AtPhotosAsync(office);

        var page = await resident.SendFilesAsync([("damp.jpg", Samples.Jpeg()), ("a.zip", Samples.Zip([("a", "b")]))]);

        Assert.Equal(["“a.zip” has other files packed in it. Send those files one by one"], resident.Errors);
        Assert.Equal("damp.jpg", Assert.Single(page.QuerySelectorAll(".app-file a")).TextContent.Trim());
    }

    [Fact]
    public async Task A_complaint_takes_ten()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var resident = await AtPhotosAsync(office);
        await resident.SendFilesAsync(Enumerable.Range(0, 10).Select(i => ($"{i}.pdf", Samples.Pdf($"/N {i}"))));

        await resident.OpenAsync("/complain/photos");
        await resident.SendFilesAsync([("more.pdf", Samples.Pdf("/N 11"))]);

        Assert.Equal(["You can add up to 10. Leave one out, or send the rest later"], resident.Errors);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_photo_that_is_no_more_does_not_hold_the_complaint_up(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var resident = await AtPhotosAsync(office);
        var content = Samples.Pdf($"/Gone {Guid.NewGuid():N}");
        await resident.SendFilesAsync([("gone.pdf", content)]);
        await resident.SubmitAsync();
        await resident.SubmitAsync(("Known", "Anonymous"));
        var store = office.Services.GetRequiredService<FileStore>();
        File.Delete(store.PlaceOf(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content))));

        var sent = await resident.SubmitAsync();

        Assert.Contains("We could not keep these: gone.pdf", sent.Body!.TextContent, StringComparison.Ordinal);
        var logged = await office.CaseAsync(sent.QuerySelector(".app-reference")!.TextContent.Trim());
        Assert.DoesNotContain(logged.History, one => one.Event is MessageReceived);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Photos_go_with_the_draft_that_nobody_sent(Kind kind)
    {
        var host = await hosts.OnAsync(kind);
        var office = await Office.OpenAsync(host);
        var resident = await AtPhotosAsync(office);
        var content = Samples.Pdf($"/Never {Guid.NewGuid():N}");
        await resident.SendFilesAsync([("never.pdf", content)]);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        Assert.True(await context.FileUses.AnyAsync(use => use.Hash == hash, Cancel));

        var today = office.Clock.Today;
        try
        {
            office.Clock.GoTo(today.AddDays(8));
            var jobs = office.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().ToList();
            await jobs.OfType<OldDraftsJob>().Single().RunAsync(Cancel);
            Assert.False(await context.FileUses.AnyAsync(use => use.Hash == hash, Cancel));
            await jobs.OfType<FileSweepJob>().Single().RunAsync(Cancel);
        }
        finally
        {
            office.Clock.GoTo(today);
        }

        Assert.False(File.Exists(office.Services.GetRequiredService<FileStore>().PlaceOf(hash)));
    }

    [Fact]
    public async Task Whoever_leaves_leaves_no_photo_behind()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var resident = await AtPhotosAsync(office);
        var content = Samples.Pdf($"/Left {Guid.NewGuid():N}");
        await resident.SendFilesAsync([("left.pdf", content)]);

        await resident.OpenAsync("/follow/leave?home=true");

        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        Assert.False(await context.FileUses.AnyAsync(use => use.Hash == hash, Cancel));
        await resident.OpenAsync($"/complain/files/{hash}");
        Assert.Equal(HttpStatusCode.NotFound, resident.Status);
    }

    private static async Task<Visitor> AtPhotosAsync(Office office)
    {
        var resident = new Visitor(office.Stranger());
        await resident.OpenAsync("/complain/what");
        await resident.SubmitAsync(("Summary", "The damp is back"));
        Assert.Equal("/complain/photos", resident.At.AbsolutePath);
        return resident;
    }
}
