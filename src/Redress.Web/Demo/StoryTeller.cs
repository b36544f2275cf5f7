using Redress.Core.Calendar;
using Redress.Core.Cases;

namespace Redress.Web.Demo;

/// <summary>
/// What the stories of one landlord share: its rules, and how far they are told.
/// </summary>
/// <param name="rules">The landlord's rules.</param>
/// <param name="until">The last day told of, included. What would happen later has not happened.</param>
internal sealed class StoryTeller(Rules rules, DateOnly until)
{
    private readonly WorkingDayCalendar calendar = rules.Calendar(
        "england-and-wales",
        rules.NewestEdition("england-and-wales")
    );

    public Rules Rules => rules;

    public DateOnly Until => until;

    /// <summary>The last day told of on which anybody was at work.</summary>
    public DateOnly LastWorkday => Workday(until.AddDays(1), -1);

    /// <summary>
    /// The working day so many working days after a day, or before it where the number is negative. 0 is the day itself,
    /// or the next working day.
    /// </summary>
    public DateOnly Workday(DateOnly from, int workingDays)
    {
        var day = from;
        var step = workingDays < 0 ? -1 : 1;
        for (var left = Math.Abs(workingDays); left > 0; left -= IsWorkday(day) ? 1 : 0)
        {
            day = day.AddDays(step);
        }

        while (!IsWorkday(day))
        {
            day = day.AddDays(step);
        }

        return day;
    }

    /// <summary>Beyond the calendar nothing is told, but days there are still looked at.</summary>
    private bool IsWorkday(DateOnly day) =>
        calendar.Covers(day)
            ? calendar.IsWorkingDay(day)
            : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
