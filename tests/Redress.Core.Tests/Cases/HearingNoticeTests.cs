using Redress.Core.Cases;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class HearingNoticeTests
{
    private static readonly Rules Halton = new(ShippedProcedures.All, ["halton-2011"], [Landlord.Calendar]);

    private static readonly HearingNoticeRequest Notice = new(
        Wed23Apr,
        Channel.Letter,
        new DateOnly(2025, 5, 14),
        "We meet at ten, at the library."
    );

    [Fact]
    public void A_notice_says_when_the_hearing_is_and_in_what_words()
    {
        var given = Only<HearingNotified, CannotGiveHearingNotice>(Decide(AtStage2(), Notice));

        Assert.Equal(
            (Wed23Apr, 2, Notice.HearingOn, Channel.Letter, Notice.Letter),
            (given.On, given.Stage, given.HearingOn, given.Channel, given.Letter?.Text)
        );
    }

    [Fact]
    public void A_stage_without_a_hearing_takes_no_notice_of_one()
    {
        var first = CaseOf(Received(Mon14Apr) with { ProcedureId = "halton-2011" });
        Refused(CannotGiveHearingNotice.NoHearing, Decide(first, Notice));
        Refused(CannotGiveHearingNotice.NoHearing, HearingNotice.Decide(Escalated(), Notice, Landlord.Rules, Wed23Apr));
    }

    [Fact]
    public void It_is_in_writing_sent_while_the_stage_is_open_and_before_the_hearing()
    {
        Refused(CannotGiveHearingNotice.NotInWriting, Decide(AtStage2(), Notice with { Channel = Channel.Phone }));
        Refused(CannotGiveHearingNotice.NoLetter, Decide(AtStage2(), Notice with { Letter = " " }));
        Refused(
            CannotGiveHearingNotice.HearingNotAfterNotice,
            Decide(AtStage2(), Notice with { HearingOn = Wed23Apr })
        );
        Refused(CannotGiveHearingNotice.SentInTheFuture, Decide(AtStage2(), Notice with { SentOn = Wed30Apr }));
        Refused(CannotGiveHearingNotice.SentBeforeTheRequest, Decide(AtStage2(), Notice with { SentOn = Wed16Apr }));
        var answered = AtStage2().Then(new Responded(Wed23Apr, 2));
        Refused(CannotGiveHearingNotice.CaseIsNotOpen, Decide(answered, Notice));
    }

    [Fact]
    public void Notice_is_given_on_the_day_its_letter_leaves_and_not_once_the_hearing_is_past()
    {
        var written = Decide(AtStage2(), Notice with { SentOn = null }).Events.Select(e => e.WithWords(_ => Said));
        var waiting = AtStage2().Then([.. written]);
        var number = waiting.Letters[0].Number;
        Assert.Equal(MessageKind.HearingNotice, waiting.Letters[0].Kind);
        Assert.Null(Clock(waiting).Met);
        Refused(CannotGiveHearingNotice.LetterIsWaiting, Decide(waiting, Notice));
        Refused(
            CannotGiveHearingNotice.HearingNotAfterNotice,
            Decide(AtStage2(), Notice with { SentOn = null, HearingOn = Wed23Apr })
        );

        Assert.Null(
            Sending.Decide(waiting, number, Landlord.Rules, Notice.HearingOn.AddDays(-1), Notice.HearingOn).Refusal
        );
        Refused(
            CannotSend.CaseMovedOn,
            Sending.Decide(waiting, number, Landlord.Rules, Notice.HearingOn, Notice.HearingOn)
        );
        Refused(
            CannotSend.CaseMovedOn,
            Sending.Reroute(waiting, number, Channel.Email, Landlord.Rules, Notice.HearingOn)
        );
        waiting.Then(Sending.Decide(waiting, number, Landlord.Rules, Wed30Apr, Wed30Apr).Events);

        var given = Assert.IsType<HearingNotified>(waiting.History[^2].Event);
        Assert.Equal(
            (Wed30Apr, 2, Notice.HearingOn, Channel.Letter, Said),
            (given.On, given.Stage, given.HearingOn, given.Channel, given.Letter)
        );
        Assert.Equal(Wed30Apr, Clock(waiting).Met);
    }

    private static Core.Clocks.DutyClock Clock(Case clocked) =>
        CaseClocks.Of(clocked, Halton, Wed30Apr).First(clock => clock.Duty == DutyName.HearingNotice);

    private static Case AtStage2() =>
        CaseOf(
            Received(Mon14Apr) with
            {
                ProcedureId = "halton-2011",
            },
            new Responded(Wed16Apr, 1),
            new EscalationRequested(Thu17Apr, 1, "halton-2011")
        );

    private static Decision<CannotGiveHearingNotice> Decide(Case heard, HearingNoticeRequest request) =>
        HearingNotice.Decide(heard, request, Halton, Wed23Apr);
}
