using System.Net;
using Redress.Core.Cases;
using Redress.Web.Tests.Files;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>A resident writes, and meanwhile their code is replaced, or half an hour passes: nothing they wrote is lost.</summary>
public sealed class CodeAgainTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_message_written_while_the_code_was_replaced_is_sent_with_the_new_one(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (reference, old) = await FollowTests.ComplainedAsync(office, named: true);
        var resident = new Visitor(office.Stranger());
        await FollowTests.OpenAsync(resident, reference, old);
        await resident.OpenAsync("/follow/message");
        var code = await GiveCodeAsync(office, reference);

        var asked = await resident.SendFilesAsync([("damp.jpg", Samples.Jpeg())], ("Text", "The damp\nis \"worse\""));

        Assert.Equal((HttpStatusCode.OK, "/follow/message"), (resident.Status, resident.At.AbsolutePath));
        var said = asked.Body!.TextContent;
        Assert.Contains("You have been given a new code", said, Ordinal);
        Assert.Contains("The damp\nis \"worse\"", said, Ordinal);
        Assert.Contains("Choose your photos and papers again", said, Ordinal);
        Assert.DoesNotContain(reference, said, Ordinal);
        await resident.SendFilesAsync([]);
        Assert.Equal(["Enter your reference", "Enter your code"], resident.Errors);
        await resident.SendFilesAsync([], ("Reference", reference), ("Code", old));
        Assert.Equal(["We know no complaint with this reference and this code. Check both"], resident.Errors);
        Assert.DoesNotContain((await office.CaseAsync(reference)).History, one => one.Event is MessageReceived);

        var page = await resident.SendFilesAsync([("damp.jpg", Samples.Jpeg())], ("Code", code));

        Assert.Equal("/follow/complaint", resident.At.AbsolutePath);
        Assert.Contains("The damp\nis \"worse\"", page.QuerySelector(".app-message")!.TextContent, Ordinal);
        var message = Assert.IsType<MessageReceived>((await office.CaseAsync(reference)).History[^1].Event);
        Assert.Single(message.Files!);
        await resident.OpenAsync("/follow/complaint");
        Assert.Equal("/follow/complaint", resident.At.AbsolutePath);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task So_is_an_answer_to_the_definition_and_what_is_said_of_the_next_stage(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (reference, code) = await FollowTests.ComplainedAsync(office, named: true);
        await office.DoAsync(
            await office.CaseAsync(reference),
            (c, desk) => Definition.Decide(c, new("The lift is broken.", "A lift."), desk.Today)
        );
        var resident = new Visitor(office.Stranger());
        await FollowTests.OpenAsync(resident, reference, code);
        await resident.OpenAsync("/follow/definition");
        code = await GiveCodeAsync(office, reference);

        var asked = await resident.SubmitAsync(("Right", "false"), ("Text", "It is the stairs"));
        Assert.Null(asked.QuerySelector("input[type=file]"));
        await resident.SubmitAsync(("Reference", reference), ("Code", code));

        Assert.Contains("write it down anew", resident.Page.Body!.TextContent, Ordinal);
        var disputed = await office.CaseAsync(reference);
        Assert.Equal("It is the stairs", await office.TextAsync(disputed, disputed.DefinitionDispute!.Text));
        await FollowTests.AnswerAsync(office, reference);
        await resident.OpenAsync("/follow/again");
        code = await GiveCodeAsync(office, reference);
        await resident.SubmitAsync(("Reason", "It broke again"));
        await resident.SubmitAsync(("Reference", reference), ("Code", code));
        Assert.Equal(2, (await office.CaseAsync(reference)).Stage);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_was_written_before_half_an_hour_away_is_not_lost_either(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (reference, code) = await FollowTests.ComplainedAsync(office);
        var resident = new Visitor(office.Stranger());
        await FollowTests.OpenAsync(resident, reference, code);
        await resident.OpenAsync("/follow/message");
        office.Clock.Advance(TimeSpan.FromMinutes(20));
        await resident.OpenAsync("/follow/message");
        office.Clock.Advance(TimeSpan.FromMinutes(20));
        await resident.OpenAsync("/follow/message");
        Assert.Equal("/follow/message", resident.At.AbsolutePath);
        office.Clock.Advance(TimeSpan.FromMinutes(31));

        var asked = await resident.SendFilesAsync([], ("Text", "I was away"));
        Assert.Contains("You were away for more than half an hour", asked.Body!.TextContent, Ordinal);
        var other = new Visitor(office.Stranger());
        other.Return(asked);
        await resident.SendFilesAsync([], ("Reference", reference), ("Code", code));

        var now = await office.CaseAsync(reference);
        Assert.Equal("I was away", await office.TextAsync(now, ((MessageReceived)now.History[^1].Event).Text!));
        office.Clock.Advance(TimeSpan.FromMinutes(31));
        await resident.OpenAsync("/follow/complaint");
        Assert.Equal("/follow", resident.At.AbsolutePath);
        Assert.Contains(
            "You were away",
            resident.Page.QuerySelector(".govuk-notification-banner")!.TextContent,
            Ordinal
        );
    }

    [Fact]
    public async Task The_code_of_another_complaint_sends_nothing_and_strangers_are_told_nothing()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (reference, old) = await FollowTests.ComplainedAsync(office, named: true);
        var (theirs, code) = await FollowTests.ComplainedAsync(office);
        var resident = new Visitor(office.Stranger());
        await FollowTests.OpenAsync(resident, reference, old);
        var form = await resident.OpenAsync("/follow/message");
        await GiveCodeAsync(office, reference);
        await resident.SendFilesAsync([], ("Text", "Mine"));

        await resident.SendFilesAsync([], ("Reference", theirs), ("Code", code));

        Assert.Equal(["We know no complaint with this reference and this code. Check both"], resident.Errors);
        Assert.DoesNotContain((await office.CaseAsync(theirs)).History, one => one.Event is MessageReceived);
        var stranger = new Visitor(office.Stranger());
        stranger.Return(form);
        await stranger.SendFilesAsync([], ("Text", "Theirs"));
        Assert.Equal("/follow", stranger.At.AbsolutePath);
        Assert.DoesNotContain("new code", stranger.Page.QuerySelector("h1")!.TextContent, Ordinal);
        Assert.Null(stranger.Page.QuerySelector(".govuk-notification-banner"));
    }

    [Fact]
    public async Task Whoever_complains_no_more_is_not_told_of_a_new_code()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (reference, _) = await FollowTests.ComplainedAsync(office, named: true);
        var program = await office.ProgramAsync("cora");
        var joined = await program.SendAsync(
            $"/api/v1/cases/{reference}/complainants",
            new { on = $"{office.Clock.Today:yyyy-MM-dd}", name = "Mr Hall" }
        );
        var hall = new Visitor(office.Stranger());
        await FollowTests.OpenAsync(hall, reference, joined.Json.GetProperty("code").GetString()!);
        await office.DoAsync(
            await office.CaseAsync(reference),
            (c, desk) =>
                Complainants.Leave(
                    c,
                    joined.Json.GetProperty("person").GetString(),
                    desk.Today,
                    WithdrawalMethod.Phone,
                    "He rang",
                    desk.Today
                )
        );

        await hall.OpenAsync("/follow/complaint");

        Assert.Equal("/follow", hall.At.AbsolutePath);
        Assert.Contains(
            "does not work any more",
            hall.Page.QuerySelector(".govuk-notification-banner")!.TextContent,
            Ordinal
        );
        Assert.DoesNotContain("new code", hall.Page.QuerySelector(".govuk-notification-banner")!.TextContent, Ordinal);
    }

    private static async Task<string> GiveCodeAsync(Office office, string reference) =>
        (await (await office.ProgramAsync("cora")).SendAsync($"/api/v1/cases/{reference}/access-code", new { }))
            .Json.GetProperty("code")
            .GetString()!;
}
