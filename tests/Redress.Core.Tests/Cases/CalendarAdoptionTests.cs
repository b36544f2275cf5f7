using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class CalendarAdoptionTests
{
    private static readonly WorkingDayCalendar Newer = Landlord.Calendar.WithHoliday(
        new(Thu17Apr, "A day of mourning")
    );
    private static readonly Rules Rules = Landlord.RulesWith(Landlord.Calendar, Newer);

    [Fact]
    public void A_bank_holiday_announced_late_moves_open_clocks_and_no_verdict_reached()
    {
        var open = Adopt(Logged());
        var met = Adopt(Defined().Then(new Acknowledged(Wed23Apr, 1)));

        Assert.Equal(new(2025, 4, 24), Acknowledgement(open).Due);
        Assert.Equal((Wed23Apr, Verdict.InTime), (Acknowledgement(met).Due, Acknowledgement(met).Verdict));
    }

    [Fact]
    public void An_edition_is_adopted_once_and_by_cases_that_still_count()
    {
        Refused(CannotAdoptCalendar.NotNewer, CalendarAdoption.Decide(Adopt(Logged()), Rules, Wed23Apr));
        Refused(CannotAdoptCalendar.CaseIsOver, CalendarAdoption.Decide(Withdrawn(), Rules, Wed23Apr));
    }

    private static Case Adopt(Case adopting) =>
        adopting.Then(CalendarAdoption.Decide(adopting, Rules, Wed23Apr).Events);

    private static DutyClock Acknowledgement(Case clocked) =>
        CaseClocks.Of(clocked, Rules, Wed23Apr).Single(clock => clock.Duty == DutyName.Acknowledge);
}
