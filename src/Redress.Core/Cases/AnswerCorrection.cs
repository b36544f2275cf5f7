namespace Redress.Core.Cases;

/// <summary>A letter that corrects an answer, and was sent or is to leave from here.</summary>
/// <param name="SentOn">The day it was handed to its channel; none where it has still to leave.</param>
/// <param name="Channel">How it was sent or is to leave.</param>
/// <param name="Reason">What was wrong in the answer.</param>
/// <param name="Letter">What the letter says.</param>
public sealed record AnswerCorrectionRequest(DateOnly? SentOn, Channel Channel, string? Reason, string? Letter);

/// <summary>Why an answer cannot be corrected.</summary>
public enum CannotCorrectAnswer
{
    /// <summary>No stage is answered yet.</summary>
    NotAnswered,

    /// <summary>Who corrects it decided an earlier stage (ruling 12).</summary>
    DecidedAnEarlierStage,

    /// <summary>Who corrects it made the decision complained of, or manages whoever did (ruling 12).</summary>
    ReviewsTheirOwn,

    /// <summary>It does not say what was wrong.</summary>
    NoReason,

    /// <summary>The letter is empty.</summary>
    NoLetter,

    /// <summary>It was told and not written.</summary>
    NotInWriting,

    /// <summary>The day it was sent has not come yet.</summary>
    SentInTheFuture,

    /// <summary>The day it was sent is before the answer.</summary>
    SentBeforeTheAnswer,

    /// <summary>A letter that corrects this answer is written already, and waits to leave.</summary>
    LetterIsWaiting,
}

/// <summary>
/// Correcting a mistake in an answer by a letter. It is no second answer (ruling 19): the day of the answer, its finding and
/// every verdict stay. What was decided wrongly goes to the next stage.
/// </summary>
public static class AnswerCorrection
{
    /// <summary>The latest answer is corrected, also once the case is closed.</summary>
    /// <param name="corrected">The case.</param>
    /// <param name="request">The letter.</param>
    /// <param name="by">Who corrects it: they decided no earlier stage than that of the answer.</param>
    /// <param name="rules">The landlord's rules, with who manages whom.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotCorrectAnswer> Decide(
        Case corrected,
        AnswerCorrectionRequest request,
        string by,
        Rules rules,
        DateOnly today
    )
    {
        if (AnswerArrival.StageOf(corrected) is not { } stage)
        {
            return CannotCorrectAnswer.NotAnswered;
        }

        if (corrected.Stages.Any(s => s.Number < stage.Number && Deciders.Of(corrected, s.Number).Contains(by)))
        {
            return CannotCorrectAnswer.DecidedAnEarlierStage;
        }

        if (Independence.ToTheDecision(corrected, by, rules, today)?.Bars(stage.Number) is true)
        {
            return CannotCorrectAnswer.ReviewsTheirOwn;
        }

        if (
            corrected.Letters.Any(letter =>
                letter.Written.Means is AnswerCorrected means && means.Stage == stage.Number
            )
        )
        {
            return CannotCorrectAnswer.LetterIsWaiting;
        }

        if (Words.From(request.Reason) is not { } reason)
        {
            return CannotCorrectAnswer.NoReason;
        }

        if (Words.From(request.Letter) is not { } letter)
        {
            return CannotCorrectAnswer.NoLetter;
        }

        if (!request.Channel.IsInWriting())
        {
            return CannotCorrectAnswer.NotInWriting;
        }

        if (request.SentOn > today)
        {
            return CannotCorrectAnswer.SentInTheFuture;
        }

        if (request.SentOn < stage.RespondedOn)
        {
            return CannotCorrectAnswer.SentBeforeTheAnswer;
        }

        return Writing.Or(
            request.SentOn,
            request.Channel,
            letter,
            new AnswerCorrected(request.SentOn ?? today, stage.Number, request.Channel, reason, letter),
            today
        );
    }
}
