using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class ImportedHistoryTests
{
    private static readonly DateOnly Thu8May = new(2025, 5, 8);
    private static readonly DateOnly Fri9May = new(2025, 5, 9);
    private static readonly DateOnly Mon30Jun = new(2025, 6, 30);

    [Fact]
    public void A_case_needs_only_a_reference_and_a_kind()
    {
        var imported = Import("reference=R-1", "kind=service_request");

        Assert.Equal(("R-1", CaseKind.ServiceRequest, "ben"), (imported.Reference, imported.Kind, imported.Owner));
        Assert.Equal((Mon30Jun, true), (imported.ReceivedOn, imported.ReceivedOnAssumed));
    }

    [Fact]
    public void Without_a_day_of_receipt_the_earliest_day_known_stands_in_for_it()
    {
        var imported = Import(Complaint("acknowledged_on=2025-04-23", "logged_on=2025-04-16"));

        Assert.Equal((Wed16Apr, true), (imported.ReceivedOn, imported.ReceivedOnAssumed));
    }

    [Fact]
    public void Without_the_day_stage_2_was_asked_for_the_earliest_day_known_of_it_stands_in()
    {
        var imported = Import(
            Complaint("received_on=2025-04-14", "stage2_acknowledged_on=2025-04-23", "stage2_responded_on=2025-05-01")
        );

        Assert.Equal((2, Wed23Apr), (imported.Stage, imported.CurrentStage.StartedOn));
        Assert.Contains(imported.History, recorded => recorded.Event is EscalationRequested { Assumed: true });
    }

    [Fact]
    public void A_whole_journey_becomes_its_events_in_order()
    {
        var imported = Import(
            Complaint(
                "received_on=2025-04-14",
                "logged_on=2025-04-15",
                "acknowledged_on=2025-04-15",
                "stage1_responded_on=2025-04-16",
                "escalation_requested_on=2025-04-17",
                "stage2_acknowledged_on=2025-04-23",
                "stage2_responded_on=2025-05-01",
                "closed_on=2025-05-02",
                "outcome=Partly upheld",
                "service=repairs",
                "category=damp",
                "tenure=general-needs",
                "channel=email",
                "summary=The roof leaks"
            )
        );

        Assert.Equal(
            [
                typeof(Received),
                typeof(Logged),
                typeof(Acknowledged),
                typeof(Responded),
                typeof(EscalationRequested),
                typeof(Acknowledged),
                typeof(Responded),
                typeof(Closed),
            ],
            imported.History.Select(recorded => recorded.Event.GetType())
        );
        Assert.Equal((CaseStatus.Closed, 2, Finding.PartlyUpheld), (imported.Status, imported.Stage, imported.Outcome));
        Assert.Equal(("repairs", "damp", Tenure.GeneralNeeds), (imported.Service, imported.Category, imported.Tenure));
        Assert.Equal((Channel.Email, "The roof leaks"), (imported.Channel, imported.Summary!.Text));
    }

    [Fact]
    public void Late_logging_a_missing_acknowledgement_and_two_answers_stay_as_they_were()
    {
        var imported = Import(
            Complaint(
                "received_on=2025-04-14",
                "logged_on=2025-05-02",
                "stage1_responded_on=2025-05-08",
                "stage1_responded_again_on=2025-05-09",
                "outcome=upheld"
            )
        );

        Assert.Equal((Fri2May, null), (imported.LoggedOn, imported.CurrentStage.AcknowledgedOn));
        Assert.Equal(Thu8May, imported.CurrentStage.RespondedOn);
        Assert.Equal(2, imported.History.Count(recorded => recorded.Event is Responded));
        Assert.Equal(Verdict.Overdue, Clock(imported, DutyName.Acknowledge).Verdict);
        Assert.Equal(Thu8May, Clock(imported, DutyName.Respond).Met);
    }

    [Fact]
    public void An_informal_stage_is_kept_under_an_old_procedure_and_nowhere_else()
    {
        string[] row = Complaint(
            "received_on=2018-03-05",
            "stage0_responded_on=2018-03-12",
            "stage1_responded_on=2018-03-26"
        );

        Assert.Equal(new(2018, 3, 12), Import(row).InformalStageAnsweredOn);
        Assert.Equal(["stage0_responded_on"], Fields(Read([.. row, "procedure=two-stages"])));
        Assert.Equal(
            ["stage0_responded_on"],
            Fields(Read(Complaint("received_on=2025-04-14", "stage0_responded_on=2025-04-15")))
        );
    }

    [Fact]
    public void Stage_1_follows_the_informal_stage_and_has_its_own_clock()
    {
        var imported = Import(
            Complaint(
                "received_on=2018-03-05",
                "stage0_responded_on=2018-03-12",
                "acknowledged_on=2018-03-13",
                "stage1_responded_on=2018-03-26"
            )
        );

        Assert.Equal(
            new(2018, 3, 26),
            CaseClocks
                .Of(imported, Landlord.Rules, Mon30Jun)
                .Single(clock => clock is { Duty: DutyName.Respond, Stage: 1 })
                .Met
        );
    }

    [Fact]
    public void An_extension_of_which_nothing_more_is_known_is_assumed_to_be_good()
    {
        var answer = Clock(Extended(), DutyName.Respond);

        Assert.Equal((Verdict.InTimeExtended, true), (answer.Verdict, answer.Assumed));
    }

    [Fact]
    public void What_the_record_does_say_of_an_extension_is_held_against_it()
    {
        Assert.Equal(Verdict.InTimeExtended, Clock(Extended("told_on=2025-05-01"), DutyName.Respond).Verdict);
        Assert.True(Clock(Extended("told_on=2025-05-01"), DutyName.Respond).Assumed);
        Assert.Equal(Verdict.Late, Clock(Extended("told_on=2025-05-02"), DutyName.Respond).Verdict);
        Assert.Equal(Verdict.Late, Clock(Extended("ombudsman_details=no"), DutyName.Respond).Verdict);

        var whole = Extended("told_on=2025-05-01", "reason=illness", "ombudsman_details=yes");
        Assert.Equal(
            (Verdict.InTimeExtended, false),
            (Clock(whole, DutyName.Respond).Verdict, Clock(whole, DutyName.Respond).Assumed)
        );
    }

    [Fact]
    public void An_open_case_gets_an_owner_and_one_that_is_over_needs_none()
    {
        Assert.Equal("ben", Import(Complaint("received_on=2025-04-14")).Owner);
        Assert.Null(Import(Complaint("received_on=2025-04-14", "withdrawn_on=2025-04-15")).Owner);
    }

    [Fact]
    public void A_case_that_was_over_and_goes_further_gets_an_owner()
    {
        string[] closed = Complaint("received_on=2025-04-14", "stage1_responded_on=2025-04-15", "closed_on=2025-04-15");
        string[] further = [.. closed, "escalation_requested_on=2025-05-01"];
        var existing = Import(closed);
        var reopened = existing.Then(Read(further, existing).Events);

        Assert.Equal((CaseStatus.Open, "ben"), (Import(further).Status, Import(further).Owner));
        Assert.Equal((CaseStatus.Open, "ben", "ben"), (reopened.Status, reopened.Owner, reopened.CurrentStage.Handler));
        Assert.Empty(Read(further, reopened).Events);
    }

    [Fact]
    public void A_row_gives_no_case_to_whoever_may_not_have_it()
    {
        string[] closed = Complaint("received_on=2025-04-14", "stage1_responded_on=2025-04-15", "closed_on=2025-04-15");
        var about = Import(closed).Then(new SubjectNamed(Mon30Jun, "ben", Said));
        about.Then(Read([.. closed, "escalation_requested_on=2025-05-01"], about).Events);

        Assert.Equal((CaseStatus.Open, null, null), (about.Status, about.Owner, about.CurrentStage.Handler));
    }

    [Fact]
    public void A_stage_told_of_late_does_not_open_a_case_that_was_closed_after_it()
    {
        string[] closed = Complaint("received_on=2025-04-14", "stage1_responded_on=2025-04-15", "closed_on=2025-05-08");
        string[] further = [.. closed, "escalation_requested_on=2025-05-01"];
        var existing = Import(closed);
        var still = existing.Then(Read(further, existing).Events);

        Assert.Equal((CaseStatus.Closed, 2, Thu8May), (still.Status, still.Stage, still.ClosedOn));
        Assert.Empty(Read(further, still).Events);
    }

    [Fact]
    public void A_case_does_not_go_further_after_it_was_withdrawn()
    {
        string[] withdrawn = Complaint("received_on=2025-04-14", "withdrawn_on=2025-04-15");
        string[] further = [.. withdrawn, "escalation_requested_on=2025-05-01"];

        Assert.Equal(["escalation_requested_on"], Fields(Read(further)));
        Assert.Equal(["escalation_requested_on"], Fields(Read(further, Import(withdrawn))));
    }

    [Fact]
    public void Where_nobody_can_be_given_cases_an_open_one_waits_to_be_assigned()
    {
        var imported = CaseOf(Read(Complaint("received_on=2025-04-14"), owner: null).Events);

        Assert.Null(imported.Owner);
        Assert.Equal(Step.Assign, NextStep.For(imported, [], Mon30Jun)!.Step);
    }

    [Fact]
    public void Stage_2_keeps_the_procedure_in_force_when_it_was_asked_for()
    {
        var imported = Import(
            Complaint("received_on=2021-03-01", "stage1_responded_on=2021-03-15", "escalation_requested_on=2021-04-01")
        );

        Assert.Equal(["one-stage", "two-stages"], imported.Stages.Select(stage => stage.ProcedureId));
    }

    [Theory]
    [InlineData("kind", "reference=R-1")]
    [InlineData("reference", "kind=complaint")]
    [InlineData("kind", "reference=R-1", "kind=grievance")]
    [InlineData("received_on", "reference=R-1", "kind=complaint", "received_on=14/04/2025")]
    [InlineData("received_on", "reference=R-1", "kind=complaint", "received_on=2025-07-01")]
    [InlineData(
        "acknowledged_on",
        "reference=R-1",
        "kind=complaint",
        "received_on=2025-04-14",
        "acknowledged_on=2025-04-11"
    )]
    [InlineData("procedure", "reference=R-1", "kind=complaint", "procedure=nobody")]
    [InlineData("procedure", "reference=R-1", "kind=complaint", "received_on=1999-04-14")]
    [InlineData("channel", "reference=R-1", "kind=complaint", "channel=pigeon")]
    [InlineData("outcome", "reference=R-1", "kind=complaint", "outcome=withdrawn")]
    [InlineData("outcome", "reference=R-1", "kind=complaint", "outcome=upheld")]
    [InlineData("stage1_extended_to", "reference=R-1", "kind=complaint", "stage1_extension_told_on=2025-04-14")]
    [InlineData(
        "stage1_extension_ombudsman_details",
        "reference=R-1",
        "kind=complaint",
        "stage1_extended_to=2025-05-01",
        "stage1_extension_ombudsman_details=perhaps"
    )]
    [InlineData("stage1_responded_on", "reference=R-1", "kind=complaint", "stage1_responded_again_on=2025-04-14")]
    [InlineData("escalation_requested_on", "reference=R-1", "kind=complaint", "stage2_extended_to=2025-04-14")]
    [InlineData(
        "escalation_requested_on",
        "reference=R-1",
        "kind=complaint",
        "received_on=2021-03-01",
        "escalation_requested_on=2021-03-15"
    )]
    [InlineData(
        "stage2_responded_on",
        "reference=R-1",
        "kind=complaint",
        "received_on=2025-04-14",
        "escalation_requested_on=2025-05-01",
        "stage2_responded_on=2025-04-30"
    )]
    public void What_is_wrong_is_named_by_its_field(string field, params string[] row)
    {
        var imported = Read(row);

        Assert.Equal([field], Fields(imported));
        Assert.Empty(imported.Events);
    }

    [Fact]
    public void Everything_wrong_in_a_row_is_said_at_once() =>
        Assert.Equal(
            ["closed_on", "logged_on", "tenure"],
            Fields(Read(Complaint("logged_on=soon", "closed_on=later", "tenure=castle"))).Order()
        );

    [Fact]
    public void The_same_row_twice_changes_nothing()
    {
        string[] row = Complaint(
            "received_on=2025-04-14",
            "acknowledged_on=2025-04-15",
            "stage1_extended_to=2025-05-08",
            "stage1_responded_on=2025-05-08",
            "stage1_responded_again_on=2025-05-09"
        );

        Assert.Empty(Read(row, Import(row)).Events);
    }

    [Fact]
    public void A_row_that_has_grown_adds_what_is_new()
    {
        var existing = Import(Complaint("received_on=2025-04-14", "acknowledged_on=2025-04-15"));

        var grown = Read(
            Complaint("received_on=2025-04-14", "acknowledged_on=2025-04-15", "stage1_responded_on=2025-04-16"),
            existing
        );

        Assert.Equal(new Responded(Wed16Apr, 1), Assert.Single(grown.Events));
    }

    [Fact]
    public void A_row_does_not_correct_a_recorded_day()
    {
        var existing = Import(Complaint("received_on=2025-04-14", "acknowledged_on=2025-04-15"));

        var different = Read(Complaint("received_on=2025-04-11", "acknowledged_on=2025-04-16"), existing);

        Assert.Equal(["received_on", "acknowledged_on"], Fields(different));
        Assert.Equal(["kind"], Fields(Read(["reference=R-1", "kind=suggestion", "received_on=2025-04-14"], existing)));
    }

    [Fact]
    public void A_row_sorts_a_case_that_was_not_sorted_before()
    {
        var existing = Import(Complaint("received_on=2025-04-14", "service=repairs"));
        string[] sorted = Complaint("received_on=2025-04-14", "service=repairs", "category=damp", "tenure=leaseholder");

        var news = Assert.Single(Read(sorted, existing).Events);

        Assert.Equal(new Classified(Mon14Apr, Category: "damp", Tenure: Tenure.Leaseholder), news);
        Assert.Empty(Read(sorted, existing.Then(news)).Events);
    }

    [Theory]
    [InlineData("service", "repairs")]
    [InlineData("category", "damp")]
    [InlineData("tenure", "leaseholder")]
    [InlineData("channel", "email")]
    [InlineData("procedure", "code")]
    [InlineData("outcome", "upheld")]
    public void A_row_does_not_say_otherwise_than_the_case(string field, string value)
    {
        string[] row =
        [
            "received_on=2025-04-14",
            "stage1_responded_on=2025-04-15",
            "service=estates",
            "category=lifts",
            "tenure=other",
            "channel=phone",
            "procedure=two-stages",
            "outcome=not_upheld",
        ];
        var existing = Import(Complaint(row));

        var otherwise = row.Select(cell =>
            cell.StartsWith($"{field}=", StringComparison.Ordinal) ? $"{field}={value}" : cell
        );

        Assert.Equal([field], Fields(Read(Complaint([.. otherwise]), existing)));
    }

    [Fact]
    public void What_staff_changed_since_is_known_as_it_was_too()
    {
        string[] row = Complaint("received_on=2025-04-14", "service=estates");
        var changed = Import(row).Then(new Classified(Mon30Jun, Service: "repairs"));

        Assert.Empty(Read(row, changed).Errors);
        Assert.Empty(Read(row, changed).Events);
    }

    [Fact]
    public void A_day_the_calendar_does_not_reach_is_refused()
    {
        Assert.Equal(["received_on"], Fields(Read(Complaint("received_on=1925-04-14", "procedure=two-stages"))));
        Assert.Equal(
            ["stage1_extended_to"],
            Fields(Read(Complaint("received_on=2025-04-14", "stage1_extended_to=2125-04-14")))
        );
    }

    [Fact]
    public void A_complaint_refused_here_was_closed_that_day_and_goes_no_further_by_a_row()
    {
        string[] row = Complaint("received_on=2025-04-14", "category=damp");
        var refused = Import(row)
            .Then(
                new RefusalProposed(Wed16Apr, 1, "legal_proceedings", Said, Said),
                new Refused(Wed16Apr, "legal_proceedings", Channel.Letter, Proposal: 4)
            );

        Assert.Empty(Read([.. row, "closed_on=2025-04-16"], refused).Events);
        Assert.Empty(Fields(Read([.. row, "closed_on=2025-04-16"], refused)));
        Assert.Equal(["closed_on"], Fields(Read([.. row, "closed_on=2025-04-17"], refused)));
        Assert.Equal(["stage1_responded_on"], Fields(Read([.. row, "stage1_responded_on=2025-04-17"], refused)));
    }

    [Fact]
    public void A_day_corrected_since_is_known_as_it_was_and_as_it_is()
    {
        string[] row = Complaint("received_on=2025-04-14", "acknowledged_on=2025-04-16");
        var corrected = Import(row)
            .Then(new Corrected(Mon30Jun, 0, CorrectableFact.AcknowledgedOn, Wed16Apr, Tue15Apr, Stage: 1))
            .Then(new Corrected(Mon30Jun, 0, CorrectableFact.ReceivedOn, Mon14Apr, Fri11Apr));

        Assert.Empty(Fields(Read(row, corrected)));
        Assert.Empty(Fields(Read(Complaint("received_on=2025-04-11", "acknowledged_on=2025-04-15"), corrected)));
    }

    private static string[] Complaint(params string[] more) => ["reference=R-1", "kind=complaint", .. more];

    /// <summary>Acknowledged on Tuesday 15 April, due on Thursday 1 May, extended to and answered on Thursday 8 May.</summary>
    private static Case Extended(params string[] details) =>
        Import(
            Complaint([
                "received_on=2025-04-14",
                "acknowledged_on=2025-04-15",
                "stage1_extended_to=2025-05-08",
                "stage1_responded_on=2025-05-08",
                .. details.Select(detail => $"stage1_extension_{detail}"),
            ])
        );

    private static Imported Read(string[] row, Case? existing = null, string? owner = "ben")
    {
        var cells = row.Select(cell => cell.Split('=')).ToDictionary(cell => cell[0], cell => cell[1]);
        return ImportedHistory.Decide(cells, existing, owner, Landlord.Rules, today: Mon30Jun);
    }

    private static Case Import(params string[] row)
    {
        var imported = Read(row);
        Assert.Empty(imported.Errors);
        return CaseOf(imported.Events);
    }

    private static IEnumerable<string> Fields(Imported imported) => imported.Errors.Select(error => error.Field);

    private static DutyClock Clock(Case clocked, DutyName duty) =>
        CaseClocks.Of(clocked, Landlord.Rules, Mon30Jun).Single(clock => clock.Duty == duty);
}
