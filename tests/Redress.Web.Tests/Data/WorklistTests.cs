using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Demo;
using Redress.Web.Security;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Data;

public sealed class WorklistTests(TestDatabases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Open_cases_come_in_the_order_they_fall_due_and_those_that_owe_nothing_last(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var answered = await installation.LoggedAsync("Answered");
        var late = await installation.LoggedAsync("Due first");
        installation.Clock.Advance(TimeSpan.FromDays(1));
        var later = await installation.LoggedAsync("Due later");
        var withdrawn = await installation.LoggedAsync("Withdrawn");
        var today = installation.Desk().Today;
        await installation.RecordAsync(answered.Case.Id, 0, new Acknowledged(today, 1), new Responded(today, 1));
        await installation.RecordAsync(withdrawn.Case.Id, 0, new Withdrawn(today));

        var rows = await ReadAsync(installation, new WorklistFilter());

        Assert.Equal([late.Case.Id, later.Case.Id, answered.Case.Id], rows.Select(row => row.Id));
        Assert.Equal(["Due first", "Due later", "Answered"], rows.Select(row => row.Summary));
        Assert.Equal(DutyName.Acknowledge, rows[0].NextDuty);
        Assert.Null(rows[2].NextDueOn);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task It_narrows_to_a_person_a_kind_and_what_is_overdue(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var logged = await installation.LoggedAsync();
        var due = logged.Duties.Where(duty => duty.BelongsTo == BelongsTo.Landlord).Min(duty => duty.Due)!.Value;

        Assert.Single(await ReadAsync(installation, new WorklistFilter(Owner: "amira")));
        Assert.Empty(await ReadAsync(installation, new WorklistFilter(Owner: "ben")));
        Assert.Empty(await ReadAsync(installation, new WorklistFilter { Unassigned = true }));
        Assert.Single(await ReadAsync(installation, new WorklistFilter { Kind = CaseKind.Complaint }));
        Assert.Empty(await ReadAsync(installation, new WorklistFilter { Kind = CaseKind.Compliment }));
        Assert.Single(await ReadAsync(installation, new WorklistFilter { Stage = 1, Status = CaseStatus.Open }));
        Assert.Empty(await ReadAsync(installation, new WorklistFilter { Stage = 2 }));
        Assert.Empty(await ReadAsync(installation, new WorklistFilter { Status = CaseStatus.Answered }));
        Assert.Single(await ReadAsync(installation, new WorklistFilter { Due = new(due, due) }));
        Assert.Empty(await ReadAsync(installation, new WorklistFilter { Due = new(due.AddDays(1), due.AddDays(9)) }));
        Assert.Empty(await ReadAsync(installation, new WorklistFilter { Due = new(default, due.AddDays(-1)) }));
    }

    /// <summary>Maundy Thursday: Friday and Monday are bank holidays, so that three working days end on Thursday.</summary>
    [Theory]
    [InlineData(DueWhen.Overdue, "0001-01-01", "2025-04-16")]
    [InlineData(DueWhen.Today, "2025-04-17", "2025-04-17")]
    [InlineData(DueWhen.Tomorrow, "2025-04-18", "2025-04-22")]
    [InlineData(DueWhen.Soon, "2025-04-17", "2025-04-24")]
    [InlineData(DueWhen.Later, "2025-04-25", "9999-12-30")]
    [InlineData(DueWhen.Nothing, "9999-12-31", "9999-12-31")]
    public void Time_left_is_counted_in_working_days(DueWhen when, string from, string until)
    {
        var calendar = Core.Calendar.ShippedCalendars.All.Single(one => one.Id == "england-and-wales");

        var span = DueSpan.Of(when, calendar, new(2025, 4, 17));

        Assert.Equal(($"{from}", $"{until}"), ($"{span.From:O}", $"{span.Until:O}"));
    }

    [Theory]
    [InlineData(Kind.Sqlite, 1)]
    [InlineData(Kind.Postgres, 2)]
    public async Task Every_figure_is_the_length_of_its_list(Kind kind, int seed)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var (rules, today) = (installation.Get<RulesStore>().Current, installation.Clock.Today);
        await new Seeder(installation.Get<WriteGate>(), rules, today).RunAsync(400, seed, null, _ => { }, Cancel);
        await using var context = installation.Database.NewContext();
        var owner = await context
            .Cases.Where(row => row.IsOpen && row.OwnerId != null)
            .Select(row => row.OwnerId)
            .FirstAsync(Cancel);
        WorklistFilter[] lists =
        [
            new(),
            new(owner),
            new() { Unassigned = true },
            new() { Kind = CaseKind.Complaint },
            new(owner) { Kind = CaseKind.Complaint },
        ];
        foreach (var list in lists)
        {
            var figures = await CountAsync(installation, list);
            Assert.Equal(await LengthAsync(installation, list), figures.Open);
            Assert.Equal(figures.Open, figures.Stages.Sum(figures.At));
            Assert.Equal(figures.Open, figures.Statuses.Sum(figures.In));
            foreach (var when in Enum.GetValues<DueWhen>())
            {
                var span = DueSpan.Of(when, rules.OfficeCalendar(today), today);
                Assert.Equal(await LengthAsync(installation, list with { Due = span }), figures.Due(span));
            }

            foreach (var stage in Enumerable.Range(0, 4))
            {
                Assert.Equal(await LengthAsync(installation, list with { Stage = stage }), figures.At(stage));
            }

            foreach (var status in Enum.GetValues<CaseStatus>())
            {
                Assert.Equal(await LengthAsync(installation, list with { Status = status }), figures.In(status));
            }
        }

        // And by a count that shares nothing with it.
        var open = (await context.Cases.AsNoTracking().ToListAsync(Cancel)).Where(row =>
            row.ClosedOn is null && row.IsOpen
        );
        var all = await CountAsync(installation, new WorklistFilter());
        Assert.Equal(open.Count(row => row.NextDueOn < today), all.Due(new(default, today.AddDays(-1))));
        Assert.True(all.Open > 20 && all.Stages.Count() > 1 && all.Due(new(today, today.AddDays(9))) > 0);
    }

    private static async Task<int> LengthAsync(TestInstallation installation, WorklistFilter filter)
    {
        var length = 0;
        while (await ReadAsync(installation, filter) is { Count: > 0 } page)
        {
            length += page.Count;
            filter = filter with { After = page[^1].Place };
        }

        return length;
    }

    private static async Task<WorklistFigures> CountAsync(TestInstallation installation, WorklistFilter filter)
    {
        await using var context = installation.Database.NewContext();
        return await List(installation, context).CountAsync(filter, Cancel);
    }

    private static Worklist List(TestInstallation installation, RedressContext context) =>
        new(context, installation.Get<WorklistQueries>(), installation.Get<RulesStore>());

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Page_after_page_shows_every_case_once(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var logged = new List<string>();
        for (var number = 0; number < (2 * Worklist.PageSize) + 7; number++)
        {
            logged.Add((await installation.LoggedAsync($"Complaint {number}")).Case.Id);
            installation.Clock.Advance(TimeSpan.FromHours(5));
        }

        var seen = new List<WorklistRow>();
        while (
            await ReadAsync(installation, new WorklistFilter { After = seen.LastOrDefault()?.Place })
                is { Count: > 0 } page
        )
        {
            Assert.True(page.Count <= Worklist.PageSize);
            seen.AddRange(page);
        }

        Assert.Equal(logged.Order(), seen.Select(row => row.Id).Order());
        Assert.Equal(
            seen.OrderBy(row => row.NextDueOn).Select(row => row.NextDueOn),
            seen.Select(row => row.NextDueOn)
        );
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Who_may_see_no_case_has_an_empty_list(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        await installation.LoggedAsync();

        Assert.Empty(await ReadAsync(installation, new WorklistFilter(), CurrentPerson.Nobody));
    }

    [Fact]
    public async Task It_walks_one_index_and_sorts_nothing_however_many_cases_there_are()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        var plans = new QueryPlans();
        await using var database = new Database(installation.Get<Installation>(), [plans]);
        await using var context = database.NewContext(() => TestInstallation.Amira);
        var worklist = new Worklist(context, installation.Get<WorklistQueries>(), installation.Get<RulesStore>());

        await worklist.ReadAsync(new WorklistFilter(), Cancel);
        Assert.Contains("USING INDEX ix_cases_due_order_id", plans.Last, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plans.Last, StringComparison.Ordinal);

        var place = new WorklistPlace(new DateOnly(2025, 4, 14), "x");
        await worklist.ReadAsync(new WorklistFilter(Owner: "amira") { After = place }, Cancel);
        Assert.Contains("USING INDEX ix_cases_owner_id_due_order_id", plans.Last, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plans.Last, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<WorklistRow>> ReadAsync(
        TestInstallation installation,
        WorklistFilter filter,
        CurrentPerson? person = null
    )
    {
        await using var context = installation.Database.NewContext(() => person ?? TestInstallation.Cora);
        return (await List(installation, context).ReadAsync(filter, Cancel)).Rows;
    }
}
