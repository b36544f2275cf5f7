using Redress.Core.Calendar;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>
/// What is known of the duties of one case, and what was known before. Events are entered one by one, whether as they
/// happen or out of history, so that a rebuild comes to the same rows.
/// </summary>
internal sealed class DutyLedger(IEnumerable<DutyRow> known)
{
    /// <summary>The duties as known now.</summary>
    public List<DutyRow> Current { get; private set; } = [.. known];

    /// <summary>What ceased to be known, in the order it did.</summary>
    public List<DutyVersionRow> Superseded { get; } = [];

    /// <summary>The case has just applied the event: duties whose facts it changed are known anew from its instant.</summary>
    public void Enter(RecordedEvent happened, Case changed, Rules rules)
    {
        if (MovesNoClock(happened.Event))
        {
            return;
        }

        var at = happened.RecordedAt;
        var before = Current;
        var clocks = CaseClocks.Of(changed, rules, LondonTime.Day(at));
        Current = [.. CaseRows.Duties(changed, clocks, at).Select(now => Unchanged(before, now) ?? now)];

        // What was known for no time at all was never known.
        Superseded.AddRange(
            before.Where(old => old.KnownFrom < at && !Current.Contains(old)).Select(old => Version(old, knownTo: at))
        );
    }

    /// <summary>The same duty of the same case, whatever is known of it.</summary>
    public static bool IsSame(DutyFacts one, DutyFacts other) =>
        one.Stage == other.Stage && one.Duty == other.Duty && one.Occurrence == other.Occurrence;

    /// <summary>Most of what is written about a case concerns no clock, and counting again costs more than knowing that.</summary>
    private static bool MovesNoClock(CaseEvent happened) =>
        happened
            is Assigned
                or Classified
                or Defined
                or PointRaised
                or PointDecided
                or CommitmentMade
                or CommitmentKept
                or Asked
                or AskAnswered
                or AskGivenUp
                or CorrectionProposed
                or CorrectionRejected
                or RefusalProposed
                or RefusalRejected
                or MatterDated
                or LateMatterAccepted
                or AnswerCorrected
                or Linked
                or GuidanceOverridden
                or LetterWritten
                or LetterSent
                or LetterFailed
                or LetterRerouted
                or LetterCancelled;

    private static DutyRow? Unchanged(List<DutyRow> before, DutyRow now) =>
        before.Find(old => IsSame(old, now) && old == now with { KnownFrom = old.KnownFrom });

    private static DutyVersionRow Version(DutyRow old, DateTime knownTo) =>
        new()
        {
            CaseId = old.CaseId,
            Stage = old.Stage,
            Duty = old.Duty,
            Occurrence = old.Occurrence,
            CountedFrom = old.CountedFrom,
            Limit = old.Limit,
            Due = old.Due,
            OriginalDue = old.OriginalDue,
            TargetDue = old.TargetDue,
            MetOn = old.MetOn,
            EndedOn = old.EndedOn,
            Extended = old.Extended,
            Assumed = old.Assumed,
            BelongsTo = old.BelongsTo,
            CalendarEdition = old.CalendarEdition,
            KnownFrom = old.KnownFrom,
            KnownTo = knownTo,
        };
}
