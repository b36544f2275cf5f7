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
        Assert.Equal(["cerys"], Deciders.Of(pointed, 2));
        pointed.Then(new EscalationRefused(Thu17Apr, 1, Said)).Then("dele", Found());

        Assert.Equal(["amira", "ben", "dele"], Deciders.Of(pointed, 1).Order());
        Assert.Empty(Deciders.Of(pointed, 2));
    }

    [Fact]
    public void Whoever_has_the_stage_reached_has_a_part_in_it_until_it_passes_to_another()
    {
        var withBen = Escalated().Then(new Assigned(Thu17Apr, 2, "ben"));
        Assert.Equal([new StagePart("amira", 1), new StagePart("ben", 2)], Deciders.Parts(withBen));

        withBen.Then(new Assigned(Thu17Apr, 2, "cerys"));
        Assert.Equal([new StagePart("amira", 1), new StagePart("cerys", 2)], Deciders.Parts(withBen));
        Assert.Equal(["amira"], Deciders.BarredFrom(withBen));
    }

    [Fact]
    public void Whoever_only_had_a_stage_and_decided_nothing_of_it_may_decide_the_next()
    {
        var passedOn = Logged().Then("ben", new Assigned(Tue15Apr, 1, "ben"), new Responded(Wed16Apr, 1));
        passedOn.Then("ben", new EscalationRequested(Thu17Apr, 1, "two-stages"));

        Assert.Equal(["ben"], Deciders.BarredFrom(passedOn));
        Assert.Null(Assignment.Decide(passedOn, new("amira"), Landlord.Rules, Thu17Apr).Refusal);
    }

    [Fact]
    public void Whoever_wrote_the_answer_decided_it_and_whoever_posted_it_did_not()
    {
        var answer = new Responded(Wed16Apr, 1);
        var written = Acknowledged().Then("ben", new LetterWritten(Wed16Apr, Channel.Letter, Said, answer));
        Assert.Equal(["ben"], Deciders.Of(written, 1));

        var letter = written.Version;
        var posted = written.Then("frank", answer, new LetterSent(Wed16Apr, letter, Made: letter + 1));

        Assert.Equal(["amira", "ben"], Deciders.Of(posted, 1).Order());
    }

    [Fact]
    public void An_answer_that_was_cancelled_decided_nothing()
    {
        var written = Acknowledged()
            .Then("ben", new LetterWritten(Wed16Apr, Channel.Letter, Said, new Responded(Wed16Apr, 1)));
        written.Then("ben", new LetterCancelled(Wed16Apr, written.Version, Said));

        Assert.Empty(Deciders.Of(written, 1));
    }

    [Fact]
    public void Imported_history_bars_nobody()
    {
        var imported = CaseOf(Received(Mon14Apr));
        imported.Then(ImportedHistory.RecordedBy, new Responded(Wed16Apr, 1));
        imported.Then(ImportedHistory.RecordedBy, new EscalationRequested(Thu17Apr, 1, "two-stages"));
        imported.Then(ImportedHistory.RecordedBy, new Responded(Wed23Apr, 2));

        Assert.Empty(Deciders.Parts(imported));
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
