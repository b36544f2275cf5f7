using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Demo;
using Redress.Web.Security;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Data;

public sealed class DueSoonTests(TestDatabases databases)
{
    private static readonly DateOnly Wed12Nov = new(2025, 11, 12);
    private static readonly DateOnly Mon17Nov = new(2025, 11, 17);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Every case of the demo is folded from its history and its clocks asked anew: no row of any table is.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_list_is_what_the_histories_of_all_cases_say(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        await DemoLandlord.BuildAsync(installation.Services, (_, _) => { }, Wed12Nov, Cancel);
        installation.Clock.GoTo(Wed12Nov);
        await using var context = installation.Database.NewContext();
        var rules = installation.Get<RulesStore>().Current;
        var expected = new List<(string Id, DutyName Duty, DateOnly Due)>();
        foreach (var id in await context.Cases.Select(row => row.Id).ToListAsync(Cancel))
        {
            var c = await installation.Get<CaseQueries>().ReadAsync(context, id, Cancel);
            expected.AddRange(
                CaseClocks
                    .Of(c, rules, Wed12Nov)
                    .Where(clock => clock.Duty is DutyName.Acknowledge or DutyName.Respond)
                    .Where(clock => clock is { Met: null, EndedOn: null } && (clock.Stage ?? 0) == c.Stage)
                    .Where(clock => clock.Due <= Mon17Nov && c.Status == CaseStatus.Open)
                    .Where(clock => !c.Letters.Any(letter => letter.Failure is null && Meets(letter, clock.Duty)))
                    .Select(clock => (id, clock.Duty, clock.Due!.Value))
            );
        }

        var list = await ReadAsync(installation, new());
        Assert.Equal(expected.Order(), list.Select(row => (row.CaseId, row.Duty, row.Due)).Order());
        Assert.Equal(list.OrderBy(row => row.Due).Select(row => row.Due), list.Select(row => row.Due));
        Assert.True(list[0].Due < Wed12Nov && list[^1].Due > Wed12Nov && list.Count > 10);
        Assert.Equal(2, list.Select(row => row.Duty).Distinct().Count());

        // Begun, they move from the one list to the other, and nothing is lost between the two.
        var begun = list.Where((_, place) => place % 3 == 0).ToList();
        foreach (var row in begun)
        {
            var c = await installation.Get<CaseQueries>().ReadAsync(context, row.CaseId, Cancel);
            Assert.Equal(
                row.Unsent is null ? null : CannotKeepDraft.NotOwed,
                await Drafts(installation, context).KeepAsync(c, row.Duty, "Dear resident", null, 0, Cancel)
            );
        }

        begun.RemoveAll(row => row.Unsent is not null);
        var left = await ReadAsync(installation, new());
        Assert.Equal(list.Except(begun), left);
        var drafts = await ReadAsync(installation, new() { Begun = true });
        Assert.Equal(begun, drafts.Select(row => row with { BegunBy = null, BegunOn = null }));
        Assert.All(drafts, row => Assert.Equal(("amira", Wed12Nov), (row.BegunBy, row.BegunOn)));

        // Owners' lists, and nobody's, are together everybody's.
        var owners = left.Select(row => row.OwnerId).Distinct();
        var parts = new List<DueSoonRow>();
        foreach (var owner in owners)
        {
            parts.AddRange(await ReadAsync(installation, new(owner) { Unassigned = owner is null }));
        }

        Assert.Equal(left.Select(row => row.Place).ToHashSet(), parts.Select(row => row.Place).ToHashSet());
        Assert.Equal(left.Count, parts.Count);
        Assert.Empty(await ReadAsync(installation, new(), CurrentPerson.Nobody));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Page_after_page_shows_every_letter_once(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        for (var number = 0; number < DueSoon.PageSize + 4; number++)
        {
            await installation.LoggedAsync($"Complaint {number}");
        }

        // Neither acknowledged nor answered, and both are overdue.
        installation.Clock.GoTo(new DateOnly(2025, 6, 2));
        var rows = await ReadAsync(installation, new());

        Assert.Equal(2 * (DueSoon.PageSize + 4), rows.Select(row => row.Place).Distinct().Count());
        Assert.Equal(rows.Count, rows.Select(row => row.Place).Distinct().Count());
    }

    /// <summary>Of the letters of one case that are due on the same day, each is shown, wherever the page ends.</summary>
    [Fact]
    public async Task A_page_may_end_between_the_letters_of_a_case()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        await installation.LoggedAsync();
        installation.Clock.GoTo(new DateOnly(2025, 6, 2));
        await using (var context = installation.Database.NewContext())
        {
            await context.Duties.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Due, new DateOnly(2025, 4, 23)),
                Cancel
            );
        }

        var both = await ReadAsync(installation, new());
        Assert.Equal([DutyName.Acknowledge, DutyName.Respond], both.Select(row => row.Duty));
        Assert.Equal(both[1], Assert.Single(await ReadAsync(installation, new() { After = both[0].Place })));
    }

    /// <summary>Only cases that have something due are looked at, however many there are.</summary>
    [Fact]
    public async Task It_begins_at_the_index_of_what_is_due()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        var plans = new QueryPlans();
        await using var database = new Database(installation.Get<Installation>(), [plans]);
        await using var context = database.NewContext(() => TestInstallation.Amira);
        var rules = installation.Get<RulesStore>();
        var list = new DueSoon(context, new AskList(context, rules), rules);

        await list.CountAsync("amira", Wed12Nov, Cancel);

        Assert.Contains("due_order", plans.Last, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", plans.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Of_two_who_keep_a_draft_at_once_one_is_told(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var file = await installation.LoggedAsync();

        var kept = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async number =>
                {
                    await using var context = installation.Database.NewContext();
                    return await Drafts(installation, context)
                        .KeepAsync(file.Case, DutyName.Acknowledge, $"Dear resident {number}", null, 0, Cancel);
                })
        );

        Assert.Single(kept, refusal => refusal is null);
        Assert.Equal(7, kept.Count(refusal => refusal == CannotKeepDraft.KeptByAnother));
        await using var after = installation.Database.NewContext();
        Assert.Equal(1, (await after.LetterDrafts.SingleAsync(Cancel)).Number);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_draft_goes_once_its_letter_is_written_and_stays_to_be_read_otherwise(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        foreach (
            var (events, left) in new (CaseEvent[], DutyName[])[]
            {
                ([new Acknowledged(Today(), 1)], [DutyName.Respond]),
                ([new Responded(Today(), 1)], [DutyName.Acknowledge]),
                ([Waiting(new Acknowledged(Today(), 1))], [DutyName.Respond]),
                ([Waiting(new Responded(Today(), 1))], [DutyName.Acknowledge]),
                ([new Withdrawn(Today())], [DutyName.Acknowledge, DutyName.Respond]),
                ([new Closed(Today())], [DutyName.Acknowledge, DutyName.Respond]),
                ([new EscalationRequested(Today(), 1, "code-2024")], [DutyName.Acknowledge, DutyName.Respond]),
                ([new PointRaised(Today(), 1, Words.Of("Cold"))], [DutyName.Acknowledge, DutyName.Respond]),
            }
        )
        {
            var file = await installation.LoggedAsync();
            await using var context = installation.Database.NewContext();
            foreach (var duty in new[] { DutyName.Acknowledge, DutyName.Respond })
            {
                Assert.Null(
                    await Drafts(installation, context).KeepAsync(file.Case, duty, "Dear resident", null, 0, Cancel)
                );
            }

            await installation.RecordAsync(file.Case.Id, 0, events);

            var kept = await context
                .LetterDrafts.Where(row => row.CaseId == file.Case.Id)
                .Select(row => row.Duty)
                .ToListAsync(Cancel);
            Assert.Equal(left, kept.Order());
        }

        DateOnly Today() => installation.Clock.Today;

        LetterWritten Waiting(CaseEvent means) => new(Today(), Channel.Letter, Words.Of("Dear resident"), means);
    }

    private static bool Meets(WaitingLetter letter, DutyName duty) =>
        letter.Kind == (duty == DutyName.Respond ? MessageKind.Response : MessageKind.Acknowledgement);

    private static LetterDrafts Drafts(TestInstallation installation, RedressContext context) =>
        new(context, installation.Get<WriteGate>(), TestInstallation.Amira, installation.Clock);

    private static async Task<IReadOnlyList<DueSoonRow>> ReadAsync(
        TestInstallation installation,
        DueSoonFilter filter,
        CurrentPerson? person = null
    )
    {
        await using var context = installation.Database.NewContext(() => person ?? TestInstallation.Cora);
        var rules = installation.Get<RulesStore>();
        var list = new DueSoon(context, new AskList(context, rules), rules);
        var rows = new List<DueSoonRow>();
        for (var after = filter.After; ; )
        {
            var page = await list.ReadAsync(filter with { After = after }, installation.Clock.Today, Cancel);
            rows.AddRange(page.Rows);
            if (page.Next is null)
            {
                return rows;
            }

            after = page.Next;
        }
    }
}
