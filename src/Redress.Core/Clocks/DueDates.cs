using Redress.Core.Calendar;
using Redress.Core.Procedures;

namespace Redress.Core.Clocks;

/// <summary>Works out the date first due and every move an extension, holding letter or pause makes to it.</summary>
internal static class DueDates
{
    /// <summary>The duty with its dates, counted from a day, as known at the end of another.</summary>
    public static DutyClock Count(DutyClock duty, DateOnly from, TimeOnly? at, StageRun run, DateOnly knownAt)
    {
        if (duty.Limit.Unit == LimitUnit.Hours && at is { } time)
        {
            var end = LondonTime.Utc(from, time).AddHours(duty.Limit.Amount);
            var day = LondonTime.Day(end);
            return duty with { Due = day, OriginalDue = day, DueAt = LondonTime.TimeOfDay(end), CountStartAt = time };
        }

        var original = Deadlines.Due(from, duty.Limit, duty.Calendar);
        if (original is not { } first)
        {
            Deadlines.TryCount(from, duty.Limit, duty.Calendar, out _, out var refusal);
            return duty with { Refusal = refusal };
        }

        var dated = duty with { OriginalDue = first, Due = first };
        if (duty.Rule.PausesSource is not null)
        {
            dated = Pauses.Applied(dated, from, run, knownAt);
        }

        return dated.Due is { } standing ? Moved(dated, standing, run, knownAt) : dated;
    }

    /// <summary>The latest day that leaves a whole notice period before a day: that day's notice ends on it.</summary>
    public static DateOnly? Before(DateOnly day, Limit notice, WorkingDayCalendar calendar)
    {
        var inWorkingDays = notice.Unit == LimitUnit.WorkingDays;
        for (var latest = day; !inWorkingDays || calendar.Covers(latest); latest = latest.AddDays(-1))
        {
            if (Deadlines.Due(latest, notice, calendar) <= day)
            {
                return latest;
            }
        }

        return null;
    }

    /// <summary>Each extension and holding letter in the order sent; a valid one puts its date in place of the one in force.</summary>
    private static DutyClock Moved(DutyClock duty, DateOnly first, StageRun run, DateOnly knownAt)
    {
        if (duty.Rule.Extensions is null && duty.Rule.HoldingLetters.Count == 0)
        {
            return duty;
        }

        var due = first;
        var turn = 0;
        var moves = new List<DueDateMove>();
        foreach (var e in run.Events.Where(e => e.On <= knownAt))
        {
            var letter =
                e.Kind == ClockEventKind.HoldingLetter ? duty.Rule.HoldingLetters.ElementAtOrDefault(turn) : null;
            var move = e.Kind switch
            {
                ClockEventKind.Extended when duty.Rule.Extensions is { } rule => Extensions.Judge(
                    e,
                    rule,
                    first,
                    due,
                    duty.Calendar,
                    knownAt
                ),
                ClockEventKind.HoldingLetter when duty.Rule.HoldingLetters.Count > 0 => HoldingLetters.Judge(
                    e,
                    letter,
                    due,
                    duty.Calendar
                ),
                _ => null,
            };
            if (move is null)
            {
                continue;
            }

            turn += letter is not null && HoldingLetters.SaysWhen(e, letter) ? 1 : 0;
            moves.Add(move);
            due = move is { Valid: true, Until: { } until } ? until : due;
        }

        return moves.Count == 0 ? duty : duty with { Due = due, Moves = moves };
    }
}
