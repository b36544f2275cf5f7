using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Clocks;
using Redress.Core.Procedures;

namespace Redress.Web.Features.Cases;

/// <summary>What the procedure of a case says about more time for the answer it owes.</summary>
public sealed record AnswerClock(DutyClock Clock)
{
    /// <summary>How an answer may be given more time; none where the procedure has no extensions.</summary>
    public ExtensionRule? Rule => Clock.Rule.Extensions;

    /// <summary>Holding letters not sent yet that may move the date, in order.</summary>
    public IEnumerable<HoldingLetterRule> LettersLeft =>
        Clock.Rule.HoldingLetters.Skip(Clock.Moves.Count(move => move.By == ClockEventKind.HoldingLetter));

    /// <summary>The last day an extension may reach without being beyond the cap; none without a cap.</summary>
    public DateOnly? LatestWithinCap =>
        Rule?.Cap is { } cap && Clock.OriginalDue is { } due ? Deadlines.Due(due, cap, Clock.Calendar) : null;

    /// <summary>The answer owed at the stage the case has reached; none where nothing says when it is due.</summary>
    public static AnswerClock? Of(Case owed, IReadOnlyList<DutyClock> clocks) =>
        clocks.LastOrDefault(clock => clock.Duty == DutyName.Respond && (clock.Stage ?? 0) == owed.Stage) is { } clock
            ? new AnswerClock(clock)
            : null;

    /// <summary>How the clock would judge an extension or a holding letter about to be recorded.</summary>
    public static DueDateMove? Judgement(Case owed, CaseEvent about, Rules rules, DateOnly today)
    {
        var after = Case.Fold(
            owed.Id,
            [.. owed.History, new RecordedEvent(owed.Version + 1, about, DateTime.UnixEpoch, "")]
        );
        var until = about is HoldingLetterSent letter ? letter.Until : ((Extended)about).Until;
        var by = about is HoldingLetterSent ? ClockEventKind.HoldingLetter : ClockEventKind.Extended;
        return Of(after, CaseClocks.Of(after, rules, today))
            ?.Clock.Moves.LastOrDefault(move => move.By == by && move.Until == until);
    }
}
