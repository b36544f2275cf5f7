namespace Redress.Core.Cases;

/// <summary>An answer that was sent, or is to leave from here.</summary>
/// <param name="SentOn">The day it was handed to its channel; none where it has still to leave.</param>
/// <param name="Channel">How it was sent or is to leave.</param>
/// <param name="Letter">What it says.</param>
/// <param name="Outcome">The finding on the whole.</param>
public sealed record ResponseRequest(DateOnly? SentOn, Channel Channel, string? Letter, Finding Outcome);

/// <summary>Why a case cannot be answered.</summary>
public enum CannotRespond
{
    /// <summary>It was withdrawn or closed.</summary>
    CaseIsOver,

    /// <summary>This stage was answered before. A wrong answer is mended by a correction or the next stage (ruling 19).</summary>
    AlreadyAnswered,

    /// <summary>Nobody has this stage yet: assign it first.</summary>
    NoHandler,

    /// <summary>Who answers, or who has the stage, decided an earlier one, and somebody else must decide this (ruling 12).</summary>
    DecidedAnEarlierStage,

    /// <summary>A point has no finding with its reason yet.</summary>
    PointsNotDecided,

    /// <summary>It was told and not written.</summary>
    NotInWriting,

    /// <summary>The letter is empty.</summary>
    NoLetter,

    /// <summary>The day it was sent has not come yet.</summary>
    SentInTheFuture,

    /// <summary>The day it was sent is before the case was received or the stage asked for.</summary>
    SentBeforeReceipt,

    /// <summary>The day it was sent is before the acknowledgement: one of the two days is wrong.</summary>
    SentBeforeAcknowledgement,

    /// <summary>A letter that says so is written already, and waits to leave.</summary>
    LetterIsWaiting,
}

/// <summary>Answering the stage a case has reached. Open promises do not hold an answer up.</summary>
public static class Response
{
    /// <summary>Every point needs a finding and a reason, and what is met is met by sending in writing (ruling 4).</summary>
    /// <param name="answered">The case.</param>
    /// <param name="request">The answer.</param>
    /// <param name="decidedBy">Who answers: neither they nor who has the stage decided an earlier one.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotRespond> Decide(
        Case answered,
        ResponseRequest request,
        string decidedBy,
        DateOnly today
    )
    {
        var stage = answered.CurrentStage;
        if (answered.IsOver)
        {
            return CannotRespond.CaseIsOver;
        }

        if (stage.RespondedOn is not null)
        {
            return CannotRespond.AlreadyAnswered;
        }

        if (Writing.Waits<Responded>(answered))
        {
            return CannotRespond.LetterIsWaiting;
        }

        if (stage.Handler is not { } handler)
        {
            return CannotRespond.NoHandler;
        }

        if (Deciders.BarredFrom(answered).Overlaps([decidedBy, handler]))
        {
            return CannotRespond.DecidedAnEarlierStage;
        }

        if (answered.Points.Any(point => point.Finding is null))
        {
            return CannotRespond.PointsNotDecided;
        }

        if (!request.Channel.IsInWriting())
        {
            return CannotRespond.NotInWriting;
        }

        if (Words.From(request.Letter) is not { } letter)
        {
            return CannotRespond.NoLetter;
        }

        if (request.SentOn > today)
        {
            return CannotRespond.SentInTheFuture;
        }

        if (request.SentOn < stage.StartedOn)
        {
            return CannotRespond.SentBeforeReceipt;
        }

        if (request.SentOn < stage.AcknowledgedOn)
        {
            return CannotRespond.SentBeforeAcknowledgement;
        }

        return Writing.Or(
            request.SentOn,
            request.Channel,
            letter,
            new Responded(request.SentOn ?? today, stage.Number, request.Outcome, request.Channel, letter),
            today
        );
    }
}
