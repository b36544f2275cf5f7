using Redress.Core.Cases;
using Redress.Core.Clocks;

namespace Redress.Web.Features.Cases.Correct;

/// <summary>A correction that waits for a second person, and every duty as it stands beside how it would stand.</summary>
public sealed record PendingChange(
    CaseView View,
    PendingCorrection Pending,
    IReadOnlyList<(DutyClock Now, DutyClock Then)> Duties
)
{
    /// <summary>None where nothing waits.</summary>
    public static PendingChange? Of(CaseView view)
    {
        if (view.Case.PendingCorrection is not { Proposed: { } proposed } pending)
        {
            return null;
        }

        var corrected = new Corrected(
            view.Today,
            pending.Proposal,
            proposed.Fact,
            proposed.OldValue,
            proposed.NewValue,
            proposed.Stage
        );
        var recorded = new RecordedEvent(view.Case.Version + 1, corrected, DateTime.UnixEpoch, "");
        var then = CaseClocks.Of(Case.Fold(view.Case.Id, [.. view.Case.History, recorded]), view.Rules, view.Today);
        return new PendingChange(
            view,
            pending,
            [
                .. view
                    .Clocks.Select(now => (Now: now, Then: then.FirstOrDefault(other => IsSame(now, other))))
                    .Where(pair => pair.Then is not null)
                    .Select(pair => (pair.Now, pair.Then!)),
            ]
        );
    }

    private static bool IsSame(DutyClock one, DutyClock other) =>
        (one.Duty, one.Stage, one.Occurrence) == (other.Duty, other.Stage, other.Occurrence);
}
