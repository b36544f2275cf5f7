using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class AskingTests
{
    private static readonly AskRequest Photographs = new("Have you the photographs?", Wed30Apr, Of: "ben");

    [Fact]
    public void What_is_asked_is_numbered_and_says_of_whom_and_by_when()
    {
        var asking = Logged();

        asking.Then(Asking.Decide(asking, Photographs, Wed16Apr).Events);
        asking.Then(Asking.Decide(asking, new("When do you call?", Wed16Apr, Service: "Roofers"), Wed16Apr).Events);

        Assert.Equal(
            [(1, "ben", Wed30Apr, false), (2, null, Wed16Apr, true)],
            asking.Asks.Select(ask => (ask.Number, ask.Of, ask.AnswerBy, ask.Service is not null))
        );
        Assert.All(asking.Asks, ask => Assert.Null(ask.SettledOn));
    }

    [Fact]
    public void It_is_asked_of_one_and_of_one_only_while_the_case_goes_on()
    {
        Refused(CannotAsk.NobodyAsked, Asking.Decide(Logged(), Photographs with { Of = " " }, Wed16Apr));
        Refused(CannotAsk.TwoAsked, Asking.Decide(Logged(), Photographs with { Service = "Roofers" }, Wed16Apr));
        Refused(CannotAsk.NothingAsked, Asking.Decide(Logged(), Photographs with { What = " " }, Wed16Apr));
        Refused(CannotAsk.WantedInThePast, Asking.Decide(Logged(), Photographs with { AnswerBy = Tue15Apr }, Wed16Apr));
        Refused(CannotAsk.CaseIsOver, Asking.Decide(Answered().Then(new Closed(Wed16Apr)), Photographs, Wed16Apr));
    }

    [Fact]
    public void It_is_answered_or_given_up_once_and_says_how()
    {
        var asking = Logged();
        asking.Then(Asking.Decide(asking, Photographs, Wed16Apr).Events);
        asking.Then(Asking.Decide(asking, Photographs, Wed16Apr).Events);
        Refused(CannotSettleAsk.NoSuchAsk, Asking.Answer(asking, 3, "Yes", Thu17Apr));
        Refused(CannotSettleAsk.NoSuchAsk, Asking.GiveUp(asking, 0, "Too late", Thu17Apr));
        Refused(CannotSettleAsk.NothingSaid, Asking.Answer(asking, 1, " ", Thu17Apr));

        asking.Then(Asking.Answer(asking, 1, "Yes", Thu17Apr).Events);
        asking.Then(Asking.GiveUp(asking, 2, "Too late", Thu17Apr).Events);

        Assert.All(asking.Asks, ask => Assert.Equal(Thu17Apr, ask.SettledOn));
        Assert.True(asking.Asks[0] is { Answer: not null, GivenUpBecause: null });
        Assert.True(asking.Asks[1] is { Answer: null, GivenUpBecause: not null });
        Refused(CannotSettleAsk.AlreadySettled, Asking.GiveUp(asking, 1, "Too late", Thu17Apr));
        Refused(CannotSettleAsk.AlreadySettled, Asking.Answer(asking, 2, "Yes", Thu17Apr));
    }

    [Fact]
    public void Asking_stops_no_clock()
    {
        var (waits, goesOn) = (Logged(), Logged());

        waits.Then(Asking.Decide(waits, Photographs, Wed16Apr).Events);

        Assert.Equal(
            CaseClocks.Of(goesOn, Landlord.Rules, Thu1May).Select(clock => (clock.Duty, clock.Due, clock.Verdict)),
            CaseClocks.Of(waits, Landlord.Rules, Thu1May).Select(clock => (clock.Duty, clock.Due, clock.Verdict))
        );
    }
}
