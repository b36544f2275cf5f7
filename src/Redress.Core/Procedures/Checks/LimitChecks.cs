using Redress.Core.Calendar;

namespace Redress.Core.Procedures.Checks;

/// <summary>
/// Whether the procedure's limits are within the Code's. What counts is not the figure alone but what it is counted
/// from: the comparison takes the case in which the landlord keeps to its procedure and the two ends lie furthest apart.
/// </summary>
internal static class LimitChecks
{
    public static IEnumerable<CodeFinding> Acknowledge(Question question) =>
        [Compare(question, DutyName.Acknowledge, "the acknowledgement")];

    public static IEnumerable<CodeFinding> Respond(Question question) =>
        [Compare(question, DutyName.Respond, "the answer")];

    public static IEnumerable<CodeFinding> NoPause(Question question)
    {
        var pauses = question.Stage!.Duties.Where(duty => duty.PausesSource is not null).ToList();
        return pauses.Count == 0
            ? [question.Met($"Stage {question.Stage.Number}: no clock can be paused.")]
            : pauses.Select(duty =>
                question.Breach(
                    $"Stage {question.Stage.Number}: the clock of \"{Words.Plain(WireName.Of(duty.Duty))}\" may be paused "
                        + $"({duty.PausesSource}); under the Code no clock stops, and an extension is the only way to more time."
                )
            );
    }

    /// <summary>More than zero where the procedure's limit, and what may follow it, can end later than the Code's.</summary>
    public static int Compare(
        Question question,
        DutyRule ours,
        DutyRule theirs,
        Limit? then = null,
        Limit? thenTheirs = null
    )
    {
        var lag = IsNeverLater(ours.From, theirs.From) ? Chain.Of() : Chain.Until(ours.From, question.Stage!.Duties);
        return lag is null
            ? 1
            : lag.Then(ours.Within)
                .Then(OrNothing(then))
                .CompareTo(Chain.Of(theirs.Within).Then(OrNothing(thenTheirs)), question.Calendar);
    }

    private static CodeFinding Compare(Question question, DutyName name, string what)
    {
        var stage = question.Stage!;
        var theirs = Duty(question.CodeStage!, name)!;
        if (Duty(stage, name) is not { } ours)
        {
            return question.Gap(
                $"Stage {stage.Number} ({stage.Source}): {what} is missing or has no limit; the Code's limit is {Words.Figure(theirs)}."
            );
        }
        var figures =
            $"Stage {stage.Number}: {what} is due {Words.Figure(ours)} ({ours.Source}); the Code's limit is {Words.Figure(theirs)}.";
        return Compare(question, ours, theirs) switch
        {
            > 0 => question.Breach(figures + WhyLonger(question, ours, theirs, what)),
            < 0 => question.Stricter(figures),
            _ when ours.From != theirs.From && IsStart(ours.From) => question.Stricter(figures),
            _ => question.Met(figures),
        };
    }

    /// <summary>A note where the two are counted from different acts, and the figures alone do not show the breach.</summary>
    private static string WhyLonger(Question question, DutyRule ours, DutyRule theirs, string what)
    {
        var (our, their) = (Words.Start(ours.From), Words.Start(theirs.From));
        if (!IsNeverLater(ours.From, theirs.From))
        {
            return Chain.Until(ours.From, question.Stage!.Duties)?.Sum is { } lag
                ? $" {Capital(our)} may itself take {lag}, so that {what} may come {lag} later than the figure says."
                : $" Nothing limits when {our} happens, so nothing limits {what}.";
        }
        if (ours.From == theirs.From || Latest(question.CodeStage!, theirs) is not { } latest)
        {
            return "";
        }
        var beginning = question.Stage!.Number > 1 ? "the request" : "receipt";
        var within = Chain.Of(ours.Within).CompareTo(Chain.Of(latest), question.Calendar) <= 0;
        return within
            ? $" The Code's latest lawful day is {latest} from {beginning}, but only where {their} took all the time it may; "
                + "after an earlier one this limit is too late."
            : $" That is later even than the Code's latest lawful day, {latest} from {beginning}.";
    }

    /// <summary>The latest lawful day, from the start of the stage.</summary>
    private static Limit? Latest(StageRules stage, DutyRule duty) =>
        Chain.Until(duty.From, stage.Duties)?.Then(duty.Within).Sum;

    /// <summary>
    /// Whether one start cannot come after another. Only the start of the stage is sure to be first: logging may come before
    /// the acknowledgement or after it.
    /// </summary>
    private static bool IsNeverLater(ClockEventKind ours, ClockEventKind theirs) => ours == theirs || IsStart(ours);

    private static bool IsStart(ClockEventKind act) =>
        act is ClockEventKind.Received or ClockEventKind.EscalationRequested;

    public static DutyRule? Duty(StageRules stage, DutyName name) =>
        stage.Duties.FirstOrDefault(duty => duty.Duty == name);

    private static IEnumerable<Limit> OrNothing(Limit? limit) => limit is { } some ? [some] : [];

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
