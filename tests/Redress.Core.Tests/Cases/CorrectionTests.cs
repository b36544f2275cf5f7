using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class CorrectionTests
{
    private static readonly DateOnly Mon7Apr = new(2025, 4, 7);

    private static readonly CorrectionRequest Received7April = new(
        CorrectableFact.ReceivedOn,
        Mon7Apr,
        "Typed 14 for 7",
        "The postmark"
    );

    [Fact]
    public void A_mistyped_day_of_receipt_is_corrected_by_two_people_and_the_verdict_is_worked_out_again()
    {
        var corrected = Acknowledged();
        Assert.Equal(Verdict.InTime, AcknowledgementVerdict(corrected));

        corrected.Then("amira", Propose(corrected, Received7April).Events);
        Assert.Equal(Verdict.InTime, AcknowledgementVerdict(corrected));

        corrected.Then("ben", Correction.Agree(corrected, "ben", Wed23Apr).Events);
        Assert.Equal(Verdict.Late, AcknowledgementVerdict(corrected));
        Assert.Equal(Mon14Apr, corrected.History[0].Event.On);
        Assert.Equal(Mon7Apr, corrected.ReceivedOn);
    }

    [Fact]
    public void The_day_of_an_acknowledgement_or_an_answer_can_be_corrected_for_its_stage()
    {
        var corrected = Answered();

        Correct(corrected, new(CorrectableFact.RespondedOn, Thu17Apr, "Posted the day after", "The post book"));
        Correct(corrected, new(CorrectableFact.AcknowledgedOn, Wed16Apr, "Posted late", "The post book", Stage: 1));

        var clocks = CaseClocks.Of(corrected, Landlord.Rules, Wed23Apr);
        Assert.Equal((Wed16Apr, Thu17Apr), (corrected.CurrentStage.AcknowledgedOn, corrected.CurrentStage.RespondedOn));
        Assert.Equal(Wed16Apr, clocks.Single(clock => clock.Duty == DutyName.Acknowledge).Met);
        Assert.Equal(Thu17Apr, clocks.Single(clock => clock.Duty == DutyName.Respond).Met);
    }

    [Fact]
    public void Nobody_agrees_to_their_own_correction()
    {
        var proposed = Acknowledged();
        proposed.Then("amira", Propose(proposed, Received7April).Events);

        Refused(CannotAgreeToCorrection.ProposedByThemselves, Correction.Agree(proposed, "amira", Wed23Apr));
    }

    [Fact]
    public void A_correction_can_be_rejected_with_a_reason_and_then_another_proposed()
    {
        var proposed = Acknowledged();
        proposed.Then(Propose(proposed, Received7April).Events);
        Refused(CannotProposeCorrection.AnotherIsWaiting, Propose(proposed, Received7April));
        Refused(CannotRejectCorrection.NoReason, Correction.Reject(proposed, " ", Wed23Apr));

        proposed.Then(Correction.Reject(proposed, "The postmark says 14", Wed23Apr).Events);

        Assert.Equal(Mon14Apr, proposed.ReceivedOn);
        Assert.Null(Propose(proposed, Received7April).Refusal);
    }

    [Fact]
    public void What_was_not_proposed_is_neither_agreed_nor_rejected()
    {
        Refused(CannotAgreeToCorrection.NothingProposed, Correction.Agree(Logged(), "ben", Wed23Apr));
        Refused(CannotRejectCorrection.NothingProposed, Correction.Reject(Logged(), "No", Wed23Apr));
    }

    [Fact]
    public void A_correction_needs_reason_and_evidence()
    {
        Refused(CannotProposeCorrection.NoReason, Propose(Logged(), Received7April with { Reason = "" }));
        Refused(CannotProposeCorrection.NoEvidence, Propose(Logged(), Received7April with { Evidence = null }));
    }

    [Fact]
    public void A_correction_changes_a_recorded_day_to_another_that_has_come()
    {
        Refused(
            CannotProposeCorrection.NothingToCorrect,
            Propose(Logged(), Received7April with { Fact = CorrectableFact.AcknowledgedOn })
        );
        Refused(
            CannotProposeCorrection.NothingToCorrect,
            Propose(Logged(), Received7April with { Fact = CorrectableFact.RespondedOn, Stage = 2 })
        );
        Refused(CannotProposeCorrection.SameDay, Propose(Logged(), Received7April with { NewValue = Mon14Apr }));
        Refused(CannotProposeCorrection.InTheFuture, Propose(Logged(), Received7April with { NewValue = Wed30Apr }));
    }

    [Theory]
    [InlineData(CorrectableFact.ReceivedOn, 15)] // logged on the 14th
    [InlineData(CorrectableFact.AcknowledgedOn, 13)] // received on the 14th
    [InlineData(CorrectableFact.AcknowledgedOn, 17)] // answered on the 16th
    [InlineData(CorrectableFact.RespondedOn, 14)] // acknowledged on the 15th
    [InlineData(CorrectableFact.RespondedOn, 18)] // stage 2 asked for on the 17th
    public void A_correction_keeps_what_happened_in_order(CorrectableFact fact, int april) =>
        Refused(
            CannotProposeCorrection.OutOfOrder,
            Propose(Escalated(), new(fact, new(2025, 4, april), "Mistyped", "The letter", Stage: 1))
        );

    [Fact]
    public void Receipt_is_not_moved_behind_anything_its_stage_saw_done()
    {
        var spokenTo = CaseOf(
            Received(Fri11Apr),
            new Contacted(Mon14Apr, 1, ContactMethod.Phone, ContactResult.Spoke, Note: Said),
            new Logged(Wed16Apr)
        );

        Refused(CannotProposeCorrection.OutOfOrder, Propose(spokenTo, Received7April with { NewValue = Tue15Apr }));
        Assert.Null(Propose(spokenTo, Received7April with { NewValue = Mon14Apr }).Refusal);
    }

    [Fact]
    public void What_happens_meanwhile_can_put_a_correction_out_of_order()
    {
        var proposed = Defined();
        proposed.Then(Propose(proposed, new(CorrectableFact.ReceivedOn, Fri11Apr, "Mistyped", "The letter")).Events);
        proposed.Then("ben", Correction.Agree(proposed, "ben", Wed23Apr).Events);
        proposed.Then(
            Propose(proposed, new(CorrectableFact.ReceivedOn, Mon14Apr, "Right before", "The letter")).Events
        );
        proposed.Then(new Acknowledged(Fri11Apr, 1));

        Refused(CannotAgreeToCorrection.OutOfOrder, Correction.Agree(proposed, "ben", Wed23Apr));
    }

    [Fact]
    public void Receipt_is_not_moved_into_the_time_of_another_procedure()
    {
        DateOnly wed31Mar = new(2021, 3, 31);

        Refused(
            CannotProposeCorrection.AnotherProcedureWasInForce,
            Propose(Logged(), Received7April with { NewValue = wed31Mar })
        );
    }

    [Theory]
    [InlineData("code", 9, 10, 8)]
    [InlineData("two-stages", 11, 9, 10)]
    public void Receipt_is_not_moved_over_the_day_from_which_another_procedure_was_chosen(
        string kept,
        int from,
        int to,
        int alsoKept
    )
    {
        Rules rules = new([Landlord.TwoStages, Landlord.Code], ["code"], [Landlord.Calendar])
        {
            Choices = [new ProcedureChoice(CaseKind.Complaint, "two-stages", new(2025, 4, 10))],
        };
        var received = CaseOf(Received(new(2025, 4, from)) with { ProcedureId = kept }, new Logged(Mon14Apr));

        CannotProposeCorrection? Refusal(int day) =>
            Correction.Propose(received, Received7April with { NewValue = new(2025, 4, day) }, rules, Wed23Apr).Refusal;

        Assert.Equal(CannotProposeCorrection.AnotherProcedureWasInForce, Refusal(to));
        Assert.Null(Refusal(alsoKept));
    }

    [Fact]
    public void Receipt_under_a_procedure_that_imported_records_name_moves_while_that_is_in_force()
    {
        var named = CaseOf(Received(Mon14Apr) with { ProcedureId = "code" }, new Logged(Mon14Apr));

        Assert.Null(Propose(named, Received7April).Refusal);
        Refused(
            CannotProposeCorrection.AnotherProcedureWasInForce,
            Propose(named, Received7April with { NewValue = new(2015, 12, 31) })
        );
    }

    [Fact]
    public void A_day_is_not_corrected_once_it_is_no_longer_the_one_recorded()
    {
        var proposed = Escalated().Then(new Acknowledged(Thu17Apr, 2));
        proposed.Then(
            Propose(proposed, new(CorrectableFact.AcknowledgedOn, Wed23Apr, "Mistyped", "The letter", Stage: 2)).Events
        );
        proposed.Then(new EscalationRefused(Thu17Apr, 1, Said), new EscalationRequested(Wed23Apr, 1, "two-stages"));

        Refused(CannotAgreeToCorrection.NoLongerRecorded, Correction.Agree(proposed, "ben", Wed23Apr));
        Assert.Null(Correction.Reject(proposed, "Stage 2 began again", Wed23Apr).Refusal);
    }

    [Fact]
    public void A_correction_in_history_of_a_day_never_recorded_is_damage_and_named_so()
    {
        var damaged = Logged().Then(new Corrected(Wed16Apr, 3, CorrectableFact.ReceivedOn, Mon7Apr, Fri11Apr));

        var fault = Assert.Throws<InvalidOperationException>(() => CaseClocks.Of(damaged, Landlord.Rules, Wed23Apr));

        Assert.Contains("2025-04-07", fault.Message, StringComparison.Ordinal);
    }

    private static void Correct(Case corrected, CorrectionRequest request)
    {
        corrected.Then("amira", Propose(corrected, request).Events);
        corrected.Then("ben", Correction.Agree(corrected, "ben", Wed23Apr).Events);
    }

    private static Decision<CannotProposeCorrection> Propose(Case corrected, CorrectionRequest request) =>
        Correction.Propose(corrected, request, Landlord.Rules, today: Wed23Apr);

    private static Verdict AcknowledgementVerdict(Case clocked) =>
        CaseClocks.Of(clocked, Landlord.Rules, Wed23Apr).Single(clock => clock.Duty == DutyName.Acknowledge).Verdict;
}
