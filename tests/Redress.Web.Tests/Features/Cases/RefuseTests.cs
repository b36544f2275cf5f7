using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>Under code-2024, whose grounds are legal proceedings, considered before, and the time bar of twelve months.</summary>
public sealed class RefuseTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private static readonly (string, string)[] Court =
    [
        ("Form.Ground", "legal_proceedings"),
        ("Form.Reason", "The particulars were filed on 2 April."),
        ("Form.Letter", "Dear resident, we cannot take this on."),
        ("Form.GivesReasons", "true"),
        ("Form.GivesOmbudsman", "true"),
    ];

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_team_proposes_the_lead_agrees_and_the_complaint_is_closed_as_refused(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var (cora, lena) = (await office.VisitAsync("cora"), await office.VisitAsync("lena"));

        var form = await cora.OpenAsync($"/cases/{logged.Reference}/refusal");
        Assert.Null(form.QuerySelector("[name='Form.Channel']"));
        await cora.SubmitAsync(Court);
        Assert.Empty(cora.Errors);
        Assert.Equal(CaseStatus.Open, (await office.CaseAsync(logged)).Status);
        Assert.Contains("A refusal waits for the lead", await TextAsync(lena, logged), StringComparison.Ordinal);

        var decision = await lena.OpenAsync($"/cases/{logged.Reference}/refusal/decision");
        var shown = decision.QuerySelector("main")!.TextContent;
        Assert.Contains("The particulars were filed on 2 April.", shown, StringComparison.Ordinal);
        Assert.Contains("Dear resident, we cannot take this on.", shown, StringComparison.Ordinal);
        await lena.SubmitAsync(("Form.Answer", "Agree"), ("Form.Channel", "Letter"));

        Assert.Empty(lena.Errors);
        var now = await office.CaseAsync(logged);
        Assert.Equal((CaseStatus.Refused, office.Clock.Today), (now.Status, now.RefusedOn));
        var row = await office.RowAsync(logged);
        Assert.Equal(
            (CaseStatus.Refused, false, null, office.Clock.Today),
            (row.Status, row.IsOpen, row.NextDuty, row.ClosedOn)
        );
        var page = await TextAsync(cora, logged);
        Assert.Contains(
            "Complaint not accepted (Letter): Legal proceedings have begun",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("Proposed by Cora Bell, agreed by Lena Novak.", page, StringComparison.Ordinal);
        Assert.Contains("Not required", page, StringComparison.Ordinal);
        Assert.Contains("Nothing more to do", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_lead_refuses_alone_and_accepts_it_after_all(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var lena = await office.VisitAsync("lena");

        await lena.OpenAsync($"/cases/{logged.Reference}/refusal");
        await lena.SubmitAsync([.. Court, ("Form.Channel", "Email")]);
        Assert.Empty(lena.Errors);
        Assert.Equal(CaseStatus.Refused, (await office.CaseAsync(logged)).Status);

        await lena.OpenAsync($"/cases/{logged.Reference}/reinstatement");
        await lena.SubmitAsync();
        Assert.Equal(["Enter why it is accepted after all"], lena.Errors);
        await lena.SubmitAsync(("Form.Reason", "The Ombudsman asks us to."));

        var now = await office.CaseAsync(logged);
        Assert.Equal((CaseStatus.Open, null, null), (now.Status, now.RefusedOn, now.ClosedOn));
        var row = await office.RowAsync(logged);
        Assert.Equal((true, DutyName.Acknowledge), (row.IsOpen, row.NextDuty));
        Assert.Contains("The Ombudsman asks us to.", await TextAsync(lena, logged), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_request_for_stage_2_is_refused_on_the_same_grounds_and_stays_answered(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var escalated = await EscalatedAsync(office);
        var lena = await office.VisitAsync("lena");

        var form = await lena.OpenAsync($"/cases/{escalated.Reference}/refusal");
        Assert.Contains(
            "A resident need not say why they ask for the next stage",
            form.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["legal_proceedings", "already_considered"],
            form.QuerySelectorAll("[name='Form.Ground']").Select(choice => choice.GetAttribute("value"))
        );
        await lena.SubmitAsync([.. Court, ("Form.Channel", "Email")]);

        Assert.Empty(lena.Errors);
        var now = await office.CaseAsync(escalated);
        Assert.Equal((CaseStatus.Answered, 1), (now.Status, now.Stage));
        Assert.Contains(
            "Stage 2 refused (Email): Legal proceedings have begun. Decided by Lena Novak.",
            await TextAsync(lena, escalated),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Form.Ground", "none", "Choose the ground")]
    [InlineData("Form.Ground", "time_bar", "Set down first how old the matter is")]
    [InlineData("Form.Ground", "already_considered", "Enter the reference of the case in which it was answered")]
    [InlineData("Form.Reason", " ", "Enter why the ground applies here")]
    [InlineData("Form.Letter", " ", "Enter what the letter says")]
    [InlineData("Form.GivesReasons", "false", "The letter must give the reasons. Put them in, then say that it does")]
    [InlineData("Form.SentOn.Year", "2026", "The day the letter was sent must be today or in the past")]
    [InlineData("Form.Channel", "", "Choose how it was sent")]
    public async Task A_refusal_to_refuse_stands_beside_its_field(string field, string value, string message)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var lena = await office.VisitAsync("lena");

        await lena.OpenAsync($"/cases/{logged.Reference}/refusal");
        await lena.SubmitAsync([
            .. Court.Where(answer => answer.Item1 != field),
            .. field == "Form.Channel" ? Array.Empty<(string, string)>() : [("Form.Channel", "Letter")],
            (field, value),
        ]);

        Assert.Equal([message], lena.Errors);
        Assert.Equal(CaseStatus.Open, (await office.CaseAsync(logged)).Status);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_was_considered_before_names_a_case_that_there_is_and_that_was_answered(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (earlier, open, logged) = (
            await office.AnsweredAsync(),
            await office.AcknowledgedAsync(),
            await office.LoggedAsync()
        );
        var cora = await office.VisitAsync("cora");
        (string, string)[] before = [.. Court.Skip(1), ("Form.Ground", "already_considered")];

        await cora.OpenAsync($"/cases/{logged.Reference}/refusal");
        await cora.SubmitAsync([.. before, ("Form.EarlierCase", "NO-SUCH-CASE")]);
        Assert.Equal(["Enter the reference of the case in which it was answered"], cora.Errors);
        await cora.SubmitAsync([.. before, ("Form.EarlierCase", open.Reference)]);
        Assert.StartsWith("That case was not answered", Assert.Single(cora.Errors), StringComparison.Ordinal);
        await cora.SubmitAsync([.. before, ("Form.EarlierCase", earlier.Reference.ToLowerInvariant())]);

        Assert.Empty(cora.Errors);
        Assert.Equal(earlier.Reference, (await office.CaseAsync(logged)).PendingRefusal?.Proposed.EarlierCase);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_old_matter_is_warned_of_refused_for_its_age_or_accepted_all_the_same(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var cora = await office.VisitAsync("cora");
        (string, string)[] old = [.. Court.Skip(1), ("Form.Ground", "time_bar")];

        await SetDownAsync(cora, logged, year: 2020);
        Assert.Equal(CaseStatus.Open, (await office.CaseAsync(logged)).Status);
        Assert.Contains(
            "The matter is of Monday 3 February 2020, and could be complained of until Wednesday 3 February 2021.",
            await TextAsync(cora, logged),
            StringComparison.Ordinal
        );

        await SetDownAsync(cora, logged, year: 2020, ("Form.Discretion", "She was in hospital."));
        Assert.Contains("It was accepted all the same", await TextAsync(cora, logged), StringComparison.Ordinal);
        await cora.OpenAsync($"/cases/{logged.Reference}/refusal");
        await cora.SubmitAsync(old);
        Assert.StartsWith("The matter was accepted though", Assert.Single(cora.Errors), StringComparison.Ordinal);

        var other = await office.LoggedAsync();
        await SetDownAsync(cora, other, year: 2020);
        await cora.OpenAsync($"/cases/{other.Reference}/refusal");
        await cora.SubmitAsync(old);
        Assert.Empty(cora.Errors);
        Assert.NotNull((await office.CaseAsync(other)).PendingRefusal);
    }

    [Theory]
    [InlineData("Form.MatterOn.Year", "2026", "The day must be on or before the day the complaint was received")]
    [InlineData(
        "Form.Discretion",
        "Kindness",
        "The matter is not older than the limit, so there is nothing to make an exception from"
    )]
    public async Task The_age_of_a_matter_is_held_to_the_day_of_receipt(string field, string value, string message)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var cora = await office.VisitAsync("cora");

        await SetDownAsync(cora, logged, year: 2025, (field, value));

        Assert.Equal([message], cora.Errors);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Sent_twice_it_is_proposed_once_and_of_two_people_the_second_sees_what_the_first_did(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var (cora, lena) = (await office.VisitAsync("cora"), await office.VisitAsync("lena"));
        var form = await cora.OpenAsync($"/cases/{logged.Reference}/refusal");
        await lena.OpenAsync($"/cases/{logged.Reference}/refusal");
        await cora.SubmitAsync(Court);

        cora.Return(form);
        await cora.SubmitAsync(Court);
        Assert.Equal($"/cases/{logged.Reference}", cora.At.AbsolutePath);
        await lena.SubmitAsync(Court);

        Assert.StartsWith("Somebody else changed this case", lena.Errors[0], StringComparison.Ordinal);
        Assert.Contains(
            "Refusal of the complaint proposed: Legal proceedings have begun",
            lena.Page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(logged.Version + 1, (await office.CaseAsync(logged)).Version);
    }

    [Fact]
    public async Task A_refusal_turned_down_says_why_and_the_complaint_goes_on()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var (cora, lena) = (await office.VisitAsync("cora"), await office.VisitAsync("lena"));
        await cora.OpenAsync($"/cases/{logged.Reference}/refusal");
        await cora.SubmitAsync(Court);

        await lena.OpenAsync($"/cases/{logged.Reference}/refusal/decision");
        await lena.SubmitAsync(("Form.Answer", "Agree"));
        Assert.Equal(["Choose how it was sent"], lena.Errors);
        await lena.SubmitAsync(("Form.Answer", "Reject"));
        Assert.Equal(["Enter why it goes on"], lena.Errors);
        await lena.SubmitAsync(("Form.Answer", "Reject"), ("Form.Reason", "Only a solicitor wrote."));

        var now = await office.CaseAsync(logged);
        Assert.Equal((CaseStatus.Open, null), (now.Status, now.PendingRefusal));
        Assert.Contains("Only a solicitor wrote.", await TextAsync(cora, logged), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_dates_proposes_agrees_rejects_refuses_and_reinstates()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var (cora, lena) = (await office.ProgramAsync("cora"), await office.ProgramAsync("lena"));
        var cases = $"/api/v1/cases/{logged.Reference}";
        var today = office.Clock.Today;
        var court = new
        {
            ground = "legal_proceedings",
            reason = "Filed.",
            letter = "Dear resident",
            gives_reasons = true,
            gives_ombudsman = true,
        };
        var sent = new { sent_on = today, channel = "letter" };

        Assert.Equal(201, (await cora.SendAsync($"{cases}/matter-age", new { matter_on = today })).Status);
        Assert.Equal(403, (await cora.SendAsync($"{cases}/refusal", court)).Status);
        Assert.Equal(
            "ombudsman_not_given",
            (await cora.SendAsync($"{cases}/refusal-proposals", court with { gives_ombudsman = false })).Json.Code()
        );
        Assert.Equal(
            "not_a_ground",
            (await cora.SendAsync($"{cases}/refusal-proposals", court with { ground = "too_difficult" })).Json.Code()
        );
        Assert.Equal(201, (await cora.SendAsync($"{cases}/refusal-proposals", court)).Status);
        Assert.Equal("another_is_waiting", (await cora.SendAsync($"{cases}/refusal-proposals", court)).Json.Code());
        Assert.Equal(201, (await lena.SendAsync($"{cases}/rejected-refusals", new { reason = "No." })).Status);
        Assert.Equal("nothing_proposed", (await lena.SendAsync($"{cases}/agreed-refusals", sent)).Json.Code());
        Assert.Equal(201, (await cora.SendAsync($"{cases}/refusal-proposals", court)).Status);
        Assert.Equal(201, (await lena.SendAsync($"{cases}/agreed-refusals", sent)).Status);
        Assert.Equal(
            201,
            (await lena.SendAsync($"{cases}/reinstatement", new { on = today, reason = "Told to." })).Status
        );
        Assert.Equal(
            "not_refused",
            (await lena.SendAsync($"{cases}/reinstatement", new { on = today, reason = "Told to." })).Json.Code()
        );

        // The lead, who proposes by herself, cannot agree to it too; refusing alone is an act of its own.
        Assert.Equal(201, (await lena.SendAsync($"{cases}/refusal-proposals", court)).Status);
        Assert.Equal("proposed_by_themselves", (await lena.SendAsync($"{cases}/agreed-refusals", sent)).Json.Code());
        Assert.Equal(201, (await lena.SendAsync($"{cases}/rejected-refusals", new { reason = "Taken back." })).Status);
        var alone = new
        {
            court.ground,
            court.reason,
            court.letter,
            court.gives_reasons,
            court.gives_ombudsman,
            sent.sent_on,
            sent.channel,
        };
        Assert.Equal(201, (await lena.SendAsync($"{cases}/refusal", alone)).Status);
        Assert.Equal(CaseStatus.Refused, (await office.CaseAsync(logged)).Status);
    }

    private static Task SetDownAsync(Visitor visitor, Case about, int year, params (string, string)[] more) =>
        SetDownAsync(
            visitor,
            about,
            [
                ("Form.MatterOn.Day", "3"),
                ("Form.MatterOn.Month", "2"),
                .. more.Any(answer => answer.Item1 == "Form.MatterOn.Year")
                    ? Array.Empty<(string, string)>()
                    : [("Form.MatterOn.Year", $"{year}")],
                .. more,
            ]
        );

    private static async Task SetDownAsync(Visitor visitor, Case about, (string, string)[] answers)
    {
        await visitor.OpenAsync($"/cases/{about.Reference}/matter-age");
        await visitor.SubmitAsync(answers);
    }

    private static async Task<Case> EscalatedAsync(Office office) =>
        await office.DoAsync(
            await office.AnsweredAsync(),
            (c, desk) => Escalation.Decide(c, new(desk.Today), desk.Rules, desk.Today)
        );

    private static async Task<string> TextAsync(Visitor visitor, Case shown) =>
        string.Join(
            ' ',
            (await visitor.OpenAsync($"/cases/{shown.Reference}"))
                .QuerySelector("main")!
                .TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
}
