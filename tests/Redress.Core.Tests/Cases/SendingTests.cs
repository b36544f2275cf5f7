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
        var sent = Sent(Waiting(), Sending.Decide(Waiting(), 5, Landlord.Rules, Thu17Apr, today: Wed23Apr));

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

        var sent = Sent(waiting, Sending.Decide(waiting, 6, Landlord.Rules, Thu17Apr, today: Thu17Apr));
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

        var sent = Sent(waiting, Sending.Decide(waiting, 5, Landlord.Rules, Wed16Apr, today: Wed16Apr));
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
        Refused(CannotSend.CaseMovedOn, Sending.Decide(withdrawn, 5, Landlord.Rules, Wed16Apr, Wed16Apr));
        Refused(CannotSend.CaseMovedOn, Sending.Reroute(withdrawn, 5, Channel.Letter, Landlord.Rules, Wed16Apr));

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
        Assert.Null(Sending.Decide(answered, 8, Landlord.Rules, Wed16Apr, Wed16Apr).Refusal);
        var changed = answered.Then(new PointDecided(Wed16Apr, 1, Finding.NotUpheld, Said));
        Refused(CannotSend.CaseMovedOn, Sending.Decide(changed, 8, Landlord.Rules, Wed16Apr, Wed16Apr));
    }

    [Fact]
    public void A_letter_that_went_before_the_case_was_seen_to_have_moved_on_is_gone_and_makes_nothing_true()
    {
        var withdrawn = Waiting().Then(new Withdrawn(Wed16Apr));

        var gone = Sent(withdrawn, Sending.Left(withdrawn, 5, Landlord.Rules, Wed16Apr, Wed16Apr));

        Assert.Null(gone.CurrentStage.AcknowledgedOn);
        Assert.Equal(MessageState.Sent, Messages.Of(gone).Single(message => message.Number == 5).State);
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("answered")]
    [InlineData("a point decided anew")]
    [InlineData("a point added")]
    [InlineData("the next stage")]
    public void What_makes_a_letter_untrue_marks_it_at_once(string moved)
    {
        CaseEvent happened = moved switch
        {
            "withdrawn" => new Withdrawn(Wed16Apr),
            "answered" => new Responded(Wed16Apr, 1),
            "a point decided anew" => new PointDecided(Wed16Apr, 1, Finding.NotUpheld, Said),
            "a point added" => new PointRaised(Wed16Apr, 2, Said),
            _ => new EscalationRequested(Wed16Apr, 1, "two-stages"),
        };
        var waiting = Answering();
        Assert.Empty(Sending.MovedOn(waiting, Landlord.Rules, Tue15Apr));

        var follows = Sending.MovedOn(waiting.ThenKnown(happened), Landlord.Rules, Wed16Apr);

        Assert.Equal([new LetterFailed(Wed16Apr, 8, LetterFailure.CaseMovedOn)], follows);
        Assert.Empty(Sending.MovedOn(waiting.ThenKnown(follows), Landlord.Rules, Wed16Apr));
    }

    [Fact]
    public void An_acknowledgement_is_untrue_once_the_complaint_is_defined_anew()
    {
        var waiting = Waiting();
        Assert.Empty(Sending.MovedOn(waiting, Landlord.Rules, Tue15Apr));

        waiting.ThenKnown(new Defined(Wed16Apr, Said, Said));

        Assert.Single(Sending.MovedOn(waiting, Landlord.Rules, Wed16Apr));
    }

    [Fact]
    public void What_is_known_late_of_the_first_stage_does_not_undo_what_the_second_found()
    {
        var found = Escalated().ThenKnown(new Responded(Wed23Apr, 2, Finding.Upheld));

        found.ThenKnown(new Responded(Wed16Apr, 1, Finding.NotUpheld));

        Assert.Equal(Finding.Upheld, found.Outcome);
    }

    [Fact]
    public void Once_untrue_a_letter_stays_so_whatever_else_becomes_of_it_until_it_is_sent_another_way()
    {
        var moved = Answering().ThenKnown(new Withdrawn(Wed16Apr));
        moved.ThenKnown(Sending.MovedOn(moved, Landlord.Rules, Wed16Apr));
        moved.ThenKnown(Sending.Fail(moved, 8, LetterFailure.AddressRefused, null, Wed16Apr).Events);
        Assert.True(moved.Letters[0].IsOutOfDate);

        moved.ThenKnown(new Closed(Wed16Apr), new Reinstated(Wed16Apr, Said));
        moved.ThenKnown(Sending.Reroute(moved, 8, Channel.Letter, Landlord.Rules, Wed16Apr).Events);
        Assert.Null(moved.Letters[0].Failure);
    }

    [Fact]
    public void Paper_that_left_before_the_case_moved_on_counts_from_that_day()
    {
        var moved = Answering().ThenKnown(new PointDecided(Thu17Apr, 1, Finding.NotUpheld, Said));
        Refused(CannotSend.CaseMovedOn, Sending.Decide(moved, 8, Landlord.Rules, Thu17Apr, today: Wed23Apr));

        moved.ThenKnown(Sending.Posted(moved, 8, Landlord.Rules, Wed16Apr, today: Wed23Apr).Events);

        Assert.Equal((CaseStatus.Answered, Wed16Apr), (moved.Status, moved.CurrentStage.RespondedOn));
        Assert.Equal(new LetterSent(Wed16Apr, 8, Made: 10), moved.History[^1].Event);
    }

    [Fact]
    public void Paper_that_left_once_the_case_had_moved_on_is_gone_and_makes_nothing_true()
    {
        var moved = Answering().ThenKnown(new PointDecided(Thu17Apr, 1, Finding.NotUpheld, Said));

        moved.ThenKnown(Sending.Posted(moved, 8, Landlord.Rules, Thu17Apr, today: Wed23Apr).Events);

        Assert.Equal((CaseStatus.Open, 0), (moved.Status, moved.Letters.Count));
        Assert.Equal(new LetterSent(Thu17Apr, 8), moved.History[^1].Event);
        Refused(CannotSend.NotWaiting, Sending.Posted(moved, 8, Landlord.Rules, Thu17Apr, Wed23Apr));
    }

    [Fact]
    public void A_refusal_that_left_does_not_undo_what_the_case_has_come_to_since()
    {
        var refused = Logged().ThenKnown(new RefusalProposed(Tue15Apr, 1, "legal_proceedings", Said, Said));
        refused.ThenKnown(Refusal.Agree(refused, new(null, Channel.Letter), "ben", Landlord.Rules, Tue15Apr).Events);
        refused.ThenKnown(new Withdrawn(Thu17Apr));

        refused.ThenKnown(Sending.Posted(refused, 5, Landlord.Rules, Wed16Apr, Thu17Apr).Events);

        Assert.Equal((CaseStatus.Withdrawn, 0), (refused.Status, refused.Letters.Count));
    }

    [Fact]
    public void More_time_is_not_told_once_the_old_date_has_passed_unless_it_was_written_after_it()
    {
        var due = CaseClocks
            .Of(Acknowledged(), Landlord.Rules, Wed16Apr)
            .Last(c => c.Duty == DutyName.Respond)
            .Due!.Value;
        var early = Extending(Wed16Apr, until: due.AddDays(9));
        Assert.Null(Sending.Decide(early, 6, Landlord.Rules, due, due).Refusal);
        Refused(CannotSend.CaseMovedOn, Sending.Decide(early, 6, Landlord.Rules, due.AddDays(1), due.AddDays(1)));
        Assert.Single(Sending.MovedOn(early, Landlord.Rules, due.AddDays(1)));

        var late = Extending(due.AddDays(1), until: due.AddDays(9));
        Assert.Null(Sending.Decide(late, 6, Landlord.Rules, due.AddDays(9), due.AddDays(9)).Refusal);
        Refused(CannotSend.CaseMovedOn, Sending.Decide(late, 6, Landlord.Rules, due.AddDays(10), due.AddDays(10)));
    }

    [Fact]
    public void A_holding_letter_does_not_leave_after_the_day_it_promises()
    {
        var held = HoldingLetter.Decide(Acknowledged(), new(null, Thu17Apr, "Dear", Channel.Letter), Tue15Apr);
        var waiting = Acknowledged().ThenKnown(Stored(held.Events));
        Assert.Null(Sending.Decide(waiting, 6, Landlord.Rules, Thu17Apr, Thu17Apr).Refusal);
        Refused(CannotSend.CaseMovedOn, Sending.Decide(waiting, 6, Landlord.Rules, Wed23Apr, Wed23Apr));
    }

    [Fact]
    public void It_leaves_between_the_day_it_was_written_and_today_and_once()
    {
        Refused(CannotSend.SentInTheFuture, Sending.Decide(Waiting(), 5, Landlord.Rules, Thu17Apr, Wed16Apr));
        Refused(CannotSend.SentBeforeItWasWritten, Sending.Decide(Waiting(), 5, Landlord.Rules, Mon14Apr, Wed16Apr));
        Refused(CannotSend.NotWaiting, Sending.Decide(Waiting(), 4, Landlord.Rules, Wed16Apr, Wed16Apr));
        var sent = Sent(Waiting(), Sending.Decide(Waiting(), 5, Landlord.Rules, Wed16Apr, Wed16Apr));
        Refused(CannotSend.NotWaiting, Sending.Decide(sent, 5, Landlord.Rules, Wed16Apr, Wed16Apr));
        Refused(CannotSend.NotWaiting, Sending.Left(sent, 5, Landlord.Rules, Wed16Apr, Wed16Apr));
        Refused(CannotSend.NotWaiting, Sending.Fail(sent, 5, LetterFailure.AddressRefused, "No", Wed16Apr));
        Refused(CannotSend.NotWaiting, Sending.Reroute(sent, 5, Channel.Email, Landlord.Rules, Wed16Apr));
        Refused(CannotSend.NotWaiting, Sending.Cancel(sent, 5, "Not wanted", Wed16Apr));
        Refused(CannotSend.NoReason, Sending.Cancel(Waiting(), 5, " ", Wed16Apr));
    }

    [Fact]
    public void What_could_not_be_mailed_is_posted()
    {
        var failed = Waiting().Then(new LetterFailed(Wed16Apr, 5, LetterFailure.AddressRefused, Said));
        Assert.Equal(LetterFailure.AddressRefused, failed.Letters[0].Failure);

        var rerouted = Sent(failed, Sending.Reroute(failed, 5, Channel.Letter, Landlord.Rules, Wed16Apr));
        Assert.Equal((Channel.Letter, null), (rerouted.Letters[0].Channel, rerouted.Letters[0].Failure));

        var sent = Sent(rerouted, Sending.Decide(rerouted, 5, Landlord.Rules, Thu17Apr, Thu17Apr));
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
            Only<LetterSent, CannotSend>(Sending.Decide(waiting, 5, Landlord.Rules, Wed16Apr, Wed16Apr))
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
        foreach (var happened in Sending.Decide(waiting, 6, Landlord.Rules, Wed16Apr, Wed16Apr).Events)
        {
            waiting.Apply(new(waiting.Version + 1, happened, Noon, "post room", waiting.Letters[0].WrittenBy));
        }

        Assert.Equal(["amira"], Deciders.Of(waiting, 1));
    }

    /// <summary>The answer to its one point is written on Tuesday and waits, as the eighth thing that happened.</summary>
    private static Case Answering()
    {
        var decided = Acknowledged()
            .ThenKnown(new PointRaised(Tue15Apr, 1, Said), new PointDecided(Tue15Apr, 1, Finding.Upheld, Said));
        var answer = new ResponseRequest(null, Channel.Letter, "Dear", Finding.Upheld) { WithoutAdvice = true };
        return decided.ThenKnown(Stored(Response.Decide(decided, answer, "amira", Landlord.Rules, Tue15Apr).Events));
    }

    /// <summary>That more time is needed is written on a day and waits, as the sixth thing that happened.</summary>
    private static Case Extending(DateOnly written, DateOnly until)
    {
        var request = new ExtensionRequest(until, "The survey is late") { LeavesBy = Channel.Letter, Letter = "Dear" };
        return Acknowledged()
            .ThenKnown(Stored(Extension.Decide(Acknowledged(), request, Landlord.Rules, written).Events));
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
