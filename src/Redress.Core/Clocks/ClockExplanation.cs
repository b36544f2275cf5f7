using System.Text;
using Redress.Core.Calendar;
using Redress.Core.Procedures;

namespace Redress.Core.Clocks;

/// <summary>Says in plain words why a duty is due when it is, and how it stands.</summary>
internal static class ClockExplanation
{
    public static string Of(DutyClock duty)
    {
        var text = new StringBuilder();
        text.Append(Subject(duty)).Append(": ").Append(DueDate(duty));
        if (duty.Skipped is { Count: > 0 } skipped)
        {
            text.Append(' ').Append(DeadlineSentences.PassedOver(skipped, duty.Calendar));
        }

        if (duty.Limit.Unit == LimitUnit.WorkingDays && duty.Due is not null)
        {
            text.Append($" {duty.Calendar.Title} calendar, edition {duty.Calendar.Edition}.");
        }

        if (duty.PausedDays > 0)
        {
            text.Append($" The clock stood still for {duty.PausedDays} days ({duty.Rule.PausesSource}).");
        }

        foreach (var move in duty.Moves)
        {
            text.Append(' ').Append(Sentence(move));
        }

        text.Append(' ').Append(Standing(duty));
        if (duty is { TargetDue: { } target, TargetVerdict: { } verdict })
        {
            text.Append(
                $" Beside it, a target of {duty.Target!.Within}, to {Dates.Long(target)} ({duty.Target.Source}): {InWords(verdict)}."
            );
        }

        if (duty.Rule.Unverified)
        {
            text.Append(" This figure has not been checked against its source.");
        }

        return text.ToString();
    }

    private static string Subject(DutyClock duty)
    {
        var name = duty.Duty switch
        {
            DutyName.Acknowledge => "acknowledgement",
            DutyName.Contact => "contact with the resident",
            DutyName.Respond => "answer",
            DutyName.Hold => duty.Occurrence == 1 ? "holding letter" : "second holding letter",
            DutyName.HearingNotice => duty.Limit == duty.Rule.Notice && duty.Occurrence > 1
                ? "notice before the hearing"
                : "notice of the hearing",
            DutyName.RequestNextStage => "the resident's window to ask for the next stage",
            DutyName.Relay => "passing the praise on",
            DutyName.File => "putting the praise on file",
            DutyName.Refer => "referral",
            DutyName.HazardMakeSafe => "making the hazard safe",
            DutyName.HazardInvestigate => "investigation of the hazard",
            DutyName.HazardSummary => "written summary of the hazard",
            _ => "works on the hazard",
        };
        return duty.Stage is { } stage ? $"Stage {stage}, {name}" : char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static string DueDate(DutyClock duty)
    {
        if (duty.Refusal is { } refusal)
        {
            return $"no date can be worked out. {refusal}";
        }

        var rule = $"{duty.Procedure.Id}, {duty.Rule.Source}";
        if (duty.OriginalDue is not { } due)
        {
            return $"{duty.Limit} from {Start(duty.Rule.From)}, which has not happened and has no limit of its own ({rule}).";
        }

        var day = Dates.Long(due) + (duty.DueAt is { } at ? $" at {at:HH:mm}" : "");
        if (duty.Duty == DutyName.HearingNotice && duty.Limit == duty.Rule.Notice && duty.CountStart is null)
        {
            return $"given by {day} at the latest, {duty.Limit} before the hearing on {Dates.Long(duty.CountedFrom!.Value)} ({rule}).";
        }

        return duty.CountedFrom is { } from
            ? $"due by {day}, {duty.Limit} from {Start(duty.Rule.From)} on {Dates.Long(from)}, that day not counted ({rule})."
            : $"due by {day} at the latest. {duty.Limit} count from {Start(duty.Rule.From)}, which had not happened; "
                + $"the latest lawful day for it is {Dates.Long(duty.CountStart!.Value)} ({rule}).";
    }

    private static string Start(ClockEventKind from) =>
        from switch
        {
            ClockEventKind.Received => "the day it was received",
            ClockEventKind.Logged => "the day it was logged",
            ClockEventKind.Acknowledged => "the acknowledgement",
            ClockEventKind.Contacted => "the contact",
            ClockEventKind.Responded => "the answer",
            ClockEventKind.EscalationRequested => "the request for this stage",
            ClockEventKind.HearingNotified => "the notice of the hearing",
            _ => WireName.Of(from).Replace('_', ' '),
        };

    private static string Sentence(DueDateMove move)
    {
        var letter = move.By == ClockEventKind.HoldingLetter ? "Holding letter" : "Extension";
        var until = move.Until is { } day ? $" to {Dates.Long(day)}" : "";
        return move.Valid
            ? $"{letter} of {Dates.Short(move.On)}{until} counts: {move.Why}."
            : $"{letter} of {Dates.Short(move.On)}{until} does not count: {move.Why}.";
    }

    private static string Standing(DutyClock duty)
    {
        if (duty.Verdict is Verdict.InTime or Verdict.InTimeExtended or Verdict.Late)
        {
            var taken = duty.WorkingDaysTaken is { } days ? $", working day {days}" : "";
            if (duty.CountStart is null)
            {
                taken = "";
            }

            return $"Done on {Dates.Long(duty.Met!.Value)}{taken}: {InWords(duty.Verdict)}.";
        }

        var resident = duty.BelongsTo == BelongsTo.Resident;
        return duty.Verdict switch
        {
            Verdict.NotRequired => $"Not required: {Ended(duty)} on {Dates.Long(duty.EndedOn!.Value)}.",
            Verdict.Overdue when resident => "Not used, and the window has passed.",
            Verdict.Overdue when duty.EndedOn is { } ended =>
                $"Not done by then; {Ended(duty)} only on {Dates.Long(ended)}: overdue.",
            Verdict.Overdue => "Not done: overdue.",
            Verdict.Provisional => "Not started yet: this is the latest lawful day.",
            _ => resident ? "The window is open." : "Not done yet: still open.",
        };
    }

    private static string Ended(DutyClock duty) =>
        duty.EndedBy switch
        {
            ClockEventKind.ContactDeclined => "the resident declined it",
            ClockEventKind.EscalationRefused => "the stage was refused",
            ClockEventKind.Responded => "the answer was sent",
            _ => "the resident withdrew",
        };

    private static string InWords(Verdict verdict) =>
        verdict switch
        {
            Verdict.InTime => "in time",
            Verdict.InTimeExtended => "in time, as extended",
            Verdict.NotRequired => "not required",
            _ => WireName.Of(verdict),
        };
}
