using Redress.Core.Calendar;
using Redress.Core.Procedures;

namespace Redress.Core.Clocks;

/// <summary>The part of an explanation that says how a duty stands.</summary>
internal static class Standing
{
    public static string Of(DutyClock duty)
    {
        var done = duty.Verdict is Verdict.InTime or Verdict.InTimeExtended or Verdict.Late;
        return duty.BelongsTo == BelongsTo.Resident ? OfWindow(duty, done) : OfDuty(duty, done);
    }

    private static string OfDuty(DutyClock duty, bool done) =>
        duty.Verdict switch
        {
            _ when done =>
                $"Done on {Dates.Long(duty.Met!.Value)}{Taken(duty)}: {ClockWords.Of(duty.Verdict)}.{OtherHalf(duty)}",
            Verdict.NotRequired => NotRequired(duty),
            Verdict.Overdue when duty.EndedOn is { } ended =>
                $"Not done by then; {ClockWords.Ended(duty)} only on {Dates.Long(ended)}: overdue.",
            Verdict.Overdue => $"Not done: overdue since {Since(duty)}.",
            Verdict.Provisional when duty.Due is null => "Not started yet, so there is no last day.",
            Verdict.Provisional => "Not started yet: this is the latest lawful day.",
            _ => "Not done yet: still open.",
        };

    /// <summary>A window that never opened is judged like any duty, but it has not closed on the resident.</summary>
    private static string OfWindow(DutyClock duty, bool done)
    {
        var opened = duty.CountedFrom is not null;
        return duty.Verdict switch
        {
            Verdict.Late when !opened =>
                $"Asked on {Dates.Long(duty.Met!.Value)}: late against that day, but the window never opened, so this is no ground to refuse.",
            Verdict.Late when duty.MetAssumed =>
                $"Asked on {Dates.Long(duty.Met!.Value)} at the latest, for the records do not give the day: late against that day, but it may have been asked in time.",
            _ when done => $"Asked on {Dates.Long(duty.Met!.Value)}{Taken(duty)}: {ClockWords.Of(duty.Verdict)}.",
            Verdict.NotRequired => NotRequired(duty),
            Verdict.Overdue when !opened =>
                "Not asked by that day, but the window has not opened, so it has not closed either.",
            Verdict.Overdue => "Not used, and the window has passed.",
            Verdict.Provisional => "Nothing is closed to the resident.",
            _ => "The window is open.",
        };
    }

    private static string NotRequired(DutyClock duty) =>
        $"Not required: {ClockWords.Ended(duty)} on {Dates.Long(duty.EndedOn!.Value)}.";

    private static string Since(DutyClock duty) =>
        duty.DueAt is { } at ? $"{at:HH:mm} on {Dates.Long(duty.Due!.Value)}" : Dates.Long(duty.Due!.Value.AddDays(1));

    private static string Taken(DutyClock duty) =>
        duty switch
        {
            { Limit.Unit: LimitUnit.Hours, DueAt: not null } => duty.MetAt is { } at ? $" at {at:HH:mm}" : "",
            { DaysTaken: null } => "",
            { HearingOn: not null } => $", {Before(duty)} before the hearing",
            { DaysTaken: 0 } => ", the same day",
            { Limit.Unit: not LimitUnit.WorkingDays } => $", day {duty.DaysTaken}",
            { WorkingDaysTaken: 0 } => ", before the first working day",
            { WorkingDaysTaken: { } days } => $", working day {days}",
            _ => "",
        };

    private static string Before(DutyClock duty) =>
        duty is { Limit.Unit: LimitUnit.WorkingDays, WorkingDaysTaken: { } days }
            ? DeadlineSentences.Number(days, "working day")
            : DeadlineSentences.Number(duty.DaysTaken!.Value, "day");

    private static string OtherHalf(DutyClock duty) =>
        duty is { Rule.TogetherWith: { } other, DoneOn: { } half, Met: { } met } && half < met
            ? $" {ClockWords.Capital(ClockWords.Act(duty.Rule.MetBy[0]))} was on {Dates.Long(half)} and {ClockWords.Act(other)} only that day, and both are asked for."
            : "";
}
