using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class AssignmentTests
{
    [Fact]
    public void A_case_changes_hands()
    {
        var logged = Logged();

        logged.Then(Assignment.Decide(logged, new("ben", "south"), Landlord.Rules, Tue15Apr).Events);

        Assert.Equal(("ben", "ben", "south"), (logged.Owner, logged.CurrentStage.Handler, logged.CurrentStage.Team));
    }

    [Fact]
    public void A_case_never_loses_its_owner() =>
        Refused(CannotAssign.NoHandler, Assignment.Decide(Logged(), new(" "), Landlord.Rules, Tue15Apr));

    [Fact]
    public void Nobody_is_given_what_they_have() =>
        Refused(CannotAssign.AlreadyTheirs, Assignment.Decide(Logged(), new("amira"), Landlord.Rules, Tue15Apr));

    [Fact]
    public void Stage_2_is_decided_by_nobody_who_decided_stage_1()
    {
        Refused(
            CannotAssign.DecidedAnEarlierStage,
            Assignment.Decide(Escalated(), new("amira"), Landlord.Rules, Thu17Apr)
        );
        Only<Assigned, CannotAssign>(Assignment.Decide(Escalated(), new("ben"), Landlord.Rules, Thu17Apr));
    }

    [Fact]
    public void Handing_stage_1_on_after_its_answer_does_not_make_who_decided_it_free_for_stage_2()
    {
        var handedOn = Answered()
            .Then(new Assigned(Wed16Apr, 1, "ben"), new EscalationRequested(Thu17Apr, 1, "two-stages"));

        Refused(
            CannotAssign.DecidedAnEarlierStage,
            Assignment.Decide(handedOn, new("amira"), Landlord.Rules, Thu17Apr)
        );
        Assert.Null(Assignment.Decide(handedOn, new("ben"), Landlord.Rules, Thu17Apr).Refusal);
    }

    [Fact]
    public void A_case_that_is_over_is_not_assigned() =>
        Refused(CannotAssign.CaseIsOver, Assignment.Decide(Withdrawn(), new("ben"), Landlord.Rules, Wed16Apr));
}
