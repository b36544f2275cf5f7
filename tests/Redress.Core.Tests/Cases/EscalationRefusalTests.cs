using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class EscalationRefusalTests
{
    [Fact]
    public void A_refused_case_goes_back_to_the_answer_it_had()
    {
        var escalated = Escalated();

        var refused = Only<EscalationRefused, CannotRefuseEscalation>(Decide(escalated, Wed23Apr));
        escalated.Then(refused);

        Assert.Equal((1, "It is with the insurer."), (refused.FromStage, refused.Reason.Text));
        Assert.Equal((CaseStatus.Answered, 1), (escalated.Status, escalated.Stage));
    }

    [Fact]
    public void Only_what_was_asked_for_can_be_refused()
    {
        Refused(CannotRefuseEscalation.NothingAskedFor, Decide(Acknowledged(), Wed23Apr));
        Refused(CannotRefuseEscalation.NothingAskedFor, Decide(Answered(), Wed23Apr));
        Refused(CannotRefuseEscalation.NothingAskedFor, Decide(Escalated().Then(new Responded(Wed23Apr, 2)), Wed23Apr));
    }

    [Fact]
    public void A_refusal_says_why() =>
        Refused(CannotRefuseEscalation.NoReason, Decide(Escalated(), Wed23Apr, reason: " "));

    [Fact]
    public void It_is_refused_after_it_was_asked_for_and_not_in_the_future()
    {
        Refused(CannotRefuseEscalation.BeforeTheRequest, Decide(Escalated(), Wed16Apr));
        Refused(CannotRefuseEscalation.InTheFuture, Decide(Escalated(), Thu1May));
    }

    private static Decision<CannotRefuseEscalation> Decide(
        Case refused,
        DateOnly on,
        string? reason = "It is with the insurer."
    ) => EscalationRefusal.Decide(refused, on, reason, today: Wed30Apr);
}
