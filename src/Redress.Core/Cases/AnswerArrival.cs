namespace Redress.Core.Cases;

/// <summary>Why the day an answer arrived cannot be recorded.</summary>
public enum CannotRecordArrival
{
    /// <summary>No stage is answered yet.</summary>
    NotAnswered,

    /// <summary>The day has not come yet.</summary>
    InTheFuture,

    /// <summary>The day is before the answer was sent.</summary>
    BeforeTheAnswer,

    /// <summary>The day is after the resident asked for the next stage, when they had the answer.</summary>
    AfterTheRequest,
}

/// <summary>
/// Recording the day the resident had the latest answer in hand, for procedures that count the time to ask for the next
/// stage from it. It may be recorded again as it becomes clearer, also once the next stage was asked for.
/// </summary>
public static class AnswerArrival
{
    /// <summary>The stage answered last, whose answer it is; none where none is.</summary>
    public static StageRecord? StageOf(Case answered) =>
        answered.Stages.LastOrDefault(stage => stage.Number <= answered.Stage && stage.RespondedOn is not null);

    /// <summary>Whether the resident's time to ask for what follows the latest answer counts from its arrival.</summary>
    public static bool Counts(Case answered, Rules rules) =>
        StageOf(answered) is { } stage
        && rules
            .Find(stage.ProcedureId)
            ?.For(answered.Kind)
            ?.Stage(stage.Number)
            ?.Duties.Any(duty => duty.Arrival is not null) == true;

    /// <summary>It is the day of the latest answer's arrival, whatever the case has come to since.</summary>
    public static Decision<CannotRecordArrival> Decide(Case answered, DateOnly on, DateOnly today)
    {
        if (StageOf(answered) is not { } stage)
        {
            return CannotRecordArrival.NotAnswered;
        }

        if (on > today)
        {
            return CannotRecordArrival.InTheFuture;
        }

        if (on < stage.RespondedOn)
        {
            return CannotRecordArrival.BeforeTheAnswer;
        }

        if (answered.FindStage(stage.Number + 1) is { RefusedOn: null } next && on > next.StartedOn)
        {
            return CannotRecordArrival.AfterTheRequest;
        }

        return new AnswerArrived(on, stage.Number);
    }
}
