using Redress.Core.Procedures;

namespace Redress.Core.Cases;

/// <summary>An answer that was sent, or is to leave from here.</summary>
/// <param name="SentOn">The day it was handed to its channel; none where it has still to leave.</param>
/// <param name="Channel">How it was sent or is to leave.</param>
/// <param name="Letter">What it says.</param>
/// <param name="Outcome">The finding on the whole.</param>
public sealed record ResponseRequest(DateOnly? SentOn, Channel Channel, string? Letter, Finding Outcome)
{
    /// <summary>True where the letter is to leave though it does not say how to go further: who sends it has seen that.</summary>
    public bool WithoutAdvice { get; init; }

    /// <summary>Why it goes though points have no finding: a good letter must not be late for an empty box (ruling 23).</summary>
    public string? Override { get; init; }

    /// <summary>Why it goes though one side was not heard: that too must not make a good letter late.</summary>
    public string? Unheard { get; init; }

    /// <summary>Whether whoever answers heads the complaints team, and so may override.</summary>
    public bool MayOverride { get; init; }
}

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

    /// <summary>Who answers, or who has the stage, made the decision complained of or manages whoever did (ruling 12).</summary>
    ReviewsTheirOwn,

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

    /// <summary>The letter that is to leave does not say how to go to the next stage or to the Ombudsman.</summary>
    NoEscalationAdvice,

    /// <summary>It finds against a member of staff who had no chance to be heard, and does not say why it goes all the same.</summary>
    SubjectNotHeard,

    /// <summary>It finds against a member of staff before the resident's side was heard, and does not say why it goes all the same.</summary>
    ResidentNotHeard,

    /// <summary>More is promised than whoever answers settles alone, and nobody whose limit covers it approved it.</summary>
    NeedsApproval,

    /// <summary>Points without a finding are passed over by somebody who may not, or before the day the answer is due.</summary>
    MayNotOverride,
}

/// <summary>Answering the stage a case has reached. Open promises do not hold an answer up.</summary>
public static class Response
{
    /// <summary>Every point needs a finding and a reason, and what is met is met by sending in writing (ruling 4).</summary>
    /// <param name="answered">The case.</param>
    /// <param name="request">The answer.</param>
    /// <param name="decidedBy">Who answers: neither they nor who has the stage decided an earlier one, or what is complained of.</param>
    /// <param name="rules">The landlord's rules.</param>
    /// <param name="today">Today.</param>
    public static Decision<CannotRespond> Decide(
        Case answered,
        ResponseRequest request,
        string decidedBy,
        Rules rules,
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

        if (new[] { decidedBy, handler }.Any(who => Independence.ReviewsTheirOwn(answered, who, rules, today)))
        {
            return CannotRespond.ReviewsTheirOwn;
        }

        var undecided = answered.Points.Any(point => point.Finding is null);
        var why = undecided ? Words.From(request.Override) : null;
        if (undecided && why is null)
        {
            return CannotRespond.PointsNotDecided;
        }

        if (undecided && !(request.MayOverride && IsDue(answered, rules, today)))
        {
            return CannotRespond.MayNotOverride;
        }

        if (Settlement.NeedsApproval(answered, decidedBy, rules, today))
        {
            return CannotRespond.NeedsApproval;
        }

        if (!request.Channel.IsInWriting())
        {
            return CannotRespond.NotInWriting;
        }

        if (Words.From(request.Letter) is not { } letter)
        {
            return CannotRespond.NoLetter;
        }

        var oneSided = NotHeard(answered, request, rules, request.SentOn ?? today);
        var unheard = oneSided is null ? null : Words.From(request.Unheard);
        if (oneSided is { } side && unheard is null)
        {
            return side;
        }

        var leaves = request.SentOn is null;
        if (leaves && !request.WithoutAdvice && !EscalationAdvice.IsIn(letter.Text!, answered, rules))
        {
            return CannotRespond.NoEscalationAdvice;
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
            new Responded(
                request.SentOn ?? today,
                stage.Number,
                request.Outcome,
                request.Channel,
                letter,
                why,
                unheard
            ),
            today
        );
    }

    /// <summary>Which side was not heard before something is found against a member of staff; none where that is fair.</summary>
    private static CannotRespond? NotHeard(Case answered, ResponseRequest request, Rules rules, DateOnly on) =>
        !FairHearing.Subjects(answered).Any() || !FairHearing.IsAdverse(answered, request.Outcome) ? null
        : FairHearing.NotHeard(answered, on).Count > 0 ? CannotRespond.SubjectNotHeard
        : !FairHearing.ResidentHeard(answered, rules, on) ? CannotRespond.ResidentNotHeard
        : null;

    /// <summary>Whether the day on which the answer is due has come.</summary>
    public static bool IsDue(Case answered, Rules rules, DateOnly today) =>
        CaseClocks
            .Of(answered, rules, today)
            .Any(clock => clock.Duty == DutyName.Respond && (clock.Stage ?? 0) == answered.Stage && clock.Due <= today);
}
