namespace Redress.Core.Cases;

/// <summary>A holding letter that was sent, or is to leave from here.</summary>
/// <param name="SentOn">The day it was handed to its channel; none where it has still to leave.</param>
/// <param name="Until">The day it promises an answer by.</param>
/// <param name="Letter">What it says.</param>
/// <param name="Channel">How it is to leave, where it has still to.</param>
public sealed record HoldingLetterRequest(
    DateOnly? SentOn,
    DateOnly Until,
    string? Letter,
    Channel Channel = Channel.Letter
);

/// <summary>Why a holding letter cannot be recorded.</summary>
public enum CannotHold
{
    /// <summary>The case is answered, withdrawn or closed.</summary>
    CaseIsNotOpen,

    /// <summary>The letter is empty.</summary>
    NoLetter,

    /// <summary>It promises an answer by a day that is not after the letter.</summary>
    PromisesNoLaterDay,

    /// <summary>The day it was sent has not come yet.</summary>
    SentInTheFuture,

    /// <summary>The day it was sent is before the case was received or the stage asked for.</summary>
    SentBeforeReceipt,

    /// <summary>A letter that says so is written already, and waits to leave.</summary>
    LetterIsWaiting,
}

/// <summary>
/// Sending a letter that says when the answer will come. Whether it moves the due date is for the procedure and the
/// clock: most procedures give it no such power.
/// </summary>
public static class HoldingLetter
{
    /// <summary>It must have been sent while an answer was owed, and promise a day.</summary>
    public static Decision<CannotHold> Decide(Case held, HoldingLetterRequest request, DateOnly today)
    {
        var stage = held.CurrentStage;
        if (held.Status != CaseStatus.Open)
        {
            return CannotHold.CaseIsNotOpen;
        }

        if (Writing.Waits<HoldingLetterSent>(held))
        {
            return CannotHold.LetterIsWaiting;
        }

        if (Words.From(request.Letter) is not { } letter)
        {
            return CannotHold.NoLetter;
        }

        var sentOn = request.SentOn ?? today;
        if (request.Until <= sentOn)
        {
            return CannotHold.PromisesNoLaterDay;
        }

        if (sentOn > today)
        {
            return CannotHold.SentInTheFuture;
        }

        if (sentOn < stage.StartedOn)
        {
            return CannotHold.SentBeforeReceipt;
        }

        return Writing.Or(
            request.SentOn,
            request.Channel,
            letter,
            new HoldingLetterSent(sentOn, stage.Number, request.Until, letter),
            today
        );
    }
}
