using Redress.Core.Procedures;

namespace Redress.Core.Cases;

/// <summary>A notice of a hearing or review meeting that was sent, or is to leave from here.</summary>
/// <param name="SentOn">The day it was handed to its channel; none where it has still to leave.</param>
/// <param name="Channel">How it was sent or is to leave.</param>
/// <param name="HearingOn">The day of the hearing.</param>
/// <param name="Letter">What it says, with where and when the hearing is.</param>
public sealed record HearingNoticeRequest(DateOnly? SentOn, Channel Channel, DateOnly HearingOn, string? Letter);

/// <summary>Why a notice of a hearing cannot be recorded.</summary>
public enum CannotGiveHearingNotice
{
    /// <summary>The case is answered, withdrawn or closed.</summary>
    CaseIsNotOpen,

    /// <summary>The procedure of this stage has no hearing.</summary>
    NoHearing,

    /// <summary>It was told and not written.</summary>
    NotInWriting,

    /// <summary>The letter is empty.</summary>
    NoLetter,

    /// <summary>The hearing is not after the day the notice was sent.</summary>
    HearingNotAfterNotice,

    /// <summary>The day it was sent has not come yet.</summary>
    SentInTheFuture,

    /// <summary>The day it was sent is before the stage was asked for.</summary>
    SentBeforeTheRequest,

    /// <summary>A notice is written already, and waits to leave.</summary>
    LetterIsWaiting,
}

/// <summary>
/// Giving notice of a hearing or review meeting. Whether it came in time and left enough time is for the clock to judge: a
/// late notice is recorded as late.
/// </summary>
public static class HearingNotice
{
    /// <summary>It must be sent in writing while the stage is open, and before the hearing.</summary>
    public static Decision<CannotGiveHearingNotice> Decide(
        Case heard,
        HearingNoticeRequest request,
        Rules rules,
        DateOnly today
    )
    {
        if (heard.Status != CaseStatus.Open)
        {
            return CannotGiveHearingNotice.CaseIsNotOpen;
        }

        if (!BelongsTo(heard, rules))
        {
            return CannotGiveHearingNotice.NoHearing;
        }

        if (Writing.Waits<HearingNotified>(heard))
        {
            return CannotGiveHearingNotice.LetterIsWaiting;
        }

        if (!request.Channel.IsInWriting())
        {
            return CannotGiveHearingNotice.NotInWriting;
        }

        if (Words.From(request.Letter) is not { } letter)
        {
            return CannotGiveHearingNotice.NoLetter;
        }

        if (request.HearingOn <= (request.SentOn ?? today))
        {
            return CannotGiveHearingNotice.HearingNotAfterNotice;
        }

        if (request.SentOn > today)
        {
            return CannotGiveHearingNotice.SentInTheFuture;
        }

        if (request.SentOn < heard.CurrentStage.StartedOn)
        {
            return CannotGiveHearingNotice.SentBeforeTheRequest;
        }

        return Writing.Or(
            request.SentOn,
            request.Channel,
            letter,
            new HearingNotified(request.SentOn ?? today, heard.Stage, request.HearingOn, request.Channel, letter),
            today
        );
    }

    /// <summary>Whether the stage the case has reached has a hearing under its procedure.</summary>
    public static bool BelongsTo(Case heard, Rules rules) =>
        rules
            .Find(heard.CurrentStage.ProcedureId)
            ?.For(heard.Kind)
            ?.Stage(heard.Stage)
            ?.Duties.Any(duty => duty.Duty == DutyName.HearingNotice) == true;
}
