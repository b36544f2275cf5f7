using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class ResponseTests
{
    [Fact]
    public void On_the_day_it_is_due_the_head_of_complaints_lets_it_go_with_a_reason_though_points_are_undecided()
    {
        var undecided = Acknowledged().Then(new PointRaised(Tue15Apr, 1, Said));
        var answer = new ResponseRequest(null, Channel.Email, Complete, Finding.Upheld)
        {
            Override = "The surveyor's box is empty",
            MayOverride = true,
        };
        var due = new DateOnly(2025, 5, 1);
        Decision<CannotRespond> On(DateOnly day, ResponseRequest request) =>
            Response.Decide(undecided, request, "amira", Landlord.Rules, day);

        Refused(CannotRespond.PointsNotDecided, On(due, answer with { Override = " " }));
        Refused(CannotRespond.MayNotOverride, On(due, answer with { MayOverride = false }));
        Refused(CannotRespond.MayNotOverride, On(due.AddDays(-1), answer));
        var written = Only<LetterWritten, CannotRespond>(On(due, answer));
        Assert.Equal(answer.Override, ((Responded)written.Means!).Override!.Text);
    }

    [Fact]
    public void A_letter_that_leaves_from_here_says_how_to_go_further_or_somebody_has_seen_that_it_does_not()
    {
        var answer = new ResponseRequest(null, Channel.Email, Complete, Finding.Upheld);
        Decision<CannotRespond> Of(ResponseRequest request, Case? of = null) =>
            Response.Decide(of ?? Acknowledged(), request, "amira", Landlord.Rules, Wed23Apr);

        Only<LetterWritten, CannotRespond>(Of(answer));
        Refused(CannotRespond.NoEscalationAdvice, Of(answer with { Letter = "Go to the Ombudsman." }));
        Refused(CannotRespond.NoEscalationAdvice, Of(answer with { Letter = "Ask us for stage 2." }));
        Only<LetterWritten, CannotRespond>(Of(answer with { Letter = "No.", WithoutAdvice = true }));
        Only<Responded, CannotRespond>(Of(answer with { Letter = "No.", SentOn = Wed23Apr }));

        var homeless = Acknowledged().Then(new Classified(Tue15Apr, Ombudsman: Ombudsman.Both));
        Refused(CannotRespond.NoEscalationAdvice, Of(answer, homeless));
        Only<LetterWritten, CannotRespond>(
            Of(answer with { Letter = Complete + " Or the Local Government and Social Care Ombudsman." }, homeless)
        );
    }

    private const string Complete = "Ask us for stage 2, or go to the Housing Ombudsman.";

    private static readonly PointDecision Upheld = new(1, Finding.Upheld, "The tiles were loose");
    private static readonly ResponseRequest Letter = new(Wed16Apr, Channel.Letter, "We got this wrong", Finding.Upheld);

    [Fact]
    public void An_answer_carries_its_outcome_and_the_day_it_was_sent()
    {
        var answered = Acknowledged();

        answered.Then(Decide(answered, Letter).Events);

        Assert.Equal((CaseStatus.Answered, Finding.Upheld), (answered.Status, answered.Outcome));
        Assert.Equal(Wed16Apr, answered.CurrentStage.RespondedOn);
    }

    [Fact]
    public void Every_point_has_a_finding_and_a_reason_before_the_answer_goes()
    {
        var pointed = Acknowledged();
        pointed.Then(Points.Raise(pointed, "The roof leaks", Wed16Apr).Events);
        pointed.Then(Points.Raise(pointed, "Nobody rang back", Wed16Apr).Events);
        pointed.Then(DecidePoint(pointed, new(1, Finding.Upheld, "The tiles were loose")).Events);

        Refused(CannotRespond.PointsNotDecided, Decide(pointed, Letter));

        pointed.Then(DecidePoint(pointed, new(2, Finding.NotUpheld, "We rang twice", "None")).Events);

        Assert.Null(Decide(pointed, Letter).Refusal);
        Assert.Equal([Finding.Upheld, Finding.NotUpheld], pointed.Points.Select(point => point.Finding!.Value));
    }

    [Fact]
    public void A_case_is_answered_with_promises_still_open()
    {
        var promised = Acknowledged();
        promised.Then(Commitments.Make(promised, new("Mend the roof", Fri2May, "repairs"), Wed16Apr).Events);

        Assert.Null(Decide(promised, Letter).Refusal);
    }

    [Fact]
    public void Each_stage_is_answered_once()
    {
        Refused(CannotRespond.AlreadyAnswered, Decide(Answered(), Letter));

        var withBen = Escalated().Then(new Assigned(Thu17Apr, 2, "ben"));
        Assert.Equal(
            2,
            Only<Responded, CannotRespond>(Decide(withBen, Letter with { SentOn = Thu17Apr }, by: "ben")).Stage
        );
    }

    [Fact]
    public void A_case_that_is_over_is_not_answered() => Refused(CannotRespond.CaseIsOver, Decide(Withdrawn(), Letter));

    [Fact]
    public void An_answer_is_a_letter_and_not_a_call()
    {
        Refused(CannotRespond.NotInWriting, Decide(Acknowledged(), Letter with { Channel = Channel.InPerson }));
        Refused(CannotRespond.NoLetter, Decide(Acknowledged(), Letter with { Letter = "\n" }));
    }

    [Fact]
    public void It_was_sent_between_receipt_and_today()
    {
        Refused(CannotRespond.SentInTheFuture, Decide(Acknowledged(), Letter with { SentOn = Wed30Apr }));
        Refused(CannotRespond.SentBeforeReceipt, Decide(Acknowledged(), Letter with { SentOn = Fri11Apr }));
    }

    [Fact]
    public void It_was_sent_no_earlier_than_the_acknowledgement()
    {
        Refused(CannotRespond.SentBeforeAcknowledgement, Decide(Acknowledged(), Letter with { SentOn = Mon14Apr }));
        Assert.Null(Decide(Acknowledged(), Letter with { SentOn = Tue15Apr }).Refusal);
        Assert.Null(Decide(Defined(), Letter with { SentOn = Mon14Apr }).Refusal);
    }

    [Fact]
    public void Points_say_something_and_are_raised_while_an_answer_is_owed()
    {
        Refused(CannotRaisePoint.NoText, Points.Raise(Logged(), " ", Wed16Apr));
        Refused(CannotRaisePoint.CaseIsNotOpen, Points.Raise(Answered(), "The roof leaks", Wed16Apr));
    }

    [Fact]
    public void A_point_is_decided_with_a_reason_while_an_answer_is_owed()
    {
        var pointed = Logged().Then(new PointRaised(Mon14Apr, 1, Said));

        Refused(CannotDecidePoint.NoReason, DecidePoint(pointed, Upheld with { Reason = null }));
        Refused(CannotDecidePoint.NoSuchPoint, DecidePoint(pointed, Upheld with { Point = 2 }));
        Refused(CannotDecidePoint.NoSuchPoint, DecidePoint(pointed, Upheld with { Point = 0 }));
        Refused(CannotDecidePoint.CaseIsNotOpen, DecidePoint(pointed.Then(new Closed(Tue15Apr)), Upheld));
    }

    [Fact]
    public void A_stage_is_decided_only_once_somebody_has_it()
    {
        var escalated = Escalated().Then(new PointRaised(Thu17Apr, 1, Said));

        Refused(CannotDecidePoint.NoHandler, DecidePoint(escalated, Upheld, by: "ben"));
        Refused(CannotRespond.NoHandler, Decide(Escalated(), Letter with { SentOn = Thu17Apr }, by: "ben"));
    }

    [Fact]
    public void Stage_2_is_decided_by_nobody_who_decided_stage_1()
    {
        var withBen = Escalated().Then(new Assigned(Thu17Apr, 2, "ben"), new PointRaised(Thu17Apr, 1, Said));
        Refused(CannotDecidePoint.DecidedAnEarlierStage, DecidePoint(withBen, Upheld, by: "amira"));
        Assert.Null(DecidePoint(withBen, Upheld, by: "ben").Refusal);

        withBen.Then("ben", new PointDecided(Thu17Apr, 1, Finding.Upheld, Said));
        var secondLetter = Letter with { SentOn = Thu17Apr };
        Refused(CannotRespond.DecidedAnEarlierStage, Decide(withBen, secondLetter, by: "amira"));
        Assert.Null(Decide(withBen, secondLetter, by: "ben").Refusal);
    }

    [Fact]
    public void Stage_2_is_not_answered_while_who_decided_stage_1_has_it()
    {
        var withAmira = Escalated().Then(new Assigned(Thu17Apr, 2, "amira"));

        Refused(CannotRespond.DecidedAnEarlierStage, Decide(withAmira, Letter with { SentOn = Thu17Apr }, by: "ben"));
    }

    private static Decision<CannotRespond> Decide(Case answered, ResponseRequest request, string by = "amira") =>
        Response.Decide(answered, request, by, Landlord.Rules, today: Wed23Apr);

    private static Decision<CannotDecidePoint> DecidePoint(
        Case decidedIn,
        PointDecision request,
        string by = "amira"
    ) => Points.Decide(decidedIn, request, by, Landlord.Rules, today: Thu17Apr);
}
