using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;
using Redress.Core.Procedures;
using Redress.Web.Background;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Data;

public sealed class StoresTests(TestDatabases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_new_edition_counts_new_cases_and_moves_no_old_one(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var before = await installation.LoggedAsync();
        var coronation = new Holiday(installation.Clock.Today.AddDays(2), "Coronation");
        var next = ShippedCalendars.Get("england-and-wales").WithHoliday(coronation);

        await installation.Get<CalendarStore>().AddAsync(next, Signed(installation), Cancel);
        await installation.Get<RulesStore>().ReadIfChangedAsync(Cancel);
        var after = await installation.LoggedAsync();

        Assert.Equal(before.Case.CalendarEdition + 1, after.Case.CalendarEdition);
        Assert.Equal(AcknowledgeBy(before).AddDays(1), AcknowledgeBy(after));
        var found = await installation.Desk().FindAsync(before.Case.Id, Purpose.Show, Cancel);
        Assert.Equal(AcknowledgeBy(before), AcknowledgeBy(found!));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_edition_is_never_replaced(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);

        await Assert.ThrowsAsync<ConflictException>(() =>
            installation.Get<CalendarStore>().AddAsync(ShippedCalendars.Get("scotland"), Signed(installation), Cancel)
        );
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_chosen_procedure_applies_from_its_day_and_every_change_of_a_setting_is_in_history(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var rules = installation.Get<RulesStore>();
        var from = new DateOnly(2025, 4, 1);

        Assert.Equal("code-2024", rules.Current.InForce(CaseKind.Complaint, from)!.Id);
        await rules.ChooseAsync(new(CaseKind.Complaint, "leeds-2023", from), Signed(installation), Cancel);
        await rules.ChooseAsync(new(CaseKind.Complaint, "halton-2011", from), Signed(installation), Cancel);

        Assert.Equal("code-2024", rules.Current.InForce(CaseKind.Complaint, from.AddDays(-1))!.Id);
        Assert.Equal("halton-2011", rules.Current.InForce(CaseKind.Complaint, from)!.Id);
        await using var context = installation.Database.NewContext();
        Assert.Equal(2, await context.History.CountAsync(row => row.Stream == Streams.Settings, Cancel));
        Assert.Null((await installation.Get<Verifier>().VerifyAsync(Cancel)).Altered);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task People_who_choose_procedures_at_the_same_time_all_have_chosen(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        await using var otherNode = TestInstallation.Over(installation.Get<Installation>());
        await otherNode.Get<InstallationSetup>().OpenAsync(Cancel);
        var from = new DateOnly(2025, 4, 1);

        await Task.WhenAll(
            installation.Get<RulesStore>().ChooseAsync(Choice("leeds-2023", from), Signed(installation), Cancel),
            otherNode.Get<RulesStore>().ChooseAsync(Choice("halton-2011", from.AddYears(1)), Signed(otherNode), Cancel),
            otherNode.Get<RulesStore>().ChooseAsync(Choice("leeds-2014", from.AddYears(2)), Signed(otherNode), Cancel)
        );

        var rules = await installation.Get<RulesStore>().ReadAsync(Cancel);
        Assert.Equal(
            ["leeds-2023", "halton-2011", "leeds-2014"],
            rules.Choices.OrderBy(choice => choice.From).Select(choice => choice.ProcedureId)
        );
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_same_setting_set_by_many_at_once_is_set_and_every_time_is_in_history(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var settings = installation.Get<SettingsStore>();

        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(n => settings.SetAsync("closures", $"2025-12-2{n}", Signed(installation), Cancel))
        );

        await using var context = installation.Database.NewContext();
        Assert.Equal(4, await context.History.CountAsync(row => row.StreamId == "closures", Cancel));
        Assert.Null((await installation.Get<Verifier>().VerifyAsync(Cancel)).Altered);
    }

    [Fact]
    public async Task A_later_release_adds_its_years_and_a_holiday_added_here_stays()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        var calendars = installation.Get<CalendarStore>();
        var shipped = ShippedCalendars.Get("scotland");
        var added = new Holiday(installation.Clock.Today.AddDays(2), "Coronation");
        await calendars.AddAsync(shipped.WithHoliday(added), Signed(installation), Cancel);
        var newYear = new Holiday(shipped.Last.AddDays(3), "New Year");
        var later = new WorkingDayCalendar(
            shipped.Id,
            shipped.Title,
            shipped.Edition + 1,
            shipped.First,
            shipped.Last.AddYears(1),
            shipped.Source,
            [.. shipped.Holidays, newYear]
        );

        await calendars.AddShippedAsync([later], Signed(installation), Cancel);
        await calendars.AddShippedAsync([later], Signed(installation), Cancel);

        var editions = (await calendars.AllAsync(Cancel)).Where(calendar => calendar.Id == shipped.Id).ToList();
        Assert.Equal([1, 2, 3], editions.Select(edition => edition.Edition));
        Assert.Equal(later.Last, editions[^1].Last);
        Assert.Contains(added, editions[^1].Holidays);
        Assert.Contains(newYear, editions[^1].Holidays);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_save_that_somebody_else_beat_leaves_the_turn_to_the_next(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        await using (var first = installation.Database.NewContext())
        {
            first.Add(new Person { Id = "ruth", ConcurrencyStamp = "1" });
            await first.SaveChangesAsync(Cancel);
        }

        await using var one = installation.Database.NewContext();
        await using var other = installation.Database.NewContext();
        var (ruth, alsoRuth) = (await one.Users.SingleAsync(Cancel), await other.Users.SingleAsync(Cancel));
        (ruth.ConcurrencyStamp, alsoRuth.ConcurrencyStamp) = ("2", "3");
        await one.SaveChangesAsync(Cancel);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync(Cancel));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Task.Run(() => other.SaveChanges()));

        await installation.LoggedAsync().WaitAsync(TimeSpan.FromSeconds(30), Cancel);
    }

    [Fact]
    public async Task A_procedure_of_the_landlords_own_needs_only_its_file()
    {
        var place = await databases.CreateAsync(Kind.Sqlite);
        OwnProcedure.Write(place, "our-own.json");
        await using var installation = await StartedAsync(place);

        var day = ShippedProcedures.Find("leeds-2023")!.InForceFrom.AddYears(1);
        Assert.Equal("our-own", installation.Desk().Rules.InForce(CaseKind.Complaint, day)!.Id);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Every_change_of_a_procedure_file_is_in_history_and_one_that_was_changed_is_named(Kind kind)
    {
        var place = await databases.CreateAsync(kind);
        var file = OwnProcedure.Write(place, "our-own.json");
        var first = await File.ReadAllTextAsync(file, Cancel);
        await using var installation = await StartedAsync(place);
        await installation.Get<InstallationSetup>().MigrateAsync(Cancel);
        var log = installation.Get<ProcedureLog>();
        Assert.Empty(await log.ChangedAsync(Cancel));

        await File.WriteAllTextAsync(
            file,
            first.Replace("10 working days", "30 working days", StringComparison.Ordinal),
            Cancel
        );
        Assert.Equal(["our-own"], await log.ChangedAsync(Cancel));
        await installation.Get<InstallationSetup>().MigrateAsync(Cancel);
        Assert.Equal(["our-own"], await log.ChangedAsync(Cancel));
        await File.WriteAllTextAsync(file, first, Cancel);
        Assert.Empty(await log.ChangedAsync(Cancel));

        await using var context = installation.Database.NewContext();
        var rows = await context.History.Where(row => row.Stream == Streams.Procedure).ToListAsync(Cancel);
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal(("our-own", "file_read", "redress"), (row.StreamId, row.Event, row.Who)));
        Assert.Null((await installation.Get<Verifier>().VerifyAsync(Cancel)).Altered);
    }

    [Fact]
    public async Task Two_procedures_of_the_landlords_own_never_have_one_id()
    {
        var place = await databases.CreateAsync(Kind.Sqlite);
        OwnProcedure.Write(place, "our-own.json");
        var second = OwnProcedure.Write(place, "second.json");
        await using var installation = TestInstallation.Over(place);

        var (own, errors, _) = installation.Get<ProcedureStore>().ReadOwn();

        Assert.Equal("our-own", Assert.Single(own).Id);
        var error = Assert.Single(errors);
        Assert.Equal((second, "id"), (error.File, error.Field));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Rules_read_while_they_change_are_read_again(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var (rules, settings) = (installation.Get<RulesStore>(), installation.Get<SettingsStore>());
        installation.Queries.Meanwhile = async command =>
        {
            // The closure days are read; now somebody changes them, and reads the rules, before the rest is.
            if (command.CommandText.Contains("calendar_editions", StringComparison.Ordinal))
            {
                installation.Queries.Meanwhile = null;
                await settings.SetAsync(SettingKeys.Closures, "2025-12-24", Signed(installation), Cancel);
                await rules.ReadAsync(Cancel);
            }
        };

        await rules.ReadAsync(Cancel);
        await rules.ReadIfChangedAsync(Cancel);

        Assert.Equal([new DateOnly(2025, 12, 24)], rules.Current.Closures);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Nodes_that_start_at_the_same_time_all_start(Kind kind)
    {
        var place = await databases.CreateAsync(kind);
        OwnProcedure.Write(place, "our-own.json");
        var nodes = Enumerable.Range(0, 4).Select(_ => TestInstallation.Over(place)).ToList();

        await Task.WhenAll(nodes.Select(node => node.Get<InstallationSetup>().MigrateAsync(Cancel)));

        await using var context = nodes[0].Database.NewContext();
        Assert.Equal(3, await context.CalendarEditions.CountAsync(Cancel));
        Assert.Equal(1, await context.History.CountAsync(row => row.Stream == Streams.Procedure, Cancel));
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_run_of_a_job_is_claimed_once(Kind kind)
    {
        var place = await databases.CreateAsync(kind);
        await using var one = TestInstallation.Over(place);
        await using var other = TestInstallation.Over(place);
        var due = new DateTime(2025, 4, 14, 1, 0, 0, DateTimeKind.Utc);

        var claims = await Task.WhenAll(
            new JobRuns(one.Get<WriteGate>(), one.Clock).RunAsync("seal", due, (_, _) => Task.CompletedTask, Cancel),
            new JobRuns(other.Get<WriteGate>(), other.Clock).RunAsync("seal", due, (_, _) => Task.CompletedTask, Cancel)
        );

        Assert.Single(claims, claimed => claimed);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_run_of_a_job_that_fails_can_be_claimed_again(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        await installation.LoggedAsync();
        var runs = new JobRuns(installation.Get<WriteGate>(), installation.Clock);
        var sealer = installation.Get<Sealer>();
        var due = new DateTime(2025, 4, 14, 1, 0, 0, DateTimeKind.Utc);

        await Assert.ThrowsAsync<IOException>(() =>
            runs.RunAsync(
                "seal",
                due,
                async (transaction, recorder) =>
                {
                    await sealer.SealAsync(transaction, recorder, Cancel);
                    throw new IOException("The disk is full.");
                },
                Cancel
            )
        );
        Assert.Null((await installation.Get<Verifier>().VerifyAsync(Cancel)).Seal);
        Assert.True(
            await runs.RunAsync(
                "seal",
                due,
                async (t, recorder) => _ = await sealer.SealAsync(t, recorder, Cancel),
                Cancel
            )
        );
        Assert.False(await runs.RunAsync("seal", due, (_, _) => throw new IOException("Done twice."), Cancel));
        Assert.NotNull((await installation.Get<Verifier>().VerifyAsync(Cancel)).Seal);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Keys_are_read_as_they_were_stored(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        var keys = new DatabaseKeys(installation.Database);

        keys.StoreElement(new XElement("key", "secret"), "key-1");

        Assert.Equal("<key>secret</key>", Assert.Single(keys.GetAllElements()).ToString());
    }

    [Fact]
    public async Task A_writer_waits_for_another_process_and_then_says_that_it_is_busy()
    {
        var place = await databases.CreateAsync(Kind.Sqlite);
        await using var server = await StartedAsync(place);
        await using var commandLine = TestInstallation.Over(place);
        await commandLine.Get<InstallationSetup>().OpenAsync(Cancel);

        await server
            .Get<WriteGate>()
            .RunAsync(
                async (_, _) =>
                {
                    await Assert.ThrowsAsync<BusyException>(() => commandLine.LoggedAsync());
                    return true;
                },
                Cancel
            );

        await commandLine.LoggedAsync();
    }

    private static ProcedureChoice Choice(string procedure, DateOnly from) => new(CaseKind.Complaint, procedure, from);

    private static async Task<TestInstallation> StartedAsync(Installation place)
    {
        var installation = TestInstallation.Over(place);
        await installation.Get<InstallationSetup>().MigrateAsync(Cancel);
        return installation;
    }

    private static Signature Signed(TestInstallation installation) =>
        new("dan", installation.Clock.GetUtcNow().UtcDateTime);

    private static DateOnly AcknowledgeBy(CaseFile file) =>
        file.Duties.Single(duty => duty is { Stage: 1, Duty: DutyName.Acknowledge }).Due!.Value;
}
