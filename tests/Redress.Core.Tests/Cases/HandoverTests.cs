using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class HandoverTests
{
    [Fact]
    public void Cases_are_shared_out_in_turn() =>
        Assert.Equal(["ben", "cerys", "ben"], To(Handed([Logged(), Logged(), Logged()], "ben", "cerys")));

    [Fact]
    public void Who_decided_an_earlier_stage_is_passed_over_and_the_turn_goes_on() =>
        Assert.Equal(["ben", "amira", "ben"], To(Handed([Escalated(), Theirs("cerys"), Escalated()], "amira", "ben")));

    [Fact]
    public void What_none_of_them_may_have_stays_and_hinders_no_other()
    {
        var handed = Handed([Escalated(), Withdrawn(), Theirs("ben")], "amira");

        Assert.Equal([null, null, "amira"], To(handed));
        Assert.Equal(
            [CannotAssign.DecidedAnEarlierStage, CannotAssign.CaseIsOver, null],
            handed.Select(one => one.Refusal)
        );
        Assert.Equal([0, 0, 1], handed.Select(one => one.Events.Count));
    }

    [Fact]
    public void A_team_stays_with_its_case()
    {
        var south = Logged().Then(new Assigned(Tue15Apr, 1, "amira", "south"));

        Assert.Equal(new Assigned(Thu17Apr, 1, "ben", "south"), Handed([south], "ben")[0].Events[0]);
    }

    private static Case Theirs(string handler) => Logged().Then(new Assigned(Tue15Apr, 1, handler));

    private static IReadOnlyList<HandedOver> Handed(IEnumerable<Case> cases, params string[] to) =>
        Handover.Decide(cases, to, Landlord.Rules, Thu17Apr);

    private static IEnumerable<string?> To(IEnumerable<HandedOver> handed) => handed.Select(one => one.To);
}
