using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Security;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Data;

public sealed class CaseDeskTests(TestDatabases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_case_is_found_as_it_was_recorded(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var logged = await installation.LoggedAsync();

        var found = await installation.Desk().FindAsync(logged.Case.Reference, Purpose.Show, Cancel);

        Assert.NotNull(found);
        Assert.Equal(logged.Case.History, found.Case.History);
        Assert.Equal(logged.Duties, found.Duties);
        Assert.Equal(logged.Head, found.Head);
        Assert.Contains(found.Duties, duty => duty is { Duty: DutyName.Acknowledge, Stage: 1, MetOn: null });
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Who_may_see_no_case_finds_none(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var logged = await installation.LoggedAsync();
        var administrator = new CurrentPerson("dan", "Dan", new HashSet<Role> { Role.Administrator });

        Assert.Null(await installation.Desk(administrator).FindAsync(logged.Case.Reference, Purpose.Show, Cancel));
        Assert.Null(await installation.Desk(CurrentPerson.Nobody).FindAsync(logged.Case.Id, Purpose.Show, Cancel));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Of_two_people_at_once_the_second_is_refused_and_leaves_no_trace(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var logged = await installation.LoggedAsync();
        var (first, second) = (installation.Desk(), installation.Desk());
        var one = await first.FindAsync(logged.Case.Id, Purpose.Act, Cancel);
        var other = await second.FindAsync(logged.Case.Id, Purpose.Act, Cancel);

        await first.RecordAsync(one!, [new Acknowledged(first.Today, 1, Letter: Words.Of("One"))], cancel: Cancel);
        await Assert.ThrowsAsync<ConflictException>(() =>
            second.RecordAsync(other!, [new Acknowledged(first.Today, 1, Letter: Words.Of("Other"))], cancel: Cancel)
        );

        await using var context = installation.Database.NewContext();
        Assert.Equal(logged.Case.Version + 1, await context.Cases.Select(row => row.Version).SingleAsync(Cancel));
        Assert.DoesNotContain("Other", await context.Words.Select(row => row.Text).ToListAsync(Cancel));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Acts_saved_at_once_are_all_saved_but_the_stale_one(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var logged = await installation.LoggedAsync();
        var stale = await installation.Desk().FindAsync(logged.Case.Id, Purpose.Act, Cancel);
        await installation.RecordAsync(logged.Case.Id, 1, new Acknowledged(installation.Desk().Today, 1));

        var desk = installation.Desk();
        var saves = Enumerable
            .Range(0, 40)
            .Select(number => (File: desk.NewFile(), Events: TestInstallation.Logged(desk, $"Complaint {number}")))
            .Select(made => installation.Desk().RecordAsync(made.File, made.Events, cancel: Cancel))
            .Prepend(installation.Desk().RecordAsync(stale!, [new Responded(desk.Today, 1)], cancel: Cancel))
            .ToList();

        await Assert.ThrowsAsync<ConflictException>(() => saves[0]);
        await Task.WhenAll(saves.Skip(1));
        await using var context = installation.Database.NewContext();
        Assert.Equal(41, await context.Cases.CountAsync(Cancel));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_happens_to_several_cases_happens_to_all_or_none(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var (one, other) = (await installation.LoggedAsync(), await installation.LoggedAsync());
        var stale = await installation.Desk().FindAsync(other.Case.Id, Purpose.Act, Cancel);
        await installation.RecordAsync(other.Case.Id, 1, new Acknowledged(installation.Desk().Today, 1));

        var desk = installation.Desk();
        var fresh = await desk.FindAsync(one.Case.Id, Purpose.Act, Cancel);
        CaseEvent withdrawn = new Withdrawn(desk.Today);
        await Assert.ThrowsAsync<ConflictException>(() =>
            desk.RecordAsync([new(fresh!, [withdrawn]), new(stale!, [withdrawn])], once: null, with: null, Cancel)
        );

        var after = await installation.Desk().FindAsync(one.Case.Id, Purpose.Show, Cancel);
        Assert.Equal(CaseStatus.Open, after!.Case.Status);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_same_request_twice_makes_one_case_and_gets_one_answer(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var once = new Once("a1b2", "/cases/4F7K-92QM");
        var desk = installation.Desk();
        await desk.RecordAsync(desk.NewFile(), TestInstallation.Logged(desk, "Once"), once, cancel: Cancel);

        await Assert.ThrowsAsync<AlreadyDoneException>(() =>
            desk.RecordAsync(desk.NewFile(), TestInstallation.Logged(desk, "Twice"), once, cancel: Cancel)
        );

        Assert.Equal(once, await installation.Desk().AnsweredAsync("a1b2", Cancel));
        var ben = new CurrentPerson("ben", "Ben", new HashSet<Role> { Role.Handler });
        Assert.Null(await installation.Desk(ben).AnsweredAsync("a1b2", Cancel));
        await using var context = installation.Database.NewContext();
        Assert.Equal(1, await context.Cases.CountAsync(Cancel));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Of_an_anonymous_complaint_no_time_finer_than_the_day_is_kept(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        installation.Clock.GoTo(new DateOnly(2026, 7, 1));
        var desk = installation.Desk();
        var once = new Once("form", "/thanks");
        var file = desk.NewFile(anonymous: true);
        await desk.RecordAsync(file, TestInstallation.Logged(desk, "Anonymous", anonymous: true), once, cancel: Cancel);

        // Midnight in London, in summer.
        var day = new DateTime(2026, 6, 30, 23, 0, 0, DateTimeKind.Utc);
        await using var context = installation.Database.NewContext();
        var history = context.History.Where(row => row.Stream == Streams.Case);
        Assert.All(await history.Select(row => row.RecordedAt).ToListAsync(Cancel), at => Assert.Equal(day, at));
        Assert.All(await context.Duties.Select(row => row.KnownFrom).ToListAsync(Cancel), at => Assert.Equal(day, at));
        Assert.Equal(day, await context.IdempotencyKeys.Select(row => row.RecordedAt).SingleAsync(Cancel));
        Assert.Equal(4, Guid.Parse(file.Case.Id).Version);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_was_known_of_a_duty_stays_known_as_at_its_day(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var logged = await installation.LoggedAsync();
        var known = logged.Duties.Single(duty => duty is { Stage: 1, Duty: DutyName.Acknowledge });
        await installation.RecordAsync(logged.Case.Id, 1, new Acknowledged(new(2025, 4, 15), 1));

        await using var context = installation.Database.NewContext();
        var now = await context.Duties.SingleAsync(
            duty => duty.Stage == 1 && duty.Duty == DutyName.Acknowledge,
            Cancel
        );
        var then = await context.DutyVersions.SingleAsync(duty => duty.Duty == DutyName.Acknowledge, Cancel);
        Assert.Equal(new DateOnly(2025, 4, 15), now.MetOn);
        Assert.Null(then.MetOn);
        Assert.Equal((known.KnownFrom, now.KnownFrom), (then.KnownFrom, then.KnownTo));
        Assert.Equal(installation.Clock.GetUtcNow().UtcDateTime, now.KnownFrom);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Finding_a_case_to_work_on_takes_four_queries_however_long_its_history(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var eventful = await installation.EventfulAsync();
        installation.Queries.Reset();

        await installation.Desk().FindAsync(eventful.Case.Reference, Purpose.Show, Cancel);

        Assert.Equal(4, installation.Queries.Count);
    }
}
