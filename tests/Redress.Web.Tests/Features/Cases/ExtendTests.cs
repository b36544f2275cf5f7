using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class ExtendTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    // Received and acknowledged on Monday 14 April 2025: due on Wednesday 30 April, by 15 May at the latest.
    private static readonly DateOnly Wed30Apr = new(2025, 4, 30);
    private static readonly DateOnly Thu15May = new(2025, 5, 15);

    private static readonly (string, string)[] Filled =
    [
        ("Form.Until.Day", "14"),
        ("Form.Until.Month", "5"),
        ("Form.Until.Year", "2025"),
        ("Form.Reason", "The lift engineer can come on 6 May."),
        ("Form.OmbudsmanDetails", "true"),
    ];

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_extension_with_all_it_needs_moves_the_date_and_says_so(Kind kind)
    {
        var (office, acknowledged) = await AcknowledgedAsync(kind);
        var amira = await office.VisitAsync();

        var form = await amira.OpenAsync(Address(acknowledged));
        Assert.Contains(
            "to Thursday 15 May 2025 at the latest",
            Plain(form.QuerySelector(".govuk-inset-text")!.TextContent),
            StringComparison.Ordinal
        );
        await amira.SubmitAsync(Filled);

        Assert.Contains(
            "It counts: the answer is due by Wednesday 14 May 2025",
            amira.Page.QuerySelector(".govuk-notification-banner--success")!.TextContent,
            StringComparison.Ordinal
        );
        var now = await office.CaseAsync(acknowledged);
        var extended = Assert.IsType<Extended>(now.History[^1].Event);
        Assert.Equal(
            (office.Clock.Today, true, true, false),
            (extended.ToldOn, extended.InWriting, extended.OmbudsmanDetails, extended.Agreed)
        );
        Assert.Equal(new DateOnly(2025, 5, 14), await DueAsync(office, acknowledged));
    }

    [Theory]
    [InlineData("Form.OmbudsmanDetails", "", "the Ombudsman's details were not given")]
    [InlineData("Form.ToldOn.Day", "", "the resident was not told")]
    [InlineData("Form.InWriting", "", "the resident was not told in writing")]
    [InlineData("Form.Until.Day", "16", "it goes beyond 10 working days")]
    public async Task One_without_what_it_needs_is_recorded_and_said_to_move_nothing(
        string field,
        string value,
        string why
    )
    {
        var (office, acknowledged) = await AcknowledgedAsync(Kind.Sqlite);
        var amira = await office.VisitAsync();

        await amira.OpenAsync(Address(acknowledged));
        (string, string)[] changed =
            field == "Form.ToldOn.Day"
                ? [("Form.ToldOn.Day", ""), ("Form.ToldOn.Month", ""), ("Form.ToldOn.Year", "")]
                : [(field, value)];
        await amira.SubmitAsync([.. Filled, .. changed]);

        var said = amira.Page.QuerySelector(".govuk-notification-banner")!;
        Assert.DoesNotContain("govuk-notification-banner--success", said.ClassName, StringComparison.Ordinal);
        Assert.Contains("It does not count: " + why, Plain(said.TextContent), StringComparison.Ordinal);
        Assert.Contains("still due by Wednesday 30 April 2025", Plain(said.TextContent), StringComparison.Ordinal);
        Assert.IsType<Extended>((await office.CaseAsync(acknowledged)).History[^1].Event);
        Assert.Equal(Wed30Apr, await DueAsync(office, acknowledged));
    }

    [Fact]
    public async Task Whether_it_would_count_can_be_asked_without_recording_anything()
    {
        var (office, acknowledged) = await AcknowledgedAsync(Kind.Sqlite);
        var amira = await office.VisitAsync();

        await amira.OpenAsync(Address(acknowledged));
        var page = await amira.SubmitAsync("button[formaction]", [.. Filled, ("Form.OmbudsmanDetails", "")]);

        Assert.Contains("This would not count", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(acknowledged.Version, (await office.CaseAsync(acknowledged)).Version);
    }

    [Theory]
    [InlineData("Form.Reason", " ", "Enter why more time is needed")]
    [InlineData("Form.Until.Month", "4", "The new date must be after the date in force")]
    [InlineData("Form.ToldOn.Year", "2026", "The day they were told must be today or in the past")]
    [InlineData("Form.ToldOn.Year", "2024", "The day they were told must be on or after the day this stage began")]
    public async Task A_refusal_stands_beside_its_field(string field, string value, string message)
    {
        var (office, acknowledged) = await AcknowledgedAsync(Kind.Sqlite);
        var amira = await office.VisitAsync();

        await amira.OpenAsync(Address(acknowledged));
        var page = await amira.SubmitAsync([.. Filled, (field, value)]);

        Assert.Equal([message], amira.Errors);
        var control = page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href");
        Assert.StartsWith("#Form_" + field.Split('.')[1], control, StringComparison.Ordinal);
        Assert.Equal(acknowledged.Version, (await office.CaseAsync(acknowledged)).Version);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_API_does_and_refuses_the_same(Kind kind)
    {
        var (office, acknowledged) = await AcknowledgedAsync(kind);
        var program = await office.ProgramAsync();
        var address = $"/api/v1/cases/{acknowledged.Reference}/extensions";
        var body = new
        {
            until = Thu15May,
            reason = "",
            told_on = office.Clock.Today,
            in_writing = true,
            ombudsman_details = true,
        };

        var (status, problem, _) = await program.SendAsync(address, body);
        Assert.Equal((409, "no_reason"), (status, problem.Code()));

        var (created, _, _) = await program.SendAsync(address, body with { reason = "The engineer is ill." });
        Assert.Equal(201, created);
        Assert.Equal(Thu15May, await DueAsync(office, acknowledged));
    }

    private static string Address(Case about) => $"/cases/{about.Reference}/extension";

    private static string Plain(string text) => text.Replace('\u2019', '\'');

    private static async Task<DateOnly?> DueAsync(Office office, Case about)
    {
        var row = await office.RowAsync(about);
        Assert.Equal(DutyName.Respond, row.NextDuty);
        return row.NextDueOn;
    }

    private async Task<(Office, Case)> AcknowledgedAsync(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        return (office, await office.AcknowledgedAsync());
    }
}
