using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class CalendarPreviewTests
{
    private static readonly WorkingDayCalendar Newer = Landlord.Calendar.WithHoliday(
        new(Thu17Apr, "A day of mourning")
    );
    private static readonly Rules Rules = Landlord.RulesWith(Landlord.Calendar, Newer);

    [Fact]
    public void Open_clocks_that_cross_the_day_are_shown_to_move()
    {
        var preview = Preview(Logged());

        Assert.Equal([DutyName.Acknowledge, DutyName.Respond], preview.Moved.Select(move => move.Before.Duty));
        Assert.Equal((Wed23Apr, new DateOnly(2025, 4, 24)), (preview.Moved[0].Before.Due, preview.Moved[0].After.Due));
    }

    [Fact]
    public void A_clock_met_does_not_move_and_one_counted_from_it_does()
    {
        var move = Assert.Single(Preview(Acknowledged()).Moved);

        Assert.Equal(DutyName.Respond, move.Before.Duty);
    }

    [Fact]
    public void A_clock_received_after_the_day_stays()
    {
        var preview = Preview(CaseOf(Received(Thu17Apr), new Logged(Thu17Apr), new Assigned(Thu17Apr, 1, "amira")));

        Assert.Empty(preview.Moved);
        Assert.Equal(2, preview.Unmoved);
    }

    [Fact]
    public void What_was_previewed_is_what_happens()
    {
        var adopting = Logged();
        var promised = Preview(adopting).Moved.Select(move => (move.After.Duty, move.After.Due)).ToList();

        adopting.Then(CalendarAdoption.Decide(adopting, Rules, Wed16Apr).Events);

        var now = CaseClocks.Of(adopting, Rules, Thu17Apr).Where(clock => clock.Duty != DutyName.RequestNextStage);
        Assert.Equal(promised, now.Select(clock => (clock.Duty, clock.Due)));
    }

    private static CalendarPreview Preview(Case adopting) => CalendarPreview.Of(adopting, Newer, Rules, Thu17Apr);
}
