using Redress.Core.Calendar;
using Redress.Core.Procedures;

namespace Redress.Core.Clocks;

/// <summary>The opening of an explanation: the date in force, and what it was counted from.</summary>
internal static class DueSentence
{
    public static string Of(DutyClock duty) =>
        duty switch
        {
            { Refusal: { } refusal } => $"no date can be worked out. {refusal}",
            { BelongsTo: BelongsTo.Resident, CountedFrom: null } => NotOpen(duty),
            { OriginalDue: null } =>
                $"no date yet. {Counts(duty)} from {ClockWords.Act(duty.Rule.From)}, which {NotHappened(duty)} and has no limit of its own ({Rule(duty)}).",
            { HearingOn: { } hearing, OriginalDue: { } last } =>
                $"due by {Dates.Long(last)}, {duty.Limit} before the hearing on {Dates.Long(hearing)}, that day counted ({Rule(duty)}).",
            { PromisedOn: { } promised, Due: { } due } =>
                $"due by {Dates.Long(due)}, the day promised by the holding letter of {Dates.Short(promised)} ({Rule(duty)}).",
            { BelongsTo: BelongsTo.Resident, Due: { } due } => $"open until {Dates.Long(due)}, {Counted(duty)}",
            { Due: { } due, OriginalDue: { } first } when due != first =>
                $"due by {Dates.Long(due)}, {InsteadOf(duty)}. First due by {Dates.Long(first)}{Apart(duty)}",
            _ => $"due by {Dates.Long(duty.Due!.Value)}{Hour(duty.DueAt)}{Apart(duty)}",
        };

    private static string Apart(DutyClock duty) => duty.CountedFrom is null ? LatestLawful(duty) : $", {Counted(duty)}";

    private static string Counted(DutyClock duty)
    {
        var from = $"{ClockWords.Start(StartOf(duty))} on {Dates.Long(duty.CountedFrom!.Value)}";
        return duty.Limit.Unit != LimitUnit.Hours ? $"{duty.Limit} from {from}, that day not counted ({Rule(duty)})."
            : duty.CountStartAt is { } at
                ? $"{duty.Limit} from {ClockWords.Act(duty.Rule.From)} on {Dates.Long(duty.CountedFrom.Value)}{Hour(at)} ({Rule(duty)})."
            : $"{duty.Limit} from {from}, rounded up to {DeadlineSentences.WholeDays(duty.Limit)} because no time of day is known ({Rule(duty)}).";
    }

    /// <summary>The arrival where one is recorded, or taken to be a number of days after the answer was sent.</summary>
    private static ClockEventKind StartOf(DutyClock duty) =>
        duty is { Rule.Arrival: { } arrival } && (!duty.ArrivalNotRecorded || arrival.Deemed is not null)
            ? ClockEventKind.AnswerArrived
            : duty.Rule.From;

    private static string LatestLawful(DutyClock duty) =>
        $" at the latest. {Counts(duty)} from {ClockWords.Act(duty.Rule.From)}, which {NotHappened(duty)}; "
        + $"the latest lawful day for it is {Dates.Long(duty.CountStart!.Value)} ({Rule(duty)}).";

    /// <summary>A window that waits for the landlord's answer has no last day that could be held against the resident.</summary>
    private static string NotOpen(DutyClock duty)
    {
        var waits =
            $"{(duty.Met is null ? "not open yet" : "not open when the resident asked")}. It runs for {duty.Limit} from {ClockWords.Act(duty.Rule.From)}, which {NotHappened(duty)}";
        return duty is { CountStart: { } latest, Due: { } due }
            ? $"{waits}; from its latest lawful day, {Dates.Long(latest)}, it would run to {Dates.Long(due)} ({Rule(duty)})."
            : $"{waits} ({Rule(duty)}).";
    }

    private static string InsteadOf(DutyClock duty) =>
        duty.Moves.LastOrDefault(move => move.Valid) switch
        {
            { By: ClockEventKind.HoldingLetter } => "as the holding letter promised",
            { } => "as extended",
            null => "because the clock stood still",
        };

    private static string NotHappened(DutyClock duty) =>
        duty.Met is not null ? "had not happened when this was done"
        : duty.EndedOn is not null ? "had not happened"
        : "has not happened";

    private static string Counts(DutyClock duty) => $"{duty.Limit} {(duty.Limit.Amount == 1 ? "counts" : "count")}";

    private static string Hour(TimeOnly? at) => at is { } time ? $" at {time:HH:mm}" : "";

    private static string Rule(DutyClock duty) => $"{duty.Procedure.Id}, {ClockWords.InBrackets(duty.Rule.Source)}";
}
