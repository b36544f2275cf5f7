using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Security;
using Redress.Web.Tests.Files;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>A resident writes to whoever has their complaint, and is written to.</summary>
public sealed class FollowMessageTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_message_with_photos_reaches_whoever_has_the_complaint(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (resident, reference) = await FollowTests.FollowingAsync(office);

        await resident.OpenAsync("/follow/message");
        var page = await resident.SendFilesAsync(
            [("damp.jpg", Samples.Jpeg()), ("film.mp4", Samples.Boxed("isom"))],
            ("Text", "The damp is worse")
        );

        Assert.Equal("/follow/complaint", resident.At.AbsolutePath);
        var shown = page.QuerySelector(".app-message")!;
        Assert.Contains("You wrote", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("The damp is worse", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("film.mp4", shown.TextContent, StringComparison.Ordinal);
        Assert.Equal("Photo 1 of 1, sent 14 April 2025", shown.QuerySelector("img")!.GetAttribute("alt"));
        var picture = shown.QuerySelector("img")!.GetAttribute("src")!;
        using var answer = await resident.Http.GetAsync(new Uri(picture, UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var now = await office.CaseAsync(reference);
        var recorded = now.History[^1];
        Assert.Equal(CurrentPerson.Resident, recorded.Who);
        Assert.Equal(
            (Channel.WebForm, 2),
            (((MessageReceived)recorded.Event).Channel, ((MessageReceived)recorded.Event).Files!.Count)
        );
        var lena = await office.VisitAsync("lena");
        var list = await lena.OpenAsync("/cases?whose=all");
        var row = list.QuerySelectorAll(".app-worklist tr")
            .Single(one => one.TextContent.Contains(reference, StringComparison.Ordinal));
        Assert.Contains("New message", row.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Sent_twice_is_one_message_and_another_written_after_going_back_is_another(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (resident, reference) = await FollowTests.FollowingAsync(office);
        var form = await resident.OpenAsync("/follow/message");

        await resident.SendFilesAsync([], ("Text", "First"));
        resident.Return(form);
        await resident.SendFilesAsync([], ("Text", "First"));
        resident.Return(form);
        await resident.SendFilesAsync([], ("Text", "Second"));

        var now = await office.CaseAsync(reference);
        var texts = now.History.Select(one => one.Event).OfType<MessageReceived>().Select(message => message.Text!);
        var said = await Task.WhenAll(texts.Select(text => office.TextAsync(now, text)));
        Assert.Equal("First, Second", string.Join(", ", said));
    }

    [Fact]
    public async Task Nothing_to_send_is_said_and_what_was_typed_is_kept()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (resident, reference) = await FollowTests.FollowingAsync(office);

        await resident.OpenAsync("/follow/message");
        await resident.SendFilesAsync([]);
        Assert.Equal(["Write a message, or choose a photo or another file"], resident.Errors);
        var page = await resident.SendFilesAsync([("a.zip", Samples.Zip([("a", "b")]))], ("Text", "See this"));
        Assert.Equal(["“a.zip” has other files packed in it. Send those files one by one"], resident.Errors);
        Assert.Equal("See this", page.QuerySelector("#Text")!.TextContent.Trim());
        Assert.DoesNotContain((await office.CaseAsync(reference)).History, one => one.Event is MessageReceived);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Where_files_cannot_be_kept_the_words_are_and_the_resident_is_told(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (resident, reference) = await FollowTests.FollowingAsync(office);
        var store = office.Services.GetRequiredService<FileStore>();
        byte[] content;
        string folder;
        do
        {
            // The folder of its first letters may be there from another test's file.
            content = Samples.Pdf($"/Lost {Guid.NewGuid():N}");
            folder = Path.GetDirectoryName(store.PlaceOf(Convert.ToHexStringLower(SHA256.HashData(content))))!;
        } while (Directory.Exists(folder));

        // A file stands where that folder would be.
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        await File.WriteAllTextAsync(folder, "", Cancel);

        await resident.OpenAsync("/follow/message");
        var page = await resident.SendFilesAsync([("lost.pdf", content)], ("Text", "With a paper"));
        Assert.Contains(
            "could not take these files just now: lost.pdf",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        var message = Assert.IsType<MessageReceived>((await office.CaseAsync(reference)).History[^1].Event);
        Assert.Null(message.Files);

        await resident.OpenAsync("/follow/message");
        await resident.SendFilesAsync([("lost.pdf", content)]);
        Assert.Equal(["We cannot take files just now. Send this without files, and the files later"], resident.Errors);
        File.Delete(folder);
    }

    [Fact]
    public async Task A_resident_reads_what_they_and_we_wrote_and_nothing_from_anybody_else()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (resident, reference) = await FollowTests.FollowingAsync(office);
        var known = await office.CaseAsync(reference);
        var neighbour = await NeighboursFileAsync(office);
        known = await office.DoAsync(
            known,
            (c, desk) =>
                MessageReceipt.Decide(
                    c,
                    new(desk.Today, Channel.Email, "From a neighbour", [neighbour.Received], MessageSender.Other),
                    desk.Today
                )
        );
        await office.DoAsync(
            known,
            (c, desk) =>
                MessageReceipt.Decide(
                    c,
                    new(desk.Today, Channel.Letter, "From my daughter", [], MessageSender.Representative),
                    desk.Today
                )
        );

        var page = await resident.OpenAsync("/follow/complaint");

        Assert.Contains("From my daughter", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("From a neighbour", page.Body!.TextContent, StringComparison.Ordinal);
        await resident.OpenAsync($"/follow/files/{neighbour.Hash}");
        Assert.Equal(HttpStatusCode.NotFound, resident.Status);
    }

    [Fact]
    public async Task A_file_of_another_complaint_is_not_found()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (mine, _) = await FollowTests.FollowingAsync(office);
        var (other, _) = await FollowTests.FollowingAsync(office);
        await mine.OpenAsync("/follow/message");
        var page = await mine.SendFilesAsync([("a.jpg", Samples.Jpeg())], ("Text", "Mine"));
        var address = page.QuerySelector(".app-file a")!.GetAttribute("href")!;

        await other.OpenAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        var stranger = new Visitor(office.Stranger());
        await stranger.OpenAsync(address);
        Assert.Equal("/follow", stranger.At.AbsolutePath);
    }

    [Fact]
    public async Task Of_one_who_would_not_be_known_a_message_keeps_no_more_than_the_day()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (resident, reference) = await FollowTests.FollowingAsync(office);
        await resident.OpenAsync("/follow/message");
        await resident.SendFilesAsync([("a.jpg", Samples.Jpeg())], ("Text", "Unknown"));

        var now = await office.CaseAsync(reference);
        var day = LondonTime.Utc(office.Clock.Today, TimeOnly.MinValue);
        Assert.Equal(day, now.History[^1].RecordedAt);
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        var use = await context.FileUses.FirstAsync(one => one.UsedBy == now.Id, Cancel);
        var store = office.Services.GetRequiredService<FileStore>();
        Assert.Equal(day, File.GetLastWriteTimeUtc(store.PlaceOf(use.Hash)));
        Assert.DoesNotContain(
            await context.IdempotencyKeys.Where(key => key.Actor == CurrentPerson.Resident).ToListAsync(Cancel),
            key => key.RecordedAt != LondonTime.Utc(LondonTime.Day(key.RecordedAt), TimeOnly.MinValue)
        );
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_message_about_a_closed_case_is_on_the_list_until_it_is_read(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (resident, reference) = await FollowTests.FollowingAsync(office);
        var known = await office.CaseAsync(reference);
        await office.DoAsync(
            known,
            (c, desk) => Withdrawal.Decide(c, new(desk.Today, WithdrawalMethod.Phone, "They rang."), desk.Today)
        );
        Assert.False((await office.RowAsync(known)).IsOpen);

        await resident.OpenAsync("/follow/message");
        await resident.SendFilesAsync([], ("Text", "I did not withdraw"));
        Assert.True((await office.RowAsync(known)).IsOpen);

        var lena = await office.VisitAsync("lena");
        await lena.OpenAsync($"/cases/{reference}");
        await lena.SubmitAsync("form[action$='/messages/read'] button", []);
        Assert.False((await office.RowAsync(known)).IsOpen);
    }

    private static async Task<Upload> NeighboursFileAsync(Office office)
    {
        using var content = new MemoryStream(Samples.Pdf("/Neighbour true"));
        var store = office.Services.GetRequiredService<FileStore>();
        var upload = await store.ReceiveAsync(content, "theirs.pdf", long.MaxValue, Cancel);
        Assert.True(store.Keep(upload));
        return upload;
    }
}
