using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class ExtensionTests
{
    private static readonly DateOnly Thu8May = new(2025, 5, 8);
    private static readonly DateOnly Fri9May = new(2025, 5, 9);

    private static readonly ExtensionRequest Extra = new(Thu8May, "The surveyor is ill")
    {
        ToldOn = Wed30Apr,
        InWriting = true,
        OmbudsmanDetails = true,
    };

    /// <summary>Acknowledged on Tuesday 15 April, so due ten working days later over Easter: Thursday 1 May.</summary>
    [Fact]
    public void An_extension_told_in_time_with_its_reason_moves_the_due_date()
    {
        Assert.Equal(Thu1May, AnswerClock(Acknowledged()).Due);

        var extended = Extend(Extra);

        Assert.Equal(Thu8May, AnswerClock(extended).Due);
        Assert.Equal(Verdict.InTimeExtended, AnswerClock(extended.Then(new Responded(Thu8May, 1))).Verdict);
    }

    [Fact]
    public void An_extension_without_a_reason_is_refused() =>
        Refused(CannotExtend.NoReason, Decide(Acknowledged(), Extra with { Reason = " " }));

    [Fact]
    public void An_extension_the_resident_was_not_told_of_is_recorded_and_moves_nothing()
    {
        var silent = Extend(Extra with { ToldOn = null });
        Assert.Equal((Thu8May, Thu1May), (silent.CurrentStage.PromisedBy, AnswerClock(silent).Due));

        var spoken = Extend(Extra with { InWriting = false });
        Assert.Equal((Thu8May, Thu1May), (spoken.CurrentStage.PromisedBy, AnswerClock(spoken).Due));
    }

    [Fact]
    public void Told_a_day_late_the_answer_is_late()
    {
        var extended = Acknowledged();
        extended.Then(Extension.Decide(extended, Extra with { ToldOn = Fri2May }, Landlord.Rules, Fri2May).Events);

        Assert.Equal(Verdict.Late, AnswerClock(extended.Then(new Responded(Thu8May, 1))).Verdict);
    }

    [Fact]
    public void A_second_extension_is_measured_from_the_date_then_in_force()
    {
        Refused(CannotExtend.NotLater, Decide(Extend(Extra), Extra));
        Assert.Null(Decide(Extend(Extra), Extra with { Until = Fri9May }).Refusal);
    }

    [Fact]
    public void The_new_date_is_later_than_the_one_in_force() =>
        Refused(CannotExtend.NotLater, Decide(Acknowledged(), Extra with { Until = Thu1May }));

    [Fact]
    public void Only_what_is_owed_can_be_given_more_time()
    {
        Refused(CannotExtend.CaseIsNotOpen, Decide(Answered(), Extra));

        var praise = CaseOf(Received(Mon14Apr, CaseKind.Compliment));
        Refused(CannotExtend.NothingIsDue, Decide(praise, Extra));
    }

    [Fact]
    public void The_resident_was_told_between_receipt_and_today()
    {
        Refused(CannotExtend.ToldInTheFuture, Decide(Acknowledged(), Extra with { ToldOn = Thu1May }));
        Refused(CannotExtend.ToldBeforeReceipt, Decide(Acknowledged(), Extra with { ToldOn = Fri11Apr }));
    }

    [Fact]
    public void A_holding_letter_is_recorded_with_the_day_it_promises()
    {
        var held = Acknowledged();
        held.Then(HoldingLetter.Decide(held, new(Wed30Apr, Thu8May, "We are still looking"), Wed30Apr).Events);

        Assert.Equal((Thu8May, Thu1May), (held.CurrentStage.PromisedBy, AnswerClock(held).Due));
    }

    [Fact]
    public void A_holding_letter_says_something_promises_a_later_day_and_was_sent_while_an_answer_was_owed()
    {
        HoldingLetterRequest letter = new(Wed30Apr, Thu8May, "We are still looking");

        Refused(CannotHold.CaseIsNotOpen, HoldingLetter.Decide(Answered(), letter, Wed30Apr));
        Refused(CannotHold.NoLetter, HoldingLetter.Decide(Logged(), letter with { Letter = null }, Wed30Apr));
        Refused(
            CannotHold.PromisesNoLaterDay,
            HoldingLetter.Decide(Logged(), letter with { Until = Wed30Apr }, Wed30Apr)
        );
        Refused(CannotHold.SentInTheFuture, HoldingLetter.Decide(Logged(), letter, today: Wed23Apr));
        Refused(
            CannotHold.SentBeforeReceipt,
            HoldingLetter.Decide(Logged(), letter with { SentOn = Fri11Apr }, Wed30Apr)
        );
    }

    private static Case Extend(ExtensionRequest request)
    {
        var extended = Acknowledged();
        return extended.Then(Decide(extended, request).Events);
    }

    private static Decision<CannotExtend> Decide(Case extended, ExtensionRequest request) =>
        Extension.Decide(extended, request, Landlord.Rules, today: Wed30Apr);

    private static DutyClock AnswerClock(Case clocked) =>
        CaseClocks.Of(clocked, Landlord.Rules, Fri9May).Single(clock => clock.Duty == DutyName.Respond);
}
