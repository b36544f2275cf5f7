namespace Redress.Core.Cases;

/// <summary>What becomes of a case that was to be handed over.</summary>
/// <param name="Case">The case.</param>
/// <param name="To">Who has it now; none where it stays where it is.</param>
/// <param name="Events">What happens to it: nothing where it stays.</param>
/// <param name="Refusal">Why it stays where it is.</param>
public sealed record HandedOver(Case Case, string? To, IReadOnlyList<CaseEvent> Events, CannotAssign? Refusal = null);

/// <summary>Giving many cases to colleagues in one act: a share of the work, or all that somebody absent has.</summary>
public static class Handover
{
    /// <summary>
    /// Each case goes to the next colleague in turn who may have it. A case that none of them may have, because they decided
    /// an earlier stage (ruling 12) or it is over, stays where it is and hinders no other.
    /// </summary>
    /// <param name="cases">In the order they are shared out.</param>
    /// <param name="colleagues">Who takes them, in turn; at least one.</param>
    /// <param name="rules">The landlord's rules.</param>
    /// <param name="today">Today.</param>
    public static IReadOnlyList<HandedOver> Decide(
        IEnumerable<Case> cases,
        IReadOnlyList<string> colleagues,
        Rules rules,
        DateOnly today
    )
    {
        var turn = 0;
        var handed = new List<HandedOver>();
        foreach (var one in cases)
        {
            var tried = Enumerable
                .Range(turn, colleagues.Count)
                .Select(place => (Place: place, To: colleagues[place % colleagues.Count]))
                .Select(next =>
                    (next.Place, next.To, Decision: Assignment.Decide(one, RequestOf(one, next.To), rules, today))
                )
                .ToList();
            var (place, to, decision) = tried.Find(next => next.Decision.Refusal is null) is { To: not null } taken
                ? taken
                : tried[0];
            if (decision.Refusal is { } refusal)
            {
                handed.Add(new HandedOver(one, To: null, [], refusal));
                continue;
            }

            handed.Add(new HandedOver(one, to, decision.Events));
            turn = (place + 1) % colleagues.Count;
        }

        return handed;
    }

    /// <summary>A case changes hands, and stays in its team.</summary>
    private static AssignmentRequest RequestOf(Case given, string to) => new(to, given.CurrentStage.Team);
}
