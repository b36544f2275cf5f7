using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using Redress.Web.Demo;
using static Redress.Web.Tests.Demo.Stories;

namespace Redress.Web.Tests.Demo;

public sealed class StoryTests
{
    [Fact]
    public void A_starting_point_is_made_by_the_earlier_steps()
    {
        var story = AnsweredBy("Amira");

        Assert.Equal("Amira", story.Case.CurrentStage.Handler);
        Assert.Equal(CaseStatus.Answered, story.Case.Status);
        Assert.Contains(
            CaseClocks.Of(story.Case, Code, story.Day),
            duty => duty is { Duty: DutyName.Respond, Stage: 1, Verdict: Verdict.InTime }
        );
    }

    [Fact]
    public void Stage_2_is_with_somebody_else()
    {
        var story = EscalatedTo("Ben", answeredBy: "Amira");

        Assert.Equal(["Amira", "Ben"], story.Case.Stages.Select(stage => stage.Handler));
    }

    [Fact]
    public void A_story_cannot_do_what_a_decision_refuses()
    {
        var answered = AnsweredBy("Amira");

        var refused = Assert.Throws<InvalidOperationException>(() =>
            answered.Answered(answered.Day, "Dear resident, once more.", Finding.Upheld)
        );
        Assert.Contains("AlreadyAnswered", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_story_is_told_in_order()
    {
        var answered = AnsweredBy("Amira");

        Assert.Throws<InvalidOperationException>(() =>
            answered.Contacted(answered.Day.AddDays(-1), ContactMethod.Phone, ContactResult.Spoke, "Rang.")
        );
    }

    [Fact]
    public void What_would_happen_after_the_last_day_told_has_not_happened()
    {
        var teller = new StoryTeller(Code, until: Mon3Mar);
        var request = new LoggingRequest(CaseKind.Complaint, "A", Mon3Mar, Channel.Email, "No heating", "Amira");

        var story = Story
            .Received(teller, new Chance(1, 1), request)
            .Defined(Mon3Mar.AddDays(1), "No heating.", "Heating.")
            .Acknowledged(Mon3Mar, "Dear resident, I have your case.");

        Assert.True(story.HasEnded);
        Assert.Equal(3, story.Case.Version);
    }

    [Fact]
    public void No_two_stories_of_a_seed_share_a_reference()
    {
        var references = Enumerable.Range(0, 100_000).Select(number => new Chance(3, number).Reference());

        Assert.Equal(100_000, references.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(30)]
    public void A_story_has_exactly_the_rows_asked_for(int rows)
    {
        var plot = new Plot(new StoryTeller(Code, until: Mon3Mar), Cast.Numbered);

        var versions = Enumerable
            .Range(0, 300)
            .Select(number => plot.Tell(new Chance(5, number), Mon3Mar.AddDays(-number), rows).Case.Version);

        Assert.All(versions, version => Assert.Equal(rows, version));
    }
}
