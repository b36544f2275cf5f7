using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class ReopeningTests
{
    [Fact]
    public void A_case_closed_by_mistake_is_where_it_was_and_its_verdicts_stay()
    {
        var closed = Answered().Then(new Closed(Thu17Apr));
        var before = CaseClocks.Of(closed, Landlord.Rules, Wed23Apr).Select(clock => clock.Verdict).ToList();

        closed.Then(Only<Reopened, CannotReopen>(Decide(closed, Wed23Apr)));

        Assert.Equal((CaseStatus.Answered, null), (closed.Status, closed.ClosedOn));
        Assert.Equal(before, CaseClocks.Of(closed, Landlord.Rules, Wed23Apr).Select(clock => clock.Verdict));
    }

    [Fact]
    public void One_that_was_withdrawn_is_withdrawn_again()
    {
        var closed = Withdrawn().Then(new Closed(Thu17Apr));

        closed.Then(Decide(closed, Wed23Apr).Events);

        Assert.Equal(CaseStatus.Withdrawn, closed.Status);
    }

    [Fact]
    public void Where_nobody_has_it_whoever_opens_it_again_does()
    {
        var imported = CaseOf(Received(Mon14Apr), new Responded(Wed16Apr, 1), new Closed(Thu17Apr));

        imported.Then(Decide(imported, Wed23Apr).Events);

        Assert.Equal((CaseStatus.Answered, "lena"), (imported.Status, imported.Owner));
    }

    [Fact]
    public void Nobody_who_may_have_no_part_in_its_stage_has_it_because_they_open_it_again()
    {
        var closed = Answered()
            .Then(new SubjectNamed(Wed16Apr, "amira", Words.Of("Her friend.")), new Closed(Thu17Apr));

        closed.Then(new SubjectNamed(Thu17Apr, "lena", Words.Of("And lena's."))).Then(Decide(closed, Wed23Apr).Events);

        Assert.Equal((CaseStatus.Answered, null), (closed.Status, closed.Owner));
    }

    [Fact]
    public void It_needs_a_closed_case_a_reason_and_a_day_since()
    {
        var closed = Answered().Then(new Closed(Thu17Apr));

        Refused(CannotReopen.NotClosed, Decide(Answered(), Wed23Apr));
        Refused(CannotReopen.NoReason, Reopening.Decide(closed, Wed23Apr, " ", "lena", Landlord.Rules, Wed23Apr));
        Refused(CannotReopen.InTheFuture, Decide(closed, Wed30Apr));
        Refused(CannotReopen.BeforeTheClosure, Decide(closed, Wed16Apr));
    }

    private static Decision<CannotReopen> Decide(Case closed, DateOnly on) =>
        Reopening.Decide(closed, on, "It was the wrong case.", "lena", Landlord.Rules, Wed23Apr);
}
