using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using Redress.Web.Data;
using Redress.Web.Features.Import;
using Redress.Web.Security;
using Redress.Web.Tests.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Import;

public sealed class CaseImportTests(TestDatabases databases)
{
    private const string History = """
        reference,kind,received_on,logged_on,acknowledged_on,stage1_responded_on,stage1_responded_again_on,closed_on,outcome,category
        OLD-1,complaint,2024-06-03,2024-08-05,2024-08-06,2024-08-14,,2024-08-14,upheld,Damp
        OLD-2,complaint,2024-06-03,2024-06-03,,2024-06-14,2024-07-01,2024-07-01,partly_upheld,Lifts
        OLD-3,service_request,,,,,,,,
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_same_file_twice_changes_nothing_and_what_is_imported_proves_itself(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);

        var first = await ImportAsync(installation, History);
        var again = await ImportAsync(installation, History);

        Assert.Equal((3, 3, 0, 0), (first.Read, first.Created, first.Updated, first.Unchanged));
        Assert.Equal((3, 0, 0, 3), (again.Read, again.Created, again.Updated, again.Unchanged));
        Assert.Null((await installation.Get<Verifier>().VerifyAsync(Cancel)).Altered);
        Assert.Equal(new Rebuilt(3, Changed: 0), await installation.Get<Rebuilder>().CompareAsync(Cancel));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_refusal_writes_nothing_unless_bad_rows_are_to_be_skipped(Kind kind)
    {
        await using var installation = await TestInstallation.StartAsync(databases, kind);
        const string Mixed = """
            reference,kind,received_on,stage1_responded_on,tenure,procedure,stage0_responded_on,summary
            GOOD,complaint,2024-06-03,2024-06-10,,,,
            A,complaint,2025-02-30,,,,,
            B,complaint,2026-01-01,,,,,
            C,complaint,2024-06-03,2024-05-01,,,,
            D,grumble,2024-06-03,,castle,,,
            E,complaint,2024-06-03,,,acme-1066,,
            F,complaint,2024-06-03,,,,2024-06-04,
            G,complaint,1924-06-03,,,code-2024,,
            """;

        var refused = await ImportAsync(
            installation,
            Mixed + "\nH,complaint,2024-06-03,,,,,No\0ul\nI,complaint,,,,,,,,x"
        );
        var none = await CountAsync(installation);
        var skipped = await ImportAsync(installation, Mixed, skipBad: true);

        Assert.Equal(
            [
                (2, "received_on"),
                (3, "received_on"),
                (4, "stage1_responded_on"),
                (5, "kind"),
                (6, "procedure"),
                (7, "stage0_responded_on"),
                (8, "received_on"),
                (9, "summary"),
                (10, "row"),
            ],
            refused.Refused.Select(wrong => (wrong.Row, wrong.Field))
        );
        Assert.Equal((0, 0), (refused.Created, none));
        Assert.Equal((1, 1), (skipped.Created, await CountAsync(installation)));
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_happen_and_writes_nothing()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);

        var tried = await ImportAsync(installation, History, dryRun: true);

        Assert.Equal((3, 0), (tried.Created, await CountAsync(installation)));
    }

    [Fact]
    public async Task More_facts_about_a_known_case_update_it_and_other_facts_are_refused()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        await ImportAsync(installation, "reference,kind,received_on\nA,complaint,2024-06-03");

        var more = await ImportAsync(
            installation,
            "reference,kind,received_on,acknowledged_on,category\nA,complaint,2024-06-03,2024-06-05,Damp"
        );
        var other = await ImportAsync(
            installation,
            "reference,kind,received_on,acknowledged_on,category\nA,complaint,2024-06-02,2024-06-05,Lifts"
        );

        Assert.Equal((0, 1, 0), (more.Created, more.Updated, more.Unchanged));
        Assert.Equal(["received_on", "category"], other.Refused.Select(wrong => wrong.Field));
        await using var context = installation.Database.NewContext();
        Assert.Equal("Damp", (await context.Cases.SingleAsync(Cancel)).Category);
    }

    [Fact]
    public async Task Two_rows_of_one_case_are_taken_in_turn()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);

        var imported = await ImportAsync(
            installation,
            "reference,kind,received_on,closed_on\nA,complaint,2024-06-03,\nA,complaint,2024-06-03,2024-07-01"
        );

        Assert.Equal((1, 1), (imported.Created, imported.Updated));
        Assert.Equal(1, await CountAsync(installation));
    }

    [Fact]
    public async Task Late_logging_and_two_answers_keep_their_verdicts()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        await ImportAsync(installation, History);

        var late = await ClocksAsync(installation, "OLD-1");
        var twice = await ClocksAsync(installation, "OLD-2");

        Assert.Equal(Verdict.Late, late.Single(duty => duty.Duty == DutyName.Acknowledge).Verdict);
        Assert.Equal(new DateOnly(2024, 6, 14), twice.Single(duty => duty.Duty == DutyName.Respond).Met);
    }

    [Fact]
    public async Task An_extension_without_details_is_taken_as_given_and_marked_so()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        await ImportAsync(
            installation,
            "reference,kind,received_on,acknowledged_on,stage1_extended_to,stage1_responded_on\n"
                + "A,complaint,2024-06-03,2024-06-05,2024-07-01,2024-06-28"
        );

        var respond = (await ClocksAsync(installation, "A")).Single(duty => duty.Duty == DutyName.Respond);

        Assert.Equal((Verdict.InTimeExtended, true), (respond.Verdict, respond.Assumed));
    }

    [Fact]
    public async Task An_open_case_goes_to_who_runs_the_team_and_waits_to_be_assigned_where_nobody_does()
    {
        await using var installation = await TestInstallation.StartAsync(databases, Kind.Sqlite);
        await using var context = installation.Database.NewContext();
        await ImportAsync(installation, "reference,kind\nA,complaint");
        context.Add(new Person { Id = "lena", Name = "Lena Novak" });
        context.Add(
            new RoleGrantRow
            {
                PersonId = "lena",
                Role = Role.ComplaintsLead,
                HeldFrom = new DateOnly(2020, 1, 1),
            }
        );
        await context.SaveChangesAsync(Cancel);
        installation.Clock.Advance(TimeSpan.FromMinutes(1));
        await ImportAsync(installation, "reference,kind\nB,complaint");

        var cases = await context.Cases.AsNoTracking().OrderBy(row => row.Reference).ToListAsync(Cancel);
        Assert.Equal([null, "lena"], cases.Select(row => row.OwnerId));
    }

    private static Task<ImportedFile> ImportAsync(
        TestInstallation installation,
        string text,
        bool skipBad = false,
        bool dryRun = false
    )
    {
        var rows = CsvFile.Read("cases.csv", Encoding.UTF8.GetBytes(text), ImportedHistory.Columns);
        var import = ActivatorUtilities.CreateInstance<CaseImport>(installation.Services);
        return import.RunAsync(rows, skipBad, dryRun, Cancel);
    }

    private static async Task<int> CountAsync(TestInstallation installation)
    {
        await using var context = installation.Database.NewContext();
        return await context.Cases.CountAsync(Cancel);
    }

    private static async Task<IReadOnlyList<DutyClock>> ClocksAsync(TestInstallation installation, string reference)
    {
        var desk = installation.Desk();
        var found = await desk.FindAsync(reference, Purpose.Show, Cancel);
        return desk.ClocksOf(found!.Case);
    }
}
