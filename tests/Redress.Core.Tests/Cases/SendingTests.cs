using Redress.Core.Cases;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class SendingTests
{
    private static readonly AcknowledgementRequest Unsent = new(null, Channel.Email, "Dear Ms Shaw", true);

    [Fact]
    public void Written_and_waiting_is_not_met()
    {
        var waiting = Waiting();

        Assert.Null(waiting.CurrentStage.AcknowledgedOn);
        Assert.Equal((5, MessageKind.Acknowledgement), (waiting.Letters[0].Number, waiting.Letters[0].Kind));
        Assert.Null(Clock(waiting).Met);
    }

    [Fact]
    public void The_duty_is_met_on_the_day_the_letter_leaves()
    {
        var sent = Sent(Waiting(), Sending.Decide(Waiting(), 5, Thu17Apr, today: Wed23Apr));

        Assert.Equal(Thu17Apr, sent.CurrentStage.AcknowledgedOn);
        Assert.Equal(Thu17Apr, Clock(sent).Met);
        Assert.Empty(sent.Letters);
        var acknowledged = Assert.IsType<Acknowledged>(sent.History[5].Event);
        Assert.Equal(
            (Said, Channel.Email, true),
            (acknowledged.Letter, acknowledged.Channel, acknowledged.NamesHandler)
        );
        Assert.Equal(new LetterSent(Thu17Apr, 5, Made: 6), sent.History[6].Event);
    }

    [Fact]
    public void An_extension_is_told_on_the_day_its_letter_leaves()
    {
        var request = new ExtensionRequest(Fri2May.AddDays(3), "The survey is late") { LeavesBy = Channel.Letter };
        Refused(CannotExtend.NoLetter, Extension.Decide(Acknowledged(), request, Landlord.Rules, Wed16Apr));

        var written = Extension.Decide(Acknowledged(), request with { Letter = "Dear" }, Landlord.Rules, Wed16Apr);
        var waiting = Acknowledged().Then(Stored(written.Events));
        Refused(
            CannotExtend.LetterIsWaiting,
            Extension.Decide(waiting, request with { Letter = "Dear" }, Landlord.Rules, Wed16Apr)
        );

        var sent = Sent(waiting, Sending.Decide(waiting, 6, Thu17Apr, today: Thu17Apr));
        var extended = Assert.IsType<Extended>(sent.History[6].Event);
        Assert.Equal((Thu17Apr, Thu17Apr, true), (extended.On, extended.ToldOn, extended.InWriting));
    }

    [Fact]
    public void A_refusal_is_made_by_its_letter_and_the_words_of_the_proposal_are_that_letter()
    {
        var proposed = Logged().Then(new RefusalProposed(Tue15Apr, 1, "legal_proceedings", Said, Said));
        var agreed = Refusal.Agree(proposed, new(null, Channel.Letter), "ben", Landlord.Rules, Tue15Apr);

        var waiting = proposed.Then("ben", agreed.Events);
        Assert.Equal((CaseStatus.Open, Said), (waiting.Status, waiting.Letters[0].Written.Text));
        Refused(
            CannotAgreeToRefusal.LetterIsWaiting,
            Refusal.Agree(waiting, new(null, Channel.Letter), "ben", Landlord.Rules, Tue15Apr)
        );

        var sent = Sent(waiting, Sending.Decide(waiting, 5, Wed16Apr, today: Wed16Apr));
        Assert.Equal((CaseStatus.Refused, Wed16Apr), (sent.Status, sent.RefusedOn));
    }

    [Fact]
    public void A_second_letter_for_the_same_is_not_written_while_one_waits()
    {
        Refused(CannotAcknowledge.LetterIsWaiting, Acknowledge(Waiting(), Unsent));
        Refused(CannotAcknowledge.LetterIsWaiting, Acknowledge(Waiting(), Unsent with { SentOn = Tue15Apr }));
        var cancelled = Waiting().Then(new LetterCancelled(Wed16Apr, 5, Said));
        Assert.Null(Acknowledge(cancelled, Unsent).Refusal);
    }

    [Fact]
    public void Once_the_case_has_moved_on_the_letter_stays()
    {
        var withdrawn = Waiting().Then(new Withdrawn(Wed16Apr));
        Refused(CannotSend.CaseMovedOn, Sending.Decide(withdrawn, 5, Wed16Apr, Wed16Apr));
        Refused(CannotSend.CaseMovedOn, Sending.Reroute(withdrawn, 5, Channel.Letter, Wed16Apr));

        var answer = Response.Decide(
            Acknowledged()
                .Then(new PointRaised(Tue15Apr, 1, Said), new PointDecided(Tue15Apr, 1, Finding.Upheld, Said)),
            new(null, Channel.Email, "Dear", Finding.Upheld) { WithoutAdvice = true },
            "amira",
            Landlord.Rules,
            Wed16Apr
        );
        var answered = Acknowledged()
            .Then(new PointRaised(Tue15Apr, 1, Said), new PointDecided(Tue15Apr, 1, Finding.Upheld, Said))
            .Then(Stored(answer.Events));
        Assert.Null(Sending.Decide(answered, 8, Wed16Apr, Wed16Apr).Refusal);
        var changed = answered.Then(new PointDecided(Wed16Apr, 1, Finding.NotUpheld, Said));
        Refused(CannotSend.CaseMovedOn, Sending.Decide(changed, 8, Wed16Apr, Wed16Apr));
    }

    [Fact]
    public void A_letter_that_went_before_the_case_was_seen_to_have_moved_on_is_gone_and_makes_nothing_true()
    {
        var withdrawn = Waiting().Then(new Withdrawn(Wed16Apr));

        var gone = Sent(withdrawn, Sending.Gone(withdrawn, 5, Wed16Apr));

        Assert.Null(gone.CurrentStage.AcknowledgedOn);
        Assert.Equal(MessageState.Sent, Messages.Of(gone).Single(message => message.Number == 5).State);
    }

    [Fact]
    public void It_leaves_between_the_day_it_was_written_and_today_and_once()
    {
        Refused(CannotSend.SentInTheFuture, Sending.Decide(Waiting(), 5, Thu17Apr, Wed16Apr));
        Refused(CannotSend.SentBeforeItWasWritten, Sending.Decide(Waiting(), 5, Mon14Apr, Wed16Apr));
        Refused(CannotSend.NotWaiting, Sending.Decide(Waiting(), 4, Wed16Apr, Wed16Apr));
        var sent = Sent(Waiting(), Sending.Decide(Waiting(), 5, Wed16Apr, Wed16Apr));
        Refused(CannotSend.NotWaiting, Sending.Decide(sent, 5, Wed16Apr, Wed16Apr));
        Refused(CannotSend.NotWaiting, Sending.Gone(sent, 5, Wed16Apr));
        Refused(CannotSend.NotWaiting, Sending.Fail(sent, 5, LetterFailure.AddressRefused, "No", Wed16Apr));
        Refused(CannotSend.NotWaiting, Sending.Reroute(sent, 5, Channel.Email, Wed16Apr));
        Refused(CannotSend.NotWaiting, Sending.Cancel(sent, 5, "Not wanted", Wed16Apr));
        Refused(CannotSend.NoReason, Sending.Cancel(Waiting(), 5, " ", Wed16Apr));
    }

    [Fact]
    public void What_could_not_be_mailed_is_posted()
    {
        var failed = Waiting().Then(new LetterFailed(Wed16Apr, 5, LetterFailure.AddressRefused, Said));
        Assert.Equal(LetterFailure.AddressRefused, failed.Letters[0].Failure);

        var rerouted = Sent(failed, Sending.Reroute(failed, 5, Channel.Letter, Wed16Apr));
        Assert.Equal((Channel.Letter, null), (rerouted.Letters[0].Channel, rerouted.Letters[0].Failure));

        var sent = Sent(rerouted, Sending.Decide(rerouted, 5, Thu17Apr, Thu17Apr));
        Assert.Equal(Channel.Letter, Assert.IsType<Acknowledged>(sent.History[7].Event).Channel);
    }

    [Fact]
    public void A_message_that_meets_no_duty_leaves_whatever_became_of_the_case()
    {
        Refused(CannotWrite.NoText, Writing.Decide(Channel.Email, " ", Wed16Apr));
        var written = Only<LetterWritten, CannotWrite>(Writing.Decide(Channel.Email, "Sam has it now", Wed16Apr));

        var waiting = Withdrawn().Then(Stored([written]));
        Assert.Equal(
            new LetterSent(Wed16Apr, 5),
            Only<LetterSent, CannotSend>(Sending.Decide(waiting, 5, Wed16Apr, Wed16Apr))
        );
    }

    [Fact]
    public void Whoever_wrote_the_answer_decided_it_and_not_whoever_posted_it()
    {
        var written = Response.Decide(
            Acknowledged(),
            new(null, Channel.Letter, "Dear", Finding.Upheld) { WithoutAdvice = true },
            "amira",
            Landlord.Rules,
            Wed16Apr
        );
        var waiting = Acknowledged().Then(Stored(written.Events));
        foreach (var happened in Sending.Decide(waiting, 6, Wed16Apr, Wed16Apr).Events)
        {
            waiting.Apply(new(waiting.Version + 1, happened, Noon, "post room", waiting.Letters[0].WrittenBy));
        }

        Assert.Equal(["amira"], Deciders.Of(waiting, 1));
    }

    private static Case Waiting() => Defined().Then(Stored(Acknowledge(Defined(), Unsent, Tue15Apr).Events));

    private static Decision<CannotAcknowledge> Acknowledge(
        Case acknowledged,
        AcknowledgementRequest request,
        DateOnly? today = null
    ) => Acknowledgement.Decide(acknowledged, request, Landlord.Rules, today ?? Wed23Apr);

    private static Case Sent(Case waiting, Decision<CannotSend> decision)
    {
        Assert.Null(decision.Refusal);
        return waiting.Then(decision.Events);
    }

    private static IEnumerable<CaseEvent> Stored(IEnumerable<CaseEvent> events) =>
        events.Select(happened => happened.WithWords(_ => Said));

    private static Core.Clocks.DutyClock Clock(Case clocked) =>
        CaseClocks.Of(clocked, Landlord.Rules, Wed23Apr).First(clock => clock.Duty == DutyName.Acknowledge);
}
