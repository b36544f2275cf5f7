using System.Net;
using AngleSharp.Html.Dom;
using Redress.Core.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class AcknowledgeTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private static readonly (string, string)[] Filled =
    [
        ("Form.Channel", "Email"),
        ("Form.Letter", "Dear resident, we understand that the lift is broken."),
    ];

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Acknowledging_changes_the_case_and_its_history_together(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync(Address(logged));
        await amira.SubmitAsync(Filled);

        Assert.Equal($"/cases/{logged.Reference}", amira.At.AbsolutePath);
        var now = await office.CaseAsync(logged);
        var recorded = now.History[^1];
        var acknowledged = Assert.IsType<Acknowledged>(recorded.Event);
        Assert.Equal((office.Clock.Today, 1, true), (acknowledged.On, acknowledged.Stage, acknowledged.NamesHandler));
        Assert.Equal("amira", recorded.Who);
        Assert.Equal(Filled[1].Item2, await office.TextAsync(now, acknowledged.Letter!));
        Assert.Equal((logged.Version + 1, Core.Procedures.DutyName.Respond), await VersionAndDutyAsync(office, logged));
    }

    [Theory]
    [InlineData("Form.Letter", " ", "Enter what the acknowledgement says")]
    [InlineData("Form.SentOn.Year", "2031", "The day it was sent must be today or in the past")]
    [InlineData("Form.SentOn.Year", "2024", "The day it was sent must be on or after the day this stage began")]
    public async Task A_refusal_stands_beside_its_field(string field, string value, string message)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync(Address(logged));
        var page = await amira.SubmitAsync([.. Filled, (field, value)]);

        Assert.Equal([message], amira.Errors);
        var control = page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href");
        Assert.StartsWith("#Form_" + field.Split('.')[1], control, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(control!));
        Assert.Equal(logged.Version, (await office.CaseAsync(logged)).Version);
    }

    [Fact]
    public async Task A_complaint_is_defined_before_it_is_acknowledged()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync(defined: false);
        var amira = await office.VisitAsync();

        await amira.OpenAsync(Address(logged));
        await amira.SubmitAsync(Filled);

        Assert.StartsWith("Define the complaint first", Assert.Single(amira.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_API_does_and_refuses_the_same(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var program = await office.ProgramAsync();
        var address = $"/api/v1/cases/{logged.Reference}/acknowledgement";
        var letter = new
        {
            sent_on = office.Clock.Today,
            channel = "email",
            letter = "Dear resident",
            names_handler = true,
        };

        var (status, problem, _) = await program.SendAsync(address, letter with { channel = "phone" });
        Assert.Equal((409, "not_in_writing"), (status, problem.Code()));
        Assert.Equal("channel", problem.GetProperty("field").GetString());

        var (created, receipt, location) = await program.SendAsync(address, letter);
        Assert.Equal(201, created);
        Assert.Equal($"/api/v1/cases/{logged.Reference}/history/{logged.Version + 1}", location!.ToString());
        Assert.Equal(logged.Reference, receipt.GetProperty("reference").GetString());
        Assert.IsType<Acknowledged>((await office.CaseAsync(logged)).History[^1].Event);
        Assert.Equal("already_acknowledged", (await program.SendAsync(address, letter)).Json.Code());
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Of_two_people_at_once_the_second_sees_what_the_first_did_and_keeps_what_they_wrote(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();
        await amira.OpenAsync(Address(logged));
        await office.DoAsync(logged, (c, desk) => Points.Raise(c, "No lift for a week", desk.Today), who: "ben");

        var page = await amira.SubmitAsync(Filled);

        Assert.StartsWith("Somebody else changed this case", Assert.Single(amira.Errors), StringComparison.Ordinal);
        var changed = page.QuerySelector(".app-changed")!.TextContent;
        Assert.Contains("Point 1 raised", changed, StringComparison.Ordinal);
        Assert.Contains("Ben Okafor", changed, StringComparison.Ordinal);
        Assert.Equal(Filled[1].Item2, ((IHtmlTextAreaElement)page.QuerySelector("#Form_Letter")!).Value);

        await amira.SubmitAsync();
        Assert.IsType<Acknowledged>((await office.CaseAsync(logged)).History[^1].Event);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_form_sent_twice_is_done_once(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();
        var form = await amira.OpenAsync(Address(logged));
        await amira.SubmitAsync(Filled);

        amira.Return(form);
        await amira.SubmitAsync(Filled);

        Assert.Equal(HttpStatusCode.OK, amira.Status);
        Assert.Equal($"/cases/{logged.Reference}", amira.At.AbsolutePath);
        Assert.Equal(logged.Version + 1, (await office.CaseAsync(logged)).Version);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Words_of_any_script_and_fifty_thousand_characters_are_kept_as_written(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();
        var letter = "محترم رہائشی، ہم آپ کی شکایت سمجھتے ہیں۔ " + new string('ے', 50_000);

        await amira.OpenAsync(Address(logged));
        await amira.SubmitAsync([.. Filled, ("Form.Letter", letter)]);

        var now = await office.CaseAsync(logged);
        Assert.Equal(letter, await office.TextAsync(now, ((Acknowledged)now.History[^1].Event).Letter!));
    }

    [Fact]
    public async Task Words_without_end_are_refused_by_the_name_of_their_field()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync(Address(logged));
        await amira.SubmitAsync([.. Filled, ("Form.Letter", new string('x', 100_001))]);
        Assert.Equal(["What it says must be 100,000 characters or fewer"], amira.Errors);
    }

    /// <summary>No browser sends it: the server reads no such form, and the API names the field.</summary>
    [Fact]
    public async Task A_NUL_is_refused()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();
        await amira.OpenAsync(Address(logged));
        await amira.ForgeAsync([.. Filled, ("Form.Letter", "a\0b")]);
        Assert.Equal(HttpStatusCode.BadRequest, amira.Status);

        var program = await office.ProgramAsync();
        var (status, problem, _) = await program.SendAsync(
            $"/api/v1{Address(logged)}",
            """{ "sent_on": "2025-04-14", "channel": "email", "letter": "a\u0000b", "names_handler": true }"""
        );
        Assert.Equal(400, status);
        Assert.Equal(["letter"], problem.Fields());
        Assert.Equal(logged.Version, (await office.CaseAsync(logged)).Version);
    }

    [Fact]
    public async Task Who_may_not_acknowledge_is_refused_and_an_unknown_case_is_not_there()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var ada = await office.VisitAsync("ada");
        await ada.OpenAsync(Address(logged));
        Assert.Equal(HttpStatusCode.Forbidden, ada.Status);

        var amira = await office.VisitAsync();
        await amira.OpenAsync("/cases/no-such-case/acknowledgement");
        Assert.Equal(HttpStatusCode.NotFound, amira.Status);
    }

    private static string Address(Case about) => $"/cases/{about.Reference}/acknowledgement";

    private static async Task<(int, Core.Procedures.DutyName?)> VersionAndDutyAsync(Office office, Case about)
    {
        var row = await office.RowAsync(about);
        return (row.Version, row.NextDuty);
    }
}
