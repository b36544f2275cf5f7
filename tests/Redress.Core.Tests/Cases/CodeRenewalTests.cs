using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class CodeRenewalTests
{
    [Fact]
    public void Whoever_complains_is_given_a_code()
    {
        var given = Only<AccessCodeGiven, CannotGiveCode>(CodeRenewal.Decide(Known(), "p1", Wed16Apr));

        Assert.Equal(new AccessCodeGiven(Wed16Apr, "p1"), given);
    }

    [Fact]
    public void Nobody_else_is()
    {
        Refused(CannotGiveCode.NotAComplainant, CodeRenewal.Decide(Known(), "p2", Wed16Apr));
        var anonymous = CaseOf(Histories.Received(Mon14Apr) with { Anonymous = true });
        Refused(CannotGiveCode.NotAComplainant, CodeRenewal.Decide(anonymous, anonymous.ComplainantId, Wed16Apr));
    }

    [Fact]
    public void Three_a_day_each_are_enough()
    {
        var known = Known().Then(new ComplainantJoined(Tue15Apr, "p2"));
        for (var i = 0; i < CodeRenewal.MostADay; i++)
        {
            known.Then(CodeRenewal.Decide(known, "p1", Tue15Apr).Events);
        }

        Refused(CannotGiveCode.TooOften, CodeRenewal.Decide(known, "p1", Tue15Apr));
        Assert.Null(CodeRenewal.Decide(known, "p2", Tue15Apr).Refusal);
        Assert.Null(CodeRenewal.Decide(known, "p1", Wed16Apr).Refusal);
    }

    private static Case Known() => ComplainantsTests.Defined();
}
