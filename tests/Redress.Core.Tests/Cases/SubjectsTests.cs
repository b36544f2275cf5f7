using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class SubjectsTests
{
    [Fact]
    public void Whoever_is_named_has_no_part_in_it_from_then_on()
    {
        var about = ComplainantsTests.Defined().Then(new Assigned(Tue15Apr, 1, "ben", "repairs"));

        about.Then(Only<SubjectNamed, CannotNameSubject>(Subjects.Name(about, "ben", "He shouted at her.", Tue15Apr)));

        Assert.True(about.IsAbout("ben"));
        Assert.Equal((null, null, null), (about.Owner, about.CurrentStage.Handler, about.CurrentStage.Team));
        Refused(CannotAssign.SubjectOfTheComplaint, Assignment.Decide(about, new("ben"), Landlord.Rules, Wed16Apr));
        Refused(CannotAsk.SubjectOfTheComplaint, Asking.Decide(about, new("Did you?", Thu1May, Of: "ben"), Wed16Apr));
        Assert.Null(Assignment.Decide(about, new("amira"), Landlord.Rules, Wed16Apr).Refusal);
    }

    [Fact]
    public void Of_somebody_else_the_stage_stays_theirs()
    {
        var about = ComplainantsTests.Defined().Then(new Assigned(Tue15Apr, 1, "amira"));

        about.Then(new SubjectNamed(Tue15Apr, "ben", Words.Of("He shouted.")));

        Assert.Equal(("amira", "amira"), (about.Owner, about.CurrentStage.Handler));
    }

    [Fact]
    public void A_refused_next_stage_gives_the_one_before_back_to_nobody_it_is_about_or_who_does_not_see_it()
    {
        var about = Escalated();
        about.Then(new Assigned(Thu17Apr, 2, "ben"), new SubjectNamed(Thu17Apr, "amira", Words.Of("Her friend.")));
        var refused = new EscalationRefused(Thu1May, 1, Said);

        Assert.Null(about.Then(refused).CurrentStage.Handler);

        var closed = Escalated().Then(new Assigned(Thu17Apr, 2, "ben"));
        closed.Then("cora", Sealing.Begin(closed, "lena", "Her husband", "cora", Thu17Apr).Events);
        Assert.Null(closed.Then(refused).CurrentStage.Handler);
    }

    [Fact]
    public void A_second_person_agrees_and_nobody_else()
    {
        var about = Named();

        Refused(CannotDecideSubject.NeedsASecondPerson, Subjects.Confirm(about, "ben", by: "amira", Wed16Apr));
        Refused(CannotDecideSubject.NotNamed, Subjects.Confirm(about, "cora", by: "lena", Wed16Apr));
        about.Then(Only<SubjectConfirmed, CannotDecideSubject>(Subjects.Confirm(about, "ben", "lena", Wed16Apr)));

        Assert.Equal(new Subject("ben", "amira", Wed16Apr), Assert.Single(about.Subjects));
        Refused(CannotDecideSubject.AlreadyConfirmed, Subjects.Confirm(about, "ben", by: "lena", Wed16Apr));
    }

    [Fact]
    public void It_is_taken_back_with_a_reason_before_and_after_a_second_person_agreed()
    {
        var about = Named();
        Refused(CannotDecideSubject.NoReason, Subjects.Clear(about, "ben", " ", Wed16Apr));
        Refused(CannotDecideSubject.NotNamed, Subjects.Clear(about, "cora", "Not her", Wed16Apr));
        about.Then(Only<SubjectCleared, CannotDecideSubject>(Subjects.Clear(about, "ben", "Another Ben", Wed16Apr)));

        Assert.Empty(about.Subjects);
        Assert.Null(Assignment.Decide(about, new("ben"), Landlord.Rules, Wed16Apr).Refusal);
    }

    [Fact]
    public void Somebody_is_named_with_a_reason_and_once()
    {
        var about = Named();

        Refused(CannotNameSubject.NobodyNamed, Subjects.Name(about, null, "She said so", Wed16Apr));
        Refused(CannotNameSubject.AlreadyNamed, Subjects.Name(about, "ben", "She said so", Wed16Apr));
        Refused(CannotNameSubject.NoReason, Subjects.Name(about, "cora", "", Wed16Apr));
    }

    private static Case Named() =>
        ComplainantsTests.Defined().Then(new SubjectNamed(Tue15Apr, "ben", Words.Of("He shouted at her.")));
}
