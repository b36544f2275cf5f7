using Redress.Core.Calendar;

namespace Redress.Core.Procedures.Checks;

/// <summary>Limits one after the other: five working days to acknowledge, then ten to answer.</summary>
internal sealed record Chain(IReadOnlyList<Limit> Limits)
{
    public static Chain Of(params IEnumerable<Limit> limits) => new([.. limits]);

    /// <summary>The whole of it as one limit, where its parts have one unit.</summary>
    public Limit? Sum => Limits.Count > 0 && Limits.All(limit => limit.Unit == Limits[0].Unit) ? Add() : null;

    public Chain Then(params IEnumerable<Limit> more) => new([.. Limits, .. more]);

    /// <summary>
    /// More than zero where this can end later than the other from some day, less than zero where it never does and ends
    /// sooner from some day. Limits in one unit are compared by amount, others from every day of the calendar in turn.
    /// </summary>
    public int CompareTo(Chain other, WorkingDayCalendar calendar)
    {
        if (Sum is { } ours && other.Sum is { } theirs && ours.Unit == theirs.Unit)
        {
            return ours.Amount.CompareTo(theirs.Amount);
        }
        // From the calendar's first day there is the most room; what does not fit even then is longer than what does.
        if (!FitsIn(calendar) || !other.FitsIn(calendar))
        {
            return other.FitsIn(calendar).CompareTo(FitsIn(calendar));
        }
        var sooner = false;
        for (var day = calendar.First; day <= calendar.Last; day = day.AddDays(1))
        {
            if (End(day, calendar) is not { } end || other.End(day, calendar) is not { } otherEnd)
            {
                continue;
            }
            if (end > otherEnd)
            {
                return 1;
            }
            sooner |= end < otherEnd;
        }
        return sooner ? -1 : 0;
    }

    /// <summary>
    /// The longest it can take from the start of a stage to an act, by the limits of the duties on the way; none where one of
    /// them has no limit. Logging is no duty of its own: it belongs to the acknowledgement.
    /// </summary>
    public static Chain? Until(ClockEventKind act, IReadOnlyList<DutyRule> duties)
    {
        if (act is ClockEventKind.Received or ClockEventKind.EscalationRequested)
        {
            return Of();
        }
        var duty =
            duties.FirstOrDefault(duty => duty.MetBy.Contains(act))
            ?? duties.FirstOrDefault(duty => act == ClockEventKind.Logged && duty.Duty == DutyName.Acknowledge);
        // Without the duty just taken, duties that wait for each other come to an end.
        return duty is null ? null : Until(duty.From, [.. duties.Where(other => other != duty)])?.Then(duty.Within);
    }

    private Limit? Add()
    {
        var sum = Limits.Sum(limit => (long)limit.Amount);
        return sum <= int.MaxValue ? new Limit((int)sum, Limits[0].Unit) : null;
    }

    private bool FitsIn(WorkingDayCalendar calendar) => End(calendar.First, calendar) is not null;

    private DateOnly? End(DateOnly day, WorkingDayCalendar calendar) =>
        Limits.Aggregate((DateOnly?)day, (end, limit) => end is { } from ? Deadlines.Due(from, limit, calendar) : null);
}
