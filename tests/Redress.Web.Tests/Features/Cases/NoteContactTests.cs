using Redress.Core.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class NoteContactTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    [Theory]
    [InlineData(Kind.Sqlite, "Spoke", ContactResult.Spoke)]
    [InlineData(Kind.Sqlite, "NoAnswer", ContactResult.NoAnswer)]
    [InlineData(Kind.Postgres, "Voicemail", ContactResult.Voicemail)]
    public async Task A_call_is_noted_in_one_press_on_the_page_of_the_case(
        Kind kind,
        string button,
        ContactResult result
    )
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var frank = await office.VisitAsync("frank");

        await frank.OpenAsync($"/cases/{logged.Reference}");
        await frank.SubmitAsync($".app-contact button[value={button}]", [("Form.Note", "Rings back at four")]);

        Assert.Equal($"/cases/{logged.Reference}", frank.At.AbsolutePath);
        var now = await office.CaseAsync(logged);
        var contacted = Assert.IsType<Contacted>(now.History[^1].Event);
        Assert.Equal(
            (office.Clock.Today, ContactMethod.Phone, result, 1),
            (contacted.On, contacted.How, contacted.Result, contacted.Stage)
        );
        Assert.Equal("Rings back at four", await office.TextAsync(now, contacted.Note!));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Who_goes_back_and_writes_something_else_loses_nothing(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var frank = await office.VisitAsync("frank");
        var form = await frank.OpenAsync($"/cases/{logged.Reference}/contacts");
        await frank.SubmitAsync(("Form.Result", "NoAnswer"), ("Form.Note", "Rang"));

        frank.Return(form);
        var page = await frank.SubmitAsync(("Form.Result", "Spoke"), ("Form.Note", "Rang again"));

        Assert.StartsWith("You sent this form before", Assert.Single(frank.Errors), StringComparison.Ordinal);
        Assert.Contains("Tried", page.QuerySelector(".app-changed")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Rang again", page.QuerySelector("#Form_Note")!.TextContent.Trim());
        Assert.Equal(logged.Version + 1, (await office.CaseAsync(logged)).Version);

        await frank.SubmitAsync();
        var contacts = (await office.CaseAsync(logged)).History.Select(row => row.Event).OfType<Contacted>();
        Assert.Equal([ContactResult.NoAnswer, ContactResult.Spoke], contacts.Select(contact => contact.Result));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Who_came_to_a_meeting_with_the_resident_is_noted_with_it(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{logged.Reference}/contacts");
        await amira.SubmitAsync(
            ("Form.How", "Phone"),
            ("Form.Result", "Spoke"),
            ("Form.Companion", "Friend"),
            ("Form.CompanionName", "Ife Bello")
        );
        Assert.StartsWith(
            "Somebody comes along only to a visit",
            Assert.Single(amira.Errors),
            StringComparison.Ordinal
        );

        await amira.SubmitAsync(("Form.How", "Meeting"));

        var now = await office.CaseAsync(logged);
        var met = Assert.IsType<Contacted>(now.History[^1].Event);
        Assert.Equal((ContactMethod.Meeting, Companion.Friend), (met.How, met.Companion));
        Assert.Equal("Ife Bello", await office.TextAsync(now, met.CompanionName!));
        Assert.Contains(
            "Spoke with the resident (Meeting). Who came with them: Friend",
            (await amira.OpenAsync($"/cases/{logged.Reference}")).Body!.TextContent,
            StringComparison.Ordinal
        );

        var program = await office.ProgramAsync("frank");
        var alone = new
        {
            on = "2025-04-14",
            how = "meeting",
            result = "spoke",
            companion = "nobody",
        };
        var address = $"/api/v1/cases/{logged.Reference}/contacts";
        Assert.Equal(
            "companion_not_chosen",
            (
                await program.SendAsync(
                    address,
                    new
                    {
                        alone.on,
                        alone.how,
                        alone.result,
                        alone.companion,
                        companion_name = "Ife Bello",
                    }
                )
            ).Json.Code()
        );
        Assert.Equal(201, (await program.SendAsync(address, alone)).Status);
    }

    [Fact]
    public async Task A_resident_may_want_no_contact()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{logged.Reference}/contacts");
        await amira.SubmitAsync(("Form.Result", "Declined"));

        Assert.IsType<ContactDeclined>((await office.CaseAsync(logged)).History[^1].Event);
    }

    [Theory]
    [InlineData("2024", "The day must be on or after the day the case was received")]
    [InlineData("2031", "The day must be today or in the past")]
    public async Task A_refusal_stands_beside_its_field(string year, string message)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{logged.Reference}/contacts");
        var page = await amira.SubmitAsync(("Form.Result", "Spoke"), ("Form.On.Year", year));

        Assert.Equal([message], amira.Errors);
        Assert.NotNull(page.QuerySelector("#Form_On-error"));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_API_does_and_refuses_the_same(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var program = await office.ProgramAsync("frank");
        var address = $"/api/v1/cases/{logged.Reference}/contacts";
        var call = new
        {
            on = "2025-04-14",
            at = "09:30",
            how = "phone",
            result = "spoke",
        };

        Assert.Equal("in_the_future", (await program.SendAsync(address, call with { on = "2025-04-15" })).Json.Code());
        Assert.Equal(201, (await program.SendAsync(address, call)).Status);
        Assert.Equal(new TimeOnly(9, 30), ((Contacted)(await office.CaseAsync(logged)).History[^1].Event).At);
        Assert.Equal(201, (await program.SendAsync(address, call with { result = "declined" })).Status);
        Assert.IsType<ContactDeclined>((await office.CaseAsync(logged)).History[^1].Event);
    }
}
