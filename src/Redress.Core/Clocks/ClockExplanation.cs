using Redress.Core.Calendar;
using Redress.Core.Procedures;

namespace Redress.Core.Clocks;

/// <summary>
/// Says in plain words why a duty is due when it is, and how it stands. It opens with the date in force, because many
/// people read no further.
/// </summary>
internal static class ClockExplanation
{
    public static string Of(DutyClock duty) => string.Join(' ', Sentences(duty));

    private static IEnumerable<string> Sentences(DutyClock duty)
    {
        yield return $"{Subject(duty)}: {DueSentence.Of(duty)}";
        if (duty.StartAssumed)
        {
            yield return "The records do not give that day; the earliest one known stands in.";
        }

        if (duty is { ArrivalNotRecorded: true, Rule.Arrival: { } arrival })
        {
            yield return arrival.Deemed is { } deemed
                ? $"The day it arrived is not recorded; it is taken to have arrived {deemed} after it was sent ({ClockWords.InBrackets(arrival.Source)})."
                : $"The day it arrived is not recorded; the day it was sent stands in ({ClockWords.InBrackets(arrival.Source)}).";
        }

        if (duty.PassedOver is { Count: > 0 } skipped)
        {
            yield return DeadlineSentences.PassedOver(skipped, duty.Calendar);
        }

        if (duty is { Limit.Unit: LimitUnit.WorkingDays, Due: not null, PromisedOn: null })
        {
            yield return $"{duty.Calendar.Title} calendar, edition {duty.Calendar.Edition}.";
        }

        foreach (var pause in duty.Pauses)
        {
            yield return PauseSentence(duty, pause);
        }

        foreach (var move in duty.Moves)
        {
            yield return MoveSentence(move);
        }

        yield return Standing.Of(duty);
        if (duty is { Target: { } target, TargetDue: { } due, TargetVerdict: { } verdict })
        {
            yield return $"Beside it, a target of {target.Within}, to {Dates.Long(due)} "
                + $"({ClockWords.InBrackets(target.Source)}): {ClockWords.Of(verdict)}.";
            if (duty.TargetSkipped is { Count: > 0 } notCounted)
            {
                yield return $"Not counted towards the target: {DeadlineSentences.Days(notCounted, duty.Calendar)}.";
            }
        }

        if (duty.Rule.Unverified)
        {
            yield return "This figure has not been checked against its source.";
        }
    }

    private static string Subject(DutyClock duty)
    {
        var name = duty.Duty switch
        {
            DutyName.Acknowledge => "acknowledgement",
            DutyName.Contact => "contact with the resident",
            DutyName.Respond => "answer",
            DutyName.Hold => duty.PromisedOn is null ? "holding letter" : "second holding letter",
            DutyName.HearingNotice => duty.HearingOn is null ? "notice of the hearing" : "notice before the hearing",
            DutyName.RequestNextStage => "the resident's window to ask for the next stage",
            DutyName.Relay => "passing the praise on",
            DutyName.File => "putting the praise on file",
            DutyName.Refer => "referral",
            DutyName.HazardMakeSafe => "making the hazard safe",
            DutyName.HazardInvestigate => "investigation of the hazard",
            DutyName.HazardSummary => "written summary of the hazard",
            _ => "works on the hazard",
        };
        return duty.Stage is { } stage ? $"Stage {stage}, {name}" : ClockWords.Capital(name);
    }

    private static string PauseSentence(DutyClock duty, Pause pause)
    {
        var unit = duty.Limit.Unit == LimitUnit.WorkingDays ? "working day" : "day";
        var days = DeadlineSentences.Number(pause.Days.Count, unit);
        return pause.IsOver
            ? $"The clock stood still after {Dates.Long(pause.From)} up to {Dates.Long(pause.To)}, {days} ({duty.Rule.PausesSource})."
            : $"The clock has stood still since {Dates.Long(pause.From)}, {days} so far ({duty.Rule.PausesSource}).";
    }

    private static string MoveSentence(DueDateMove move)
    {
        var letter = move.By == ClockEventKind.HoldingLetter ? "Holding letter" : "Extension";
        var until = move.Until is { } day ? $" to {Dates.Long(day)}" : "";
        return $"{letter} of {Dates.Short(move.On)}{until} {(move.Valid ? "counts" : "does not count")}: {move.Why}.";
    }
}
