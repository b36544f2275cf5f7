using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class DecidersTests
{
    [Fact]
    public void Whoever_had_a_stage_when_it_was_answered_decided_it_also_once_it_has_passed_to_another()
    {
        var passedOn = Logged()
            .Then(
                "iris",
                new Assigned(Tue15Apr, 1, "ben"),
                new Responded(Wed16Apr, 1),
                new Assigned(Thu17Apr, 1, "cerys")
            );

        Assert.Equal(["ben", "iris"], Deciders.Of(passedOn, 1).Order());
    }

    [Fact]
    public void Whoever_decided_a_point_decided_a_part_of_the_stage_the_case_was_at()
    {
        var pointed = Answered().Then(new PointRaised(Tue15Apr, 1, Said)).Then("ben", Found());
        pointed.Then(new EscalationRequested(Thu17Apr, 1, "two-stages")).Then("cerys", Found());
        pointed.Then(new EscalationRefused(Thu17Apr, 1, Said)).Then("dele", Found());

        Assert.Equal(["amira", "ben", "dele"], Deciders.Of(pointed, 1).Order());
        Assert.Equal(["cerys"], Deciders.Of(pointed, 2));
    }

    [Fact]
    public void What_was_recorded_on_behalf_of_somebody_was_decided_by_them()
    {
        var logged = CaseOf(Received(Mon14Apr), new Logged(Mon14Apr));
        logged.Apply(new RecordedEvent(3, new Responded(Wed16Apr, 1), Noon, Who: "iris", OnBehalfOf: "ben"));

        Assert.Equal(["ben"], Deciders.Of(logged, 1));
    }

    private static PointDecided Found() => new(Wed16Apr, 1, Finding.Upheld, Said);
}
