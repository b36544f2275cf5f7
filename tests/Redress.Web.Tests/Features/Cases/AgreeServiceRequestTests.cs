using System.Net;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class AgreeServiceRequestTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task She_agrees_and_it_is_a_service_request_once_the_letter_has_left(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedWithAddressAsync();
        var (cora, lena) = (await office.VisitAsync("cora"), await office.VisitAsync("lena"));

        var form = await cora.OpenAsync($"/cases/{logged.Reference}/service-request");
        var letter = form.QuerySelector("[name='Form.Letter']")!.TextContent;
        Assert.Contains("You have not lost your right to complain.", letter, StringComparison.Ordinal);
        Assert.Contains("Housing Ombudsman", letter, StringComparison.Ordinal);
        await cora.SubmitAsync([.. Filled(logged).Where(one => one.Item1 != "Form.Channel"), ("Form.Leaves", "Post")]);
        Assert.Empty(cora.Errors);
        var waits = await office.CaseAsync(logged);
        Assert.Equal(CaseStatus.Open, waits.Status);
        await office.DoAsync(
            waits,
            (c, desk) => Sending.Posted(c, Assert.Single(c.Letters).Number, desk.Rules, desk.Today, desk.Today)
        );

        var now = await office.CaseAsync(logged);
        var today = office.Clock.Today;
        Assert.Equal((CaseStatus.ServiceRequest, today, today), (now.Status, now.ServiceRequestOn, now.ClosedOn));
        var row = await office.RowAsync(logged);
        Assert.Equal(
            (CaseStatus.ServiceRequest, CaseKind.Complaint, false, null, today),
            (row.Status, row.Kind, row.IsOpen, row.NextDuty, row.ClosedOn)
        );
        var page = (await lena.OpenAsync($"/cases/{logged.Reference}")).QuerySelector("main")!.TextContent;
        Assert.Contains("Service request, as agreed", page, StringComparison.Ordinal);
        Assert.Contains("agreed by Una Shaw on", page, StringComparison.Ordinal);
        Assert.Contains("I only want it mended.", page, StringComparison.Ordinal);
        Assert.Contains("Not required", page, StringComparison.Ordinal);

        await lena.OpenAsync($"/cases/{logged.Reference}/reopening");
        await lena.SubmitAsync(("Form.Reason", "She wants the complaint."));
        Assert.Empty(lena.Errors);
        Assert.DoesNotContain("by mistake", lena.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        now = await office.CaseAsync(logged);
        Assert.Equal((CaseStatus.Open, logged.ReceivedOn, null), (now.Status, now.ReceivedOn, now.ServiceRequestOn));
        row = await office.RowAsync(logged);
        Assert.Equal((true, DutyName.Acknowledge), (row.IsOpen, row.NextDuty));
    }

    [Theory]
    [InlineData("Form.AgreedBy", "", "Choose who agreed. Without the resident’s agreement it stays a complaint")]
    [InlineData("Form.AgreedOn.Year", "2026", "The day they agreed must be today or in the past")]
    [InlineData("Form.AgreedOn.Year", "2024", "The day they agreed must be on or after the day this stage began")]
    [InlineData("Form.How", "", "Choose how they said so")]
    [InlineData("Form.Said", " ", "Enter what they said")]
    [InlineData("Form.About", " ", "Enter what they want the service to do")]
    [InlineData("Form.Service", " ", "Enter the service that is asked")]
    [InlineData("Form.Letter", " ", "Enter what the letter says")]
    [InlineData(
        "Form.KeepsTheRight",
        "false",
        "The letter must say that they can have the complaint taken up again. Put it in, then say that it does"
    )]
    [InlineData(
        "Form.GivesOmbudsman",
        "false",
        "The letter must give the Ombudsman’s details. Put them in, then say that it does"
    )]
    [InlineData("Form.SentOn.Year", "2026", "The day the letter was sent must be today or in the past")]
    [InlineData("Form.SentOn.Year", "2024", "The day the letter was sent must be on or after the day they agreed")]
    [InlineData("Form.Channel", "", "Choose how the letter was sent")]
    public async Task What_is_missing_is_asked_for_beside_its_field_and_it_stays_a_complaint(
        string field,
        string value,
        string message
    )
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedWithAddressAsync();
        var cora = await office.VisitAsync("cora");

        await cora.OpenAsync($"/cases/{logged.Reference}/service-request");
        await cora.SubmitAsync([
            .. Filled(logged).Where(answer => answer.Item1 != field),
            .. value.Length == 0 ? Array.Empty<(string, string)>() : [(field, value)],
        ]);

        Assert.Equal([message], cora.Errors);
        Assert.Equal(CaseStatus.Open, (await office.CaseAsync(logged)).Status);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Sent_twice_it_is_recorded_once_and_of_two_people_the_second_sees_what_the_first_did(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedWithAddressAsync();
        var (cora, lena) = (await office.VisitAsync("cora"), await office.VisitAsync("lena"));
        var form = await cora.OpenAsync($"/cases/{logged.Reference}/service-request");
        await lena.OpenAsync($"/cases/{logged.Reference}/service-request");
        await cora.SubmitAsync(Filled(logged));

        cora.Return(form);
        await cora.SubmitAsync(Filled(logged));
        Assert.Equal($"/cases/{logged.Reference}", cora.At.AbsolutePath);
        await lena.SubmitAsync(Filled(logged));

        Assert.StartsWith("Somebody else changed this case", lena.Errors[0], StringComparison.Ordinal);
        Assert.Contains(
            "Service request instead of the complaint (Letter): agreed by Una Shaw",
            lena.Page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(logged.Version + 1, (await office.CaseAsync(logged)).Version);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_API_does_and_refuses_the_same(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedWithAddressAsync();
        var (cora, amira) = (await office.ProgramAsync("cora"), await office.ProgramAsync());
        var address = $"/api/v1/cases/{logged.Reference}/service-request";
        var body = new
        {
            agreed_by = logged.ComplainantId!,
            agreed_on = office.Clock.Today,
            how = "phone",
            said = "I only want it mended.",
            about = "Mend the lift.",
            service = "Repairs",
            letter = "Dear Mrs Shaw",
            keeps_the_right = true,
            gives_ombudsman = true,
            sent_on = office.Clock.Today,
            channel = "letter",
        };

        Assert.Equal(403, (await amira.SendAsync(address, body)).Status);
        Assert.Equal("nobody_agreed", (await cora.SendAsync(address, body with { agreed_by = "" })).Json.Code());
        Assert.Equal("not_in_the_case", (await cora.SendAsync(address, body with { agreed_by = "amira" })).Json.Code());
        Assert.Equal(
            "agreed_in_the_future",
            (await cora.SendAsync(address, body with { agreed_on = office.Clock.Today.AddDays(1) })).Json.Code()
        );
        Assert.Equal("nothing_said", (await cora.SendAsync(address, body with { said = "" })).Json.Code());
        Assert.Equal(201, (await cora.SendAsync(address, body)).Status);
        Assert.Equal("not_an_open_complaint", (await cora.SendAsync(address, body)).Json.Code());
        Assert.Equal(CaseStatus.ServiceRequest, (await office.CaseAsync(logged)).Status);
    }

    [Fact]
    public async Task Where_several_complain_the_form_is_not_there_and_what_was_typed_when_one_joined_is_not_lost()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedWithAddressAsync();
        var cora = await office.VisitAsync("cora");
        await cora.OpenAsync($"/cases/{logged.Reference}/service-request");
        await office.DoAsync(
            logged,
            (c, desk) => Complainants.Join(c, "p2", desk.Today, confidential: false, desk.Today)
        );

        await cora.SubmitAsync(Filled(logged));
        Assert.Equal("Mend the lift.", cora.Page.QuerySelector("[name='Form.About']")!.TextContent.Trim());
        await cora.SubmitAsync();
        Assert.Equal(
            ["Others complain too, and nobody can agree for them. Record that this one withdraws instead"],
            cora.Errors
        );

        var page = await cora.OpenAsync($"/cases/{logged.Reference}/service-request");
        Assert.Equal($"/cases/{logged.Reference}", cora.At.AbsolutePath);
        Assert.Contains("others complain too", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href$='/service-request']"));
    }

    [Fact]
    public async Task There_is_no_other_way()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedWithAddressAsync();
        var cora = await office.ProgramAsync("cora");
        var cases = $"/api/v1/cases/{logged.Reference}";
        var today = office.Clock.Today;

        var classified = await cora.SendAsync($"{cases}/classification", new { kind = "service_request" });
        Assert.Equal(["kind"], classified.Json.Fields());
        var closed = await cora.SendAsync($"{cases}/closure", new { on = today, status = "service_request" });
        Assert.Equal(["status"], closed.Json.Fields());
        Assert.Equal("nothing_done", (await cora.SendAsync($"{cases}/closure", new { on = today })).Json.Code());
        var refusal = new
        {
            ground = "service_request",
            reason = "It is one.",
            letter = "Dear Mrs Shaw",
        };
        Assert.Equal("not_a_ground", (await cora.SendAsync($"{cases}/refusal-proposals", refusal)).Json.Code());

        var now = await office.CaseAsync(logged);
        Assert.Equal((CaseKind.Complaint, CaseStatus.Open), (now.Kind, now.Status));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Whom_it_is_about_cannot_record_that_she_agreed(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedWithAddressAsync();
        await office.DoAsync(logged, (c, desk) => Subjects.Name(c, "cora", "She says so.", desk.Today));
        var (cora, program) = (await office.VisitAsync("cora"), await office.ProgramAsync("cora"));

        await cora.OpenAsync($"/cases/{logged.Reference}/service-request");
        Assert.Equal(HttpStatusCode.NotFound, cora.Status);
        var sent = await program.SendAsync(
            $"/api/v1/cases/{logged.Reference}/service-request",
            new
            {
                agreed_by = logged.ComplainantId!,
                agreed_on = office.Clock.Today,
                how = "phone",
                said = "I only want it mended.",
                about = "Mend the lift.",
                service = "Repairs",
                letter = "Dear Mrs Shaw",
                keeps_the_right = true,
                gives_ombudsman = true,
                sent_on = office.Clock.Today,
                channel = "letter",
            }
        );

        Assert.Equal(404, sent.Status);
        Assert.Equal(CaseStatus.Open, (await office.CaseAsync(logged)).Status);
    }

    private static (string, string)[] Filled(Case about) =>
        [
            ("Form.AgreedBy", about.ComplainantId!),
            ("Form.How", "Phone"),
            ("Form.Said", "I only want it mended."),
            ("Form.About", "Mend the lift."),
            ("Form.Service", "Repairs"),
            ("Form.KeepsTheRight", "true"),
            ("Form.GivesOmbudsman", "true"),
            ("Form.Channel", "Letter"),
        ];
}
