using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

/// <summary>A sealed case exists for those named alone (rule D12).</summary>
public class SealingTests
{
    [Fact]
    public void Whoever_seals_it_the_second_person_and_whoever_has_it_see_it_and_nobody_else()
    {
        var logged = Logged();

        logged.Then(Sealing.Begin(logged, "lena", "Her husband works here.", by: "cora", Tue15Apr).Events);

        Assert.Equal(["cora", "lena", "amira"], logged.Readers.Select(reader => reader.Person));
        Assert.True(logged.IsOpenTo("lena", Thu1May));
        Assert.False(logged.IsOpenTo("ben", Tue15Apr));
        Refused(CannotSeal.AlreadySealed, Sealing.Begin(logged, "lena", "Again", "cora", Tue15Apr));
    }

    [Fact]
    public void It_needs_a_second_person_whom_it_is_not_about_and_a_reason()
    {
        var about = Logged().Then(new SubjectNamed(Mon14Apr, "ben", Words.Of("He shouted.")));

        Refused(CannotSeal.NobodyNamed, Sealing.Begin(about, " ", "Why", "cora", Tue15Apr));
        Refused(CannotSeal.NeedsASecondPerson, Sealing.Begin(about, "cora", "Why", "cora", Tue15Apr));
        Refused(CannotSeal.SubjectOfTheComplaint, Sealing.Begin(about, "ben", "Why", "cora", Tue15Apr));
        Refused(CannotSeal.NoReason, Sealing.Begin(about, "lena", " ", "cora", Tue15Apr));
    }

    [Fact]
    public void Somebody_is_let_in_until_a_day_and_that_day_is_the_last()
    {
        var about = Sealed();

        about.Then(Sealing.Admit(about, "ada", "The yearly audit", Wed16Apr, Tue15Apr).Events);

        Assert.True(about.IsOpenTo("ada", Wed16Apr));
        Assert.False(about.IsOpenTo("ada", Thu17Apr));
        Refused(CannotAssign.NotAReader, Assignment.Decide(about, new("ada"), Landlord.Rules, Tue15Apr));
        Refused(CannotAsk.NotAReader, Asking.Decide(about, new("Did you?", Thu17Apr, Of: "ada"), Tue15Apr));
        Assert.Null(Asking.Decide(about, new("Did you?", Wed16Apr, Of: "ada"), Tue15Apr).Refusal);
        Refused(CannotChangeReaders.InThePast, Sealing.Admit(about, "ben", "Why", Mon14Apr, Tue15Apr));
        Refused(CannotChangeReaders.NoReason, Sealing.Admit(about, "ben", "", null, Tue15Apr));
        Refused(CannotChangeReaders.NobodyNamed, Sealing.Admit(about, "", "Why", null, Tue15Apr));
        Refused(CannotChangeReaders.NotSealed, Sealing.Admit(Logged(), "ben", "Why", null, Tue15Apr));
    }

    [Fact]
    public void Two_always_see_it_for_good_and_whoever_has_it_among_them()
    {
        var about = Sealed();

        Refused(CannotChangeReaders.HasTheCase, Sealing.Remove(about, "amira", "Gone", Tue15Apr));
        Refused(CannotChangeReaders.HasTheCase, Sealing.Admit(about, "amira", "Until then", Thu1May, Tue15Apr));
        Refused(CannotChangeReaders.NotAReader, Sealing.Remove(about, "ben", "Gone", Tue15Apr));
        about.Then(Sealing.Remove(about, "cora", "Left us", Tue15Apr).Events);
        Refused(CannotChangeReaders.FewerThanTwo, Sealing.Remove(about, "lena", "Gone", Tue15Apr));
        Refused(CannotChangeReaders.FewerThanTwo, Sealing.Admit(about, "lena", "Until then", Thu1May, Tue15Apr));
        about.Then(Sealing.Admit(about, "ben", "Instead of Cora", null, Tue15Apr).Events);
        Assert.Null(Assignment.Decide(about, new("ben"), Landlord.Rules, Tue15Apr).Refusal);
    }

    [Fact]
    public void A_second_person_agrees_or_opens_it_alone()
    {
        var about = Sealed();

        Refused(CannotDecideSeal.NeedsASecondPerson, Sealing.Agree(about, "cora", Tue15Apr));
        Refused(CannotDecideSeal.NoReason, Sealing.Lift(about, "", "lena", Tue15Apr));
        Assert.Equal(typeof(SealLiftAsked), Only(Sealing.Lift(about, "No need", "cora", Tue15Apr)));
        Assert.Equal(typeof(SealLifted), Only(Sealing.Lift(about, "No need", "lena", Tue15Apr)));
        about.Then(Sealing.Agree(about, "lena", Tue15Apr).Events);
        Refused(CannotDecideSeal.AlreadyAgreed, Sealing.Agree(about, "amira", Tue15Apr));
    }

    [Fact]
    public void Once_agreed_it_takes_two_to_open_it_again()
    {
        var about = Sealed();
        about.Then(Sealing.Agree(about, "lena", Tue15Apr).Events);

        about.Then("lena", Sealing.Lift(about, "He left", "lena", Wed16Apr).Events);
        Refused(CannotDecideSeal.NeedsASecondPerson, Sealing.Lift(about, "He left", "lena", Wed16Apr));
        Assert.False(about.IsOpenTo("ben", Wed16Apr));
        about.Then("cora", Sealing.Lift(about, "He did", "cora", Wed16Apr).Events);

        Assert.Null(about.Seal);
        Assert.Empty(about.Readers);
        Assert.True(about.IsOpenTo("ben", Wed16Apr));
        Refused(CannotDecideSeal.NotSealed, Sealing.Lift(about, "Again", "cora", Wed16Apr));
        Refused(CannotDecideSeal.NotSealed, Sealing.Agree(about, "cora", Wed16Apr));
    }

    [Fact]
    public void Nobody_outside_has_the_next_stage_or_opens_it_again_for_themselves()
    {
        var answered = Answered();
        answered.Then("cora", Sealing.Begin(answered, "lena", "Her husband", "cora", Thu17Apr).Events);
        answered.Then(new SubjectNamed(Thu17Apr, "amira", Words.Of("Her friend.")));

        Refused(
            CannotEscalate.NotAReader,
            Escalation.Decide(answered, new(Thu17Apr, Handler: "ben"), Landlord.Rules, Thu17Apr)
        );
        answered.Then(new Closed(Thu17Apr));
        answered.Then(Reopening.Decide(answered, Thu17Apr, "A mistake", "ben", Landlord.Rules, Thu17Apr).Events);
        Assert.Null(answered.Owner);
    }

    private static Case Sealed()
    {
        var logged = Logged();
        return logged.Then("cora", Sealing.Begin(logged, "lena", "Her husband works here.", "cora", Tue15Apr).Events);
    }

    private static Type Only(Decision<CannotDecideSeal> decision) => Assert.Single(decision.Events).GetType();
}
