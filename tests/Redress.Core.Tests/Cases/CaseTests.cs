using Redress.Core.Cases;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class CaseTests
{
    [Fact]
    public void A_case_starts_open_at_stage_1_under_the_procedure_it_was_received_under()
    {
        var opened = CaseOf(Received(Mon14Apr), new Logged(Tue15Apr), new Assigned(Tue15Apr, 1, "amira"));

        Assert.Equal((CaseStatus.Open, 1, 3), (opened.Status, opened.Stage, opened.Version));
        Assert.Equal((Mon14Apr, Tue15Apr), (opened.ReceivedOn, opened.LoggedOn));
        Assert.Equal("amira", opened.Owner);
        Assert.Equal("two-stages", opened.CurrentStage.ProcedureId);
    }

    [Fact]
    public void Only_complaints_have_stages()
    {
        var praise = CaseOf(Received(Mon14Apr, CaseKind.Compliment), new Relayed(Tue15Apr, "repairs"));

        Assert.Equal(0, praise.Stage);
        Assert.Equal(0, Assert.Single(praise.Stages).Number);
        Assert.Equal(Tue15Apr, praise.RelayedOn);
    }

    [Fact]
    public void Asking_for_the_next_stage_reopens_the_case_under_the_procedure_then_in_force()
    {
        var escalated = CaseOf(
            Received(Mon14Apr),
            new Responded(Tue15Apr, 1, Finding.NotUpheld),
            new Closed(Wed16Apr),
            new EscalationRequested(Thu1May, 1, "three-stages")
        );

        Assert.Equal((CaseStatus.Open, 2, null), (escalated.Status, escalated.Stage, escalated.ClosedOn));
        Assert.Equal(["two-stages", "three-stages"], escalated.Stages.Select(stage => stage.ProcedureId));
        Assert.Equal(Thu1May, escalated.CurrentStage.StartedOn);
    }

    [Fact]
    public void A_refused_stage_leaves_the_case_answered_where_it_was_and_may_be_asked_for_again()
    {
        var refused = CaseOf(
            Received(Mon14Apr),
            new Responded(Tue15Apr, 1),
            new EscalationRequested(Wed16Apr, 1, "two-stages"),
            new EscalationRefused(Thu1May, 1, Said)
        );

        Assert.Equal((CaseStatus.Answered, 1), (refused.Status, refused.Stage));
        Assert.Equal(Thu1May, refused.FindStage(2)!.RefusedOn);

        refused.Then(new EscalationRequested(Thu1May, 1, "two-stages"));

        Assert.Equal((CaseStatus.Open, 2), (refused.Status, refused.Stage));
        Assert.Null(refused.CurrentStage.RefusedOn);
    }

    [Fact]
    public void A_second_answer_to_one_stage_does_not_move_the_day_it_was_answered()
    {
        var answered = CaseOf(
            Received(Mon14Apr),
            new Responded(Tue15Apr, 1, Finding.NotUpheld),
            new Responded(Thu1May, 1, Finding.Upheld)
        );

        Assert.Equal(Tue15Apr, answered.CurrentStage.RespondedOn);
        Assert.Equal(Finding.Upheld, answered.Outcome);
    }

    [Fact]
    public void A_correction_changes_the_day_only_once_agreed()
    {
        var proposed = new CorrectionProposed(Wed16Apr, CorrectableFact.ReceivedOn, Tue15Apr, Mon14Apr, Said, Said);
        var corrected = CaseOf(Received(Tue15Apr), proposed);

        Assert.Equal(Tue15Apr, corrected.ReceivedOn);
        Assert.Equal(new PendingCorrection(2, proposed, "amira"), corrected.PendingCorrection);

        corrected.Then(new Corrected(Thu1May, 2, CorrectableFact.ReceivedOn, Tue15Apr, Mon14Apr));

        Assert.Equal((Mon14Apr, Mon14Apr), (corrected.ReceivedOn, corrected.CurrentStage.StartedOn));
        Assert.Null(corrected.PendingCorrection);
    }

    [Fact]
    public void Closing_a_case_leaves_its_promises_open()
    {
        var closed = CaseOf(
            Received(Mon14Apr),
            new CommitmentMade(Tue15Apr, 1, Said, Thu1May, "repairs"),
            new Responded(Tue15Apr, 1),
            new Closed(Wed16Apr)
        );

        Assert.Equal(CaseStatus.Closed, closed.Status);
        Assert.Null(Assert.Single(closed.Commitments).KeptOn);

        closed.Then(new CommitmentKept(Thu1May, 1, Said));

        Assert.Equal((CaseStatus.Closed, Thu1May), (closed.Status, closed.Commitments[0].KeptOn));
    }

    [Fact]
    public void Every_event_can_be_applied()
    {
        var eventful = CaseOf(
            Received(Mon14Apr),
            new Logged(Mon14Apr),
            new Classified(Mon14Apr, "repairs", "damp", Tenure.GeneralNeeds),
            new Defined(Mon14Apr, Said, Said),
            new Assigned(Mon14Apr, 1, "amira"),
            new Acknowledged(Mon14Apr, 1),
            new Contacted(Mon14Apr, 1, ContactMethod.Phone, ContactResult.Spoke),
            new ContactDeclined(Mon14Apr, 1),
            new Extended(Mon14Apr, 1, Thu1May),
            new HoldingLetterSent(Mon14Apr, 1, Thu1May),
            new HearingNotified(Mon14Apr, 1, Thu1May),
            new Paused(Mon14Apr, 1, Said),
            new Resumed(Tue15Apr, 1),
            new PointRaised(Tue15Apr, 1, Said),
            new PointDecided(Tue15Apr, 1, Finding.Upheld, Said),
            new CommitmentMade(Tue15Apr, 1, Said, Thu1May, "repairs", Point: 1),
            new CommitmentKept(Tue15Apr, 1, Said),
            new InformalStageAnswered(Tue15Apr),
            new CalendarAdopted(Tue15Apr, "england-and-wales", 2),
            new Responded(Tue15Apr, 1),
            new EscalationRequested(Tue15Apr, 1, "two-stages"),
            new EscalationRefused(Tue15Apr, 1, Said),
            new CorrectionProposed(Wed16Apr, CorrectableFact.ReceivedOn, Mon14Apr, Mon14Apr, Said, Said),
            new CorrectionRejected(Wed16Apr, 23, Said),
            new Corrected(Wed16Apr, 23, CorrectableFact.RespondedOn, Tue15Apr, Wed16Apr, Stage: 1),
            new Relayed(Wed16Apr, "repairs"),
            new Filed(Wed16Apr),
            new MatterDated(Wed16Apr, Mon14Apr),
            new LateMatterAccepted(Wed16Apr, Said),
            new RefusalProposed(Wed16Apr, 1, "legal_proceedings", Said, Said),
            new RefusalRejected(Wed16Apr, 30, Said),
            new Refused(Wed16Apr, "legal_proceedings", Channel.Letter, Proposal: 30),
            new Reinstated(Wed16Apr, Said),
            new LetterWritten(Wed16Apr, Channel.Email, Said, new HoldingLetterSent(Wed16Apr, 1, Thu1May)),
            new LetterFailed(Wed16Apr, 34, LetterFailure.AddressRefused, Said),
            new LetterRerouted(Wed16Apr, 34, Channel.Letter),
            new LetterSent(Wed16Apr, 34),
            new LetterWritten(Wed16Apr, Channel.Letter, Said),
            new LetterCancelled(Wed16Apr, 38, Said),
            new AnswerArrived(Wed16Apr, 1),
            new AnswerCorrected(Wed16Apr, 1, Channel.Letter, Said, Said),
            new Linked(Wed16Apr, "R-2", CaseRelation.FollowedBy),
            new GuidanceOverridden(Wed16Apr, MeetsDefinition: true, Said),
            new Closed(Wed16Apr),
            new Reopened(Wed16Apr, Said),
            new DefinitionDisputed(Wed16Apr, Said),
            new DefinitionAgreed(Wed16Apr),
            new MessageReceived(Wed16Apr, Channel.Email, Said, [new(FileType.Pdf, 9, Said, Said)]),
            new MessagesRead(Wed16Apr, 34),
            new ComplainantJoined(Wed16Apr, "p1"),
            new ComplainantJoined(Wed16Apr, "p2"),
            new LeadComplainantChanged(Wed16Apr, "p2"),
            new LetterWritten(
                Wed16Apr,
                Channel.Letter,
                Said,
                Copies: [new("p1", Channel.Email), new("p2", Channel.Email)]
            ),
            new LetterCopySent(Wed16Apr, 53, "p2"),
            new RepresentativeNamed(Wed16Apr, "una", "p1", RepresentativeKind.Advocate),
            new AuthorityRequested(Wed16Apr, "una"),
            new AuthorityRecorded(Wed16Apr, "una", "a1", AuthorityMethod.SignedForm, Said, Letters: true),
            new ResidentToldOfAuthority(Wed16Apr, "una"),
            new AuthorityEnded(Wed16Apr, "una", Said),
            new ContactNeedsRecorded(Wed16Apr, "p1", LetterFormat.LargePrint, new Never(Phone: true), Said, Said),
            new ComplainantLeft(Wed16Apr, "p2", WithdrawalMethod.Phone, Said),
            new MadeConfidential(Wed16Apr, "p1"),
            new IdentityOpened(Wed16Apr, "p1", Letter: 34),
            new ConfidentialityEnded(Wed16Apr, "p1", Said),
            new SubjectNamed(Wed16Apr, "ben", Said),
            new SubjectConfirmed(Wed16Apr, "ben"),
            new DecisionNamed(Wed16Apr, DecisionKind.Policy, "dan", Said),
            new SettlementApproved(Wed16Apr, 1, 250m, Said),
            new StatementRequested(Wed16Apr, 1, 1, "s1", "ben", Said, [Said], Said, Wed23Apr),
            new StatementPassed(Wed16Apr, 1),
            new StatementWaived(Wed16Apr, 1),
            new StatementGiven(Wed16Apr, 1, Said),
            new StatementWithdrawn(Wed16Apr, 1, StatementWithdrawal.SubjectCleared),
            new SubjectCleared(Wed16Apr, "ben", Said),
            new CaseSealed(Wed16Apr, Said),
            new ReaderAdmitted(Wed16Apr, "lena", Said, Until: Thu1May),
            new SealAgreed(Wed16Apr),
            new ReaderRemoved(Wed16Apr, "lena", Said),
            new SealLiftAsked(Wed16Apr, Said),
            new SealLifted(Wed16Apr, Said),
            new ContactCorrected(Wed16Apr, "p1", Phone: true, Reason: Said),
            new AccessCodeGiven(Wed16Apr, "p1"),
            new RestrictionProposed(Wed16Apr, "p1", new(Phone: true), Said, Said, Said, Thu1May, Said),
            new RestrictionRejected(Wed16Apr, 79, Said),
            new RestrictionProposed(Wed16Apr, "p1", new(Phone: true), Said, Said, Said, Thu1May),
            new ContactRestricted(Wed16Apr, 81, Channel.Letter, Said),
            new RestrictionLifted(Wed16Apr, 81, Said),
            new Asked(Wed16Apr, 1, Said, Thu1May, Of: "ben"),
            new AskAnswered(Wed16Apr, 1, Said),
            new Asked(Wed16Apr, 2, Said, Thu1May, Service: Said),
            new AskGivenUp(Wed16Apr, 2, Said),
            new ServiceRequestAgreed(Wed16Apr, Tue15Apr, "p1", Channel.Phone, Said, Said, "Repairs", Channel.Letter),
            new Withdrawn(Wed16Apr),
            new HoldPlaced(Wed16Apr, HoldGround.Ombudsman, Said),
            new HoldLifted(Wed16Apr, 90, Said),
            new ErasureProposed(Wed16Apr, ErasureGround.AskedByResident),
            new ErasureRejected(Wed16Apr, 92, Said),
            new Closed(Wed16Apr),
            new Erased(Wed16Apr, 92)
        );

        Assert.Equal(
            AnyEvent.Types.OrderBy(type => type.Name),
            eventful.History.Select(recorded => recorded.Event.GetType()).Distinct().OrderBy(type => type.Name)
        );
        Assert.Equal(CaseStatus.Closed, eventful.Status);
    }

    [Fact]
    public void Damaged_history_is_not_folded()
    {
        var history = Recorded(Received(Mon14Apr), new Logged(Mon14Apr), new Closed(Tue15Apr)).ToList();

        Assert.Throws<InvalidOperationException>(() => Case.Fold("c1", [history[0], history[2]]));
        Assert.Throws<InvalidOperationException>(() => Case.Fold("c1", history[1..]));
        Assert.Throws<InvalidOperationException>(() => CaseOf(Received(Mon14Apr), Received(Mon14Apr)));
        Assert.Throws<InvalidOperationException>(() => CaseOf(Received(Mon14Apr), new Acknowledged(Tue15Apr, 2)));
    }
}
