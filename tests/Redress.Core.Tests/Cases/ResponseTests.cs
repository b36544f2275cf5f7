using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class ResponseTests
{
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
        pointed.Then(Points.Decide(pointed, new(1, Finding.Upheld, "The tiles were loose"), Wed16Apr).Events);

        Refused(CannotRespond.PointsNotDecided, Decide(pointed, Letter));

        pointed.Then(Points.Decide(pointed, new(2, Finding.NotUpheld, "We rang twice", "None"), Wed16Apr).Events);

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
        Assert.Equal(2, Only<Responded, CannotRespond>(Decide(Escalated(), Letter with { SentOn = Thu17Apr })).Stage);
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
    public void Points_say_something_and_are_raised_while_an_answer_is_owed()
    {
        Refused(CannotRaisePoint.NoText, Points.Raise(Logged(), " ", Wed16Apr));
        Refused(CannotRaisePoint.CaseIsNotOpen, Points.Raise(Answered(), "The roof leaks", Wed16Apr));
    }

    [Fact]
    public void A_point_is_decided_with_a_reason_while_an_answer_is_owed()
    {
        PointDecision upheld = new(1, Finding.Upheld, "The tiles were loose");
        var pointed = Logged().Then(new PointRaised(Mon14Apr, 1, Said));

        Refused(CannotDecidePoint.NoReason, Points.Decide(pointed, upheld with { Reason = null }, Wed16Apr));
        Refused(CannotDecidePoint.NoSuchPoint, Points.Decide(pointed, upheld with { Point = 2 }, Wed16Apr));
        Refused(CannotDecidePoint.NoSuchPoint, Points.Decide(pointed, upheld with { Point = 0 }, Wed16Apr));
        Refused(CannotDecidePoint.CaseIsNotOpen, Points.Decide(pointed.Then(new Closed(Tue15Apr)), upheld, Wed16Apr));
    }

    private static Decision<CannotRespond> Decide(Case answered, ResponseRequest request) =>
        Response.Decide(answered, request, today: Wed23Apr);
}
