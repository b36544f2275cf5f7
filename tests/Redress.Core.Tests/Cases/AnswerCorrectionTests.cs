using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class AnswerCorrectionTests
{
    private static readonly AnswerCorrectionRequest Letter = new(
        Thu17Apr,
        Channel.Letter,
        "A wrong sum.",
        "It is £50."
    );

    [Fact]
    public void A_correction_is_no_second_answer()
    {
        var answered = Answered();
        answered.Then(Only<AnswerCorrected, CannotCorrectAnswer>(Decide(answered, Letter)));

        Assert.Equal((Wed16Apr, Finding.NotUpheld), (answered.CurrentStage.RespondedOn, answered.CurrentStage.Outcome));
        Assert.Single(answered.History, recorded => recorded.Event is Responded);
        Assert.Null(Decide(answered.Then(new Closed(Thu17Apr)), Letter).Refusal);
    }

    [Fact]
    public void It_belongs_to_the_answer_sent_last_and_to_nobody_who_decided_a_stage_before_that()
    {
        Assert.Equal(1, Only<AnswerCorrected, CannotCorrectAnswer>(Decide(Escalated(), Letter)).Stage);

        var second = Escalated().Then("ben", new Assigned(Thu17Apr, 2, "ben"), new Responded(Wed23Apr, 2));
        var later = Letter with { SentOn = Wed23Apr };
        Refused(CannotCorrectAnswer.DecidedAnEarlierStage, Decide(second, later));
        Assert.Null(AnswerCorrection.Decide(second, later, "ben", Landlord.Rules, Wed23Apr).Refusal);
    }

    [Fact]
    public void It_is_a_letter_sent_since_the_answer_that_says_what_was_wrong()
    {
        Refused(CannotCorrectAnswer.NotAnswered, Decide(Acknowledged(), Letter));
        Refused(CannotCorrectAnswer.NoReason, Decide(Answered(), Letter with { Reason = "" }));
        Refused(CannotCorrectAnswer.NoLetter, Decide(Answered(), Letter with { Letter = "" }));
        Refused(CannotCorrectAnswer.NotInWriting, Decide(Answered(), Letter with { Channel = Channel.Phone }));
        Refused(CannotCorrectAnswer.SentInTheFuture, Decide(Answered(), Letter with { SentOn = Wed30Apr }));
        Refused(CannotCorrectAnswer.SentBeforeTheAnswer, Decide(Answered(), Letter with { SentOn = Tue15Apr }));
    }

    [Fact]
    public void A_letter_that_waits_corrects_nothing_until_it_leaves()
    {
        var waiting = Answered().Then(Stored(Decide(Answered(), Letter with { SentOn = null })));
        var number = waiting.Letters[0].Number;
        Assert.Equal(MessageKind.AnswerCorrection, waiting.Letters[0].Kind);
        Assert.DoesNotContain(waiting.History, recorded => recorded.Event is AnswerCorrected);
        Refused(CannotCorrectAnswer.LetterIsWaiting, Decide(waiting, Letter));

        // Also once the case is closed, and by whoever posts it.
        waiting.Then(new Closed(Wed23Apr));
        waiting.Then(Sending.Decide(waiting, number, Landlord.Rules, Wed30Apr, Wed30Apr).Events);
        var corrected = Assert.IsType<AnswerCorrected>(waiting.History[^2].Event);
        Assert.Equal(
            (Wed30Apr, 1, Channel.Letter, Said, Said),
            (corrected.On, corrected.Stage, corrected.Channel, corrected.Letter, corrected.Reason)
        );
        Assert.Equal(Wed16Apr, waiting.CurrentStage.RespondedOn);
    }

    [Fact]
    public void A_letter_does_not_go_about_an_answer_that_another_has_followed()
    {
        var waiting = Answered().Then(Stored(Decide(Answered(), Letter with { SentOn = null })));
        var number = waiting.Letters[0].Number;

        waiting.Then("ben", new EscalationRequested(Wed23Apr, 1, "two-stages"), new Assigned(Wed23Apr, 2, "ben"));
        Assert.Null(Sending.Decide(waiting, number, Landlord.Rules, Wed23Apr, Wed23Apr).Refusal);
        waiting.Then("ben", new Responded(Wed30Apr, 2));
        Refused(CannotSend.CaseMovedOn, Sending.Decide(waiting, number, Landlord.Rules, Wed30Apr, Wed30Apr));
    }

    private static CaseEvent[] Stored(Decision<CannotCorrectAnswer> decision) =>
        [.. decision.Events.Select(happened => happened.WithWords(_ => Said))];

    private static Decision<CannotCorrectAnswer> Decide(Case answered, AnswerCorrectionRequest request) =>
        AnswerCorrection.Decide(answered, request, "amira", Landlord.Rules, Wed23Apr);
}
