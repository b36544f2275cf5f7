using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Features.Calendars;
using Redress.Web.Tests.Data;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;
using static Redress.Web.Tests.Features.Calendars.LateHolidayLandlord;

namespace Redress.Web.Tests.Features.Calendars;

public sealed class AddHolidayTests(TestDatabases databases)
{
    private static readonly (string, string)[] TheFuneral =
    [
        ("Form.On.Day", "19"),
        ("Form.On.Month", "9"),
        ("Form.On.Year", "2022"),
        ("Form.Name", Funeral),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_19th_of_September_2022_added_late_previews_and_moves_exactly_the_right_cases(Kind kind)
    {
        await using var landlord = await OpenAsync(databases, kind);
        var crosses = await landlord.ComplaintAsync(Fri9Sep);
        var acknowledged = await landlord.ComplaintAsync(Thu8Sep, new Acknowledged(Fri9Sep, 1, Channel.Email));
        var met = await landlord.ComplaintAsync(
            Fri26Aug,
            new Acknowledged(Fri26Aug, 1, Channel.Email),
            new Responded(Fri9Sep, 1, Finding.Upheld, Channel.Email)
        );
        var dueBefore = await landlord.ComplaintAsync(Fri26Aug);
        var withdrawn = await landlord.ComplaintAsync(Thu8Sep, new Withdrawn(Fri9Sep));
        landlord.Host.Clock.GoTo(Sat10Sep);
        var metBefore = Clocks(landlord, await landlord.FileAsync(met));
        var office = await Office.OpenAsync(landlord.Host);
        var lena = await office.VisitAsync("lena");

        await lena.OpenAsync("/calendar/england-and-wales/holidays");
        var preview = await lena.SubmitAsync(TheFuneral);

        var rows = preview
            .QuerySelectorAll("tbody tr")
            .Select(row => string.Join(" ", row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())))
            .ToList();
        Assert.Equal(
            new HashSet<string>
            {
                $"{crosses} Answer, stage 1 23 September 2022 26 September 2022",
                $"{acknowledged} Answer, stage 1 22 September 2022 23 September 2022",
            },
            rows.ToHashSet()
        );
        Assert.Equal(Before.Edition, (await landlord.FileAsync(crosses)).Case.CalendarEdition);

        await lena.SubmitAsync("form[action*='Confirm']", []);

        Assert.Contains(
            Funeral,
            lena.Page.QuerySelector(".govuk-notification-banner")!.TextContent,
            StringComparison.Ordinal
        );
        foreach (var open in new[] { crosses, acknowledged, dueBefore, met })
        {
            var recorded = (await landlord.FileAsync(open)).Case.History[^1];
            Assert.Equal(new CalendarAdopted(Sat10Sep, "england-and-wales", Before.Edition + 1), recorded.Event);
            Assert.Equal("lena", recorded.Who);
        }

        Assert.IsType<Withdrawn>((await landlord.FileAsync(withdrawn)).Case.History[^1].Event);
        Assert.Equal(metBefore, Clocks(landlord, await landlord.FileAsync(met)));
        Assert.Equal(new DateOnly(2022, 9, 26), Due(await landlord.FileAsync(crosses)));
        Assert.Equal(new DateOnly(2022, 9, 23), Due(await landlord.FileAsync(acknowledged)));

        var history = await lena.OpenAsync($"/cases/{crosses}");
        Assert.Contains(
            $"It adds: {Funeral} on Monday 19 September 2022",
            history.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );

        landlord.Host.Clock.GoTo(Tue20Sep);
        var receivedAfter = await landlord.FileAsync(await landlord.ComplaintAsync(Tue20Sep));
        Assert.Equal(Before.Edition + 1, receivedAfter.Case.CalendarEdition);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_run_cut_short_is_finished_by_the_same_request_sent_again(Kind kind)
    {
        await using var landlord = await OpenAsync(databases, kind);
        var open = await landlord.ComplaintAsync(Fri9Sep);
        landlord.Host.Clock.GoTo(Sat10Sep);
        var office = await Office.OpenAsync(landlord.Host);
        var program = await office.ProgramAsync("lena");
        await landlord
            .Host.Services.GetRequiredService<CalendarStore>()
            .AddAsync(
                Before.WithHoliday(new(Mon19Sep, Funeral)),
                new("lena", landlord.Host.Clock.GetUtcNow().UtcDateTime),
                Cancel
            );
        await landlord.Host.Services.GetRequiredService<RulesStore>().ReadAsync(Cancel);
        Assert.Equal(Before.Edition, (await landlord.FileAsync(open)).Case.CalendarEdition);

        var body = new { on = Mon19Sep, name = Funeral };
        var (status, answer, _) = await program.SendAsync("/api/v1/calendars/england-and-wales/holidays", body);
        var (again, _, _) = await program.SendAsync("/api/v1/calendars/england-and-wales/holidays", body);

        Assert.Equal((201, 201), (status, again));
        Assert.Equal(
            (Before.Edition + 1, 0),
            (answer.GetProperty("edition").GetInt32(), answer.GetProperty("left").GetInt32())
        );
        var history = (await landlord.FileAsync(open)).Case.History;
        Assert.Single(history, recorded => recorded.Event is CalendarAdopted);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_case_that_cannot_be_moved_is_left_and_holds_up_no_other(Kind kind)
    {
        await using var landlord = await OpenAsync(databases, kind);
        var whole = await landlord.ComplaintAsync(Fri9Sep);
        var drifted = await landlord.ComplaintAsync(Fri9Sep);
        await Drift.InAsync(
            landlord.Host.Services.GetRequiredService<Database>(),
            (await landlord.FileAsync(drifted)).Duties
        );
        landlord.Host.Clock.GoTo(Sat10Sep);
        var adoptions = landlord.Host.Services.GetRequiredService<CalendarAdoptions>();

        await adoptions.AddAsync(Before.WithHoliday(new(Mon19Sep, Funeral)), Lena(landlord), Cancel);

        Assert.False(adoptions.IsRunning("england-and-wales"));
        Assert.Equal(1, await adoptions.LeftAsync("england-and-wales", Cancel));
        Assert.Equal(Before.Edition + 1, (await landlord.FileAsync(whole)).Case.CalendarEdition);
        Assert.Equal(Before.Edition, (await landlord.FileAsync(drifted)).Case.CalendarEdition);
    }

    [Theory]
    [InlineData("2031", "1", "6", "The England and Wales calendar covers 2012 to 2027.")]
    [InlineData("2022", "9", "17", "That day is a Saturday or Sunday")]
    [InlineData("2022", "12", "26", "That day is a bank holiday already")]
    public async Task A_day_that_would_be_a_guess_or_change_nothing_is_refused(
        string year,
        string month,
        string day,
        string message
    )
    {
        await using var landlord = await OpenAsync(databases, Kind.Sqlite);
        landlord.Host.Clock.GoTo(Sat10Sep);
        var office = await Office.OpenAsync(landlord.Host);
        var lena = await office.VisitAsync("lena");

        await lena.OpenAsync("/calendar/england-and-wales/holidays");
        await lena.SubmitAsync([.. TheFuneral, ("Form.On.Year", year), ("Form.On.Month", month), ("Form.On.Day", day)]);

        Assert.StartsWith(message, Assert.Single(lena.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_of_an_older_edition_is_shown_again_before_anything_moves()
    {
        await using var landlord = await OpenAsync(databases, Kind.Sqlite);
        await landlord.ComplaintAsync(Fri9Sep);
        landlord.Host.Clock.GoTo(Sat10Sep);
        var office = await Office.OpenAsync(landlord.Host);
        var lena = await office.VisitAsync("lena");
        await lena.OpenAsync("/calendar/england-and-wales/holidays");
        await lena.SubmitAsync(TheFuneral);
        await landlord
            .Host.Services.GetRequiredService<CalendarAdoptions>()
            .AddAsync(
                Before.WithHoliday(new(Tue20Sep, "Another day")),
                new("dan", landlord.Host.Clock.GetUtcNow().UtcDateTime),
                Cancel
            );

        await lena.SubmitAsync("form[action*='Confirm']", []);
        Assert.StartsWith(
            "The calendar changed since you looked",
            Assert.Single(lena.Errors),
            StringComparison.Ordinal
        );

        await lena.SubmitAsync("form[action*='Confirm']", []);
        Assert.Equal(Before.Edition + 2, landlord.Desk().Rules.NewestEdition("england-and-wales"));
    }

    [Fact]
    public async Task Who_may_not_adopt_calendars_may_look_and_not_add()
    {
        await using var landlord = await OpenAsync(databases, Kind.Sqlite);
        var office = await Office.OpenAsync(landlord.Host);
        var amira = await office.VisitAsync("amira");

        var page = await amira.OpenAsync("/calendar?year=2022");
        Assert.Contains("Early May bank holiday", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href$='/holidays']"));

        await amira.OpenAsync("/calendar/england-and-wales/holidays");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, amira.Status);
    }

    private static Signature Lena(LateHolidayLandlord landlord) =>
        new("lena", landlord.Host.Clock.GetUtcNow().UtcDateTime);

    private static DateOnly? Due(CaseFile file) =>
        file.Duties.Single(duty => duty is { Duty: DutyName.Respond, Stage: 1 }).Due;

    private static List<(DutyName, DateOnly?, Verdict)> Clocks(LateHolidayLandlord landlord, CaseFile file) =>
        [
            .. landlord
                .Desk()
                .ClocksOf(file.Case)
                .Where(clock => clock.Met is not null)
                .Select(clock => (clock.Duty, clock.Due, clock.Verdict)),
        ];
}
