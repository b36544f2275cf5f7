using Redress.Core.Cases;
using Redress.Core.Incidents;

namespace Redress.Core.Tests.Incidents;

public sealed class IncidentTests
{
    /// <summary>A quarter past five on a Friday afternoon in summer time.</summary>
    private static readonly DateTime Aware = new(2025, 4, 18, 16, 15, 0, DateTimeKind.Utc);

    private static readonly DateOnly Day = new(2025, 4, 18);

    /// <summary>UK GDPR, Article 33(1): 72 hours, weekends, Easter and all.</summary>
    [Fact]
    public void The_commissioner_is_told_within_72_hours_of_the_report_whatever_days_those_are() =>
        Assert.Equal(new DateTime(2025, 4, 21, 16, 15, 0, DateTimeKind.Utc), Of().TellBy);

    /// <summary>The clocks go forward on 30 March 2025: it is 72 hours all the same.</summary>
    [Fact]
    public void The_72_hours_are_hours_and_not_days()
    {
        var aware = new DateTime(2025, 3, 28, 12, 0, 0, DateTimeKind.Utc);
        Assert.Equal(TimeSpan.FromHours(72), Incident.Fold("i", [new(Report(), aware, "")]).TellBy - aware);
    }

    [Theory]
    [InlineData(Reporter.Responsible, Part.Search, null, null, false)]
    [InlineData(Reporter.Responsible, Part.Cases, "c", null, false)]
    [InlineData(Reporter.Staff, Part.Cases, "c", "c", false)]
    [InlineData(Reporter.WithoutAccount, Part.ResidentPages, "c", "c", true)]
    [InlineData(Reporter.WithoutAccount, Part.Cases, "c", "c", true)]
    public void A_press_hides_at_once_as_much_as_whoever_presses_answers_for(
        Reporter reporter,
        Part part,
        string? seenAt,
        string? hiddenCase,
        bool outsidersOnly
    ) =>
        Assert.Equal(
            new PartHidden(1, part, hiddenCase, outsidersOnly),
            HidingParts.AtOnce(reporter, Report() with { Part = part, Case = seenAt })
        );

    [Theory]
    [InlineData(Reporter.WithoutAccount, Part.Search)]
    [InlineData(Reporter.WithoutAccount, Part.ResidentPages)]
    [InlineData(Reporter.Staff, Part.Cases)]
    [InlineData(Reporter.Responsible, null)]
    public void Nobody_hides_a_whole_part_who_does_not_answer_for_it_nor_a_place_that_is_not_known(
        Reporter reporter,
        Part? part
    ) => Assert.Null(HidingParts.AtOnce(reporter, Report() with { Part = part }));

    [Fact]
    public void What_is_hidden_for_everybody_is_not_hidden_again_and_what_is_hidden_from_some_can_be()
    {
        Assert.Equal(
            CannotHide.HiddenAlready,
            HidingParts.Hide(Of(new PartHidden(1, Part.Cases, null, OutsidersOnly: false)), Part.Cases, "c").Refusal
        );
        var some = Of(
            new PartHidden(1, Part.Cases, "c", OutsidersOnly: true),
            new PartHidden(2, Part.Cases, "d", OutsidersOnly: false)
        );
        Assert.Equal(
            new PartHidden(3, Part.Cases, null, OutsidersOnly: false),
            HidingParts.Hide(some, Part.Cases, onlyCase: null).Happens
        );
    }

    [Fact]
    public void Showing_again_takes_two()
    {
        var hidden = new PartHidden(1, Part.Cases, null, OutsidersOnly: false);
        Assert.Equal(CannotShowAgain.NotProposed, HidingParts.Agree(Of(hidden), 1, "lena").Refusal);
        Assert.Equal(CannotShowAgain.NotHidden, HidingParts.Propose(Of(hidden), 2, "It is mended.").Refusal);
        var proposed = HidingParts.Propose(Of(hidden), 1, "It is mended.").Happens!;
        Assert.Equal(CannotShowAgain.ProposedByYou, HidingParts.Agree(Of(hidden, proposed), 1, "lena").Refusal);
        var shown = HidingParts.Agree(Of(hidden, proposed), 1, "dan").Happens!;
        Assert.Equal(new PartShown(1), shown);
        var again = Of(hidden, proposed, shown);
        Assert.Equal(CannotShowAgain.NotHidden, HidingParts.Agree(again, 1, "dan").Refusal);
        Assert.Null(HidingParts.Hide(again, Part.Cases, onlyCase: null).Refusal);
    }

    [Fact]
    public void The_commissioner_is_told_on_a_day_or_it_is_said_why_not()
    {
        var incident = Of();
        Assert.Equal(CannotTellCommissioner.InTheFuture, Refused(incident, Day.AddDays(1), null));
        Assert.Equal(CannotTellCommissioner.BeforeTheReport, Refused(incident, Day.AddDays(-1), null));
        Assert.Equal(CannotTellCommissioner.NoReason, Refused(incident, null, " "));
        var not = TellingTheCommissioner.Decide(incident, null, "It was their own letter.", Day).Happens!;
        Assert.NotNull(Of(not).Commissioner!.WhyNot);
        var told = TellingTheCommissioner.Decide(Of(not), Day, null, Day).Happens!;
        Assert.Equal(Day, Of(not, told).Commissioner!.ToldOn);
        Assert.Equal(CannotTellCommissioner.ToldAlready, Refused(Of(told), null, "It was nothing."));
    }

    private static CannotTellCommissioner? Refused(Incident incident, DateOnly? on, string? why) =>
        TellingTheCommissioner.Decide(incident, on, why, Day).Refusal;

    private static LeakReported Report() =>
        new(Day, Part: null, Case: null, Words.Of("Somebody else's letter."), Where: null, Contact: null);

    /// <summary>Reported, and then all of this by Lena.</summary>
    private static Incident Of(params IncidentEvent[] events) =>
        Incident.Fold(
            "i",
            [new(Report(), Aware, ""), .. events.Select(happened => new RecordedIncident(happened, Aware, "lena"))]
        );
}
