using Redress.Core.Procedures;

namespace Redress.Core.Cases;

/// <summary>An acknowledgement that was sent, or is to leave from here.</summary>
/// <param name="SentOn">The day it was handed to its channel; none where it has still to leave.</param>
/// <param name="Channel">How it was sent or is to leave.</param>
/// <param name="Letter">What it says.</param>
/// <param name="NamesHandler">Whether it names the officer, or the team, that has the case.</param>
public sealed record AcknowledgementRequest(DateOnly? SentOn, Channel Channel, string? Letter, bool NamesHandler);

/// <summary>Why a case cannot be acknowledged.</summary>
public enum CannotAcknowledge
{
    /// <summary>It was withdrawn or closed.</summary>
    CaseIsOver,

    /// <summary>This stage was acknowledged before.</summary>
    AlreadyAcknowledged,

    /// <summary>This stage was answered before.</summary>
    AlreadyAnswered,

    /// <summary>It has not been set down what the complaint is and what the resident wants.</summary>
    NotDefined,

    /// <summary>It was told and not written.</summary>
    NotInWriting,

    /// <summary>The letter is empty.</summary>
    NoLetter,

    /// <summary>The procedure, or the landlord's own setting, wants the letter to name who has the case.</summary>
    HandlerNotNamed,

    /// <summary>The day it was sent has not come yet.</summary>
    SentInTheFuture,

    /// <summary>The day it was sent is before the case was received or the stage asked for.</summary>
    SentBeforeReceipt,

    /// <summary>A letter that says so is written already, and waits to leave.</summary>
    LetterIsWaiting,

    /// <summary>It is asked for again, and no point says what is outstanding: the letter that is to leave must list it.</summary>
    NothingOutstanding,
}

/// <summary>
/// Acknowledging: telling the resident in writing what we understood and what they want done (ruling 5). An automatic
/// receipt is no acknowledgement.
/// </summary>
public static class Acknowledgement
{
    /// <summary>Once for each stage, and for a complaint only when it is defined.</summary>
    public static Decision<CannotAcknowledge> Decide(
        Case acknowledged,
        AcknowledgementRequest request,
        Rules rules,
        DateOnly today
    )
    {
        var stage = acknowledged.CurrentStage;
        if (acknowledged.IsOver)
        {
            return CannotAcknowledge.CaseIsOver;
        }

        if (stage.AcknowledgedOn is not null)
        {
            return CannotAcknowledge.AlreadyAcknowledged;
        }

        if (stage.RespondedOn is not null)
        {
            return CannotAcknowledge.AlreadyAnswered;
        }

        if (Writing.Waits<Acknowledged>(acknowledged))
        {
            return CannotAcknowledge.LetterIsWaiting;
        }

        if (acknowledged is { Kind: CaseKind.Complaint, Definition: null })
        {
            return CannotAcknowledge.NotDefined;
        }

        if (request.SentOn is null && stage.Number > 1 && acknowledged.Points.Count == 0)
        {
            return CannotAcknowledge.NothingOutstanding;
        }

        if (!request.Channel.IsInWriting())
        {
            return CannotAcknowledge.NotInWriting;
        }

        if (Words.From(request.Letter) is not { } letter)
        {
            return CannotAcknowledge.NoLetter;
        }

        if (!request.NamesHandler && MustNameHandler(stage, rules))
        {
            return CannotAcknowledge.HandlerNotNamed;
        }

        if (request.SentOn > today)
        {
            return CannotAcknowledge.SentInTheFuture;
        }

        if (request.SentOn < stage.StartedOn)
        {
            return CannotAcknowledge.SentBeforeReceipt;
        }

        return Writing.Or(
            request.SentOn,
            request.Channel,
            letter,
            new Acknowledged(request.SentOn ?? today, stage.Number, request.Channel, letter, request.NamesHandler),
            today
        );
    }

    private static bool MustNameHandler(StageRecord stage, Rules rules) =>
        rules.AcknowledgementNamesHandler
        || rules.Find(stage.ProcedureId) is { } procedure
            && procedure.Letters.TryGetValue("acknowledgement", out var contents)
            && contents.Contains("handler");
}
