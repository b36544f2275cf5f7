using Redress.Core.Procedures;

namespace Redress.Core.Cases;

/// <summary>More time for the answer, and what was done about telling the resident.</summary>
/// <param name="Until">The new date for the answer.</param>
/// <param name="Reason">Why it is needed.</param>
public sealed record ExtensionRequest(DateOnly Until, string? Reason)
{
    /// <summary>How the letter that tells the resident is to leave from here; none where they are told another way.</summary>
    public Channel? LeavesBy { get; init; }

    /// <summary>What that letter says.</summary>
    public string? Letter { get; init; }

    /// <summary>The day the resident was told; none while they have not been. Not asked where a letter is to leave.</summary>
    public DateOnly? ToldOn { get; init; }

    /// <summary>Whether they were told in writing.</summary>
    public bool InWriting { get; init; }

    /// <summary>Whether they agreed.</summary>
    public bool Agreed { get; init; }

    /// <summary>Whether they were given the Ombudsman's details.</summary>
    public bool OmbudsmanDetails { get; init; }

    /// <summary>Who approved it, where the procedure wants a name.</summary>
    public string? ApprovedBy { get; init; }
}

/// <summary>Why an answer cannot be given more time.</summary>
public enum CannotExtend
{
    /// <summary>The case is answered, withdrawn or closed.</summary>
    CaseIsNotOpen,

    /// <summary>Nothing says by when this stage must be answered.</summary>
    NothingIsDue,

    /// <summary>No reason was given.</summary>
    NoReason,

    /// <summary>The new date is not later than the date in force.</summary>
    NotLater,

    /// <summary>The day the resident was told has not come yet.</summary>
    ToldInTheFuture,

    /// <summary>The day the resident was told is before the case was received or the stage asked for.</summary>
    ToldBeforeReceipt,

    /// <summary>The letter that is to leave is empty.</summary>
    NoLetter,

    /// <summary>A letter that says so is written already, and waits to leave.</summary>
    LetterIsWaiting,
}

/// <summary>
/// Giving an answer more time. The event records what was said and how, also when it was said too late or not at all:
/// whether it moves the due date is for the clock to judge (ruling 6).
/// </summary>
public static class Extension
{
    /// <summary>A good reason and a later date are always needed.</summary>
    public static Decision<CannotExtend> Decide(Case extended, ExtensionRequest request, Rules rules, DateOnly today)
    {
        var stage = extended.CurrentStage;
        if (extended.Status != CaseStatus.Open)
        {
            return CannotExtend.CaseIsNotOpen;
        }

        if (Writing.Waits<Extended>(extended))
        {
            return CannotExtend.LetterIsWaiting;
        }

        if (AnswerDue(extended, rules, today) is not { } due)
        {
            return CannotExtend.NothingIsDue;
        }

        if (Words.From(request.Reason) is not { } reason)
        {
            return CannotExtend.NoReason;
        }

        if (request.Until <= due)
        {
            return CannotExtend.NotLater;
        }

        if (request.LeavesBy is { } channel)
        {
            return Words.From(request.Letter) is { } letter
                ? new LetterWritten(today, channel, letter, Told(stage, request, reason, toldOn: null, today))
                : CannotExtend.NoLetter;
        }

        if (request.ToldOn > today)
        {
            return CannotExtend.ToldInTheFuture;
        }

        if (request.ToldOn < stage.StartedOn)
        {
            return CannotExtend.ToldBeforeReceipt;
        }

        return Told(stage, request, reason, request.ToldOn, today);
    }

    private static Extended Told(
        StageRecord stage,
        ExtensionRequest request,
        Words reason,
        DateOnly? toldOn,
        DateOnly today
    ) =>
        new(
            toldOn ?? today,
            stage.Number,
            request.Until,
            toldOn,
            request.InWriting || request.LeavesBy is not null,
            reason,
            request.Agreed,
            request.OmbudsmanDetails,
            request.ApprovedBy
        );

    /// <summary>The date now in force for the answer of the stage the case has reached; none where nothing says one.</summary>
    internal static DateOnly? AnswerDue(Case extended, Rules rules, DateOnly today) =>
        CaseClocks
            .Of(extended, rules, today)
            .LastOrDefault(clock => clock.Duty == DutyName.Respond && (clock.Stage ?? 0) == extended.Stage)
            ?.Due;
}
