namespace Redress.Core.Cases;

/// <summary>
/// What came of asking whether something may be done: either the events to record, or the one reason it cannot be.
/// </summary>
/// <typeparam name="TRefusal">The reasons, each finishing the sentence the enum's name begins.</typeparam>
public sealed class Decision<TRefusal>
    where TRefusal : struct, Enum
{
    private Decision(IReadOnlyList<CaseEvent> events, TRefusal? refusal) => (Events, Refusal) = (events, refusal);

    /// <summary>What to record, in order; empty where it is refused.</summary>
    public IReadOnlyList<CaseEvent> Events { get; }

    /// <summary>Why it cannot be done; none where it can.</summary>
    public TRefusal? Refusal { get; }

    /// <summary>It cannot be done.</summary>
    public static implicit operator Decision<TRefusal>(TRefusal refusal) => new([], refusal);

    /// <summary>It can be done, and this happens.</summary>
    public static implicit operator Decision<TRefusal>(CaseEvent happens) => new([happens], refusal: null);

    /// <summary>It can be done, and these happen.</summary>
    public static implicit operator Decision<TRefusal>(List<CaseEvent> happen) => new(happen, refusal: null);
}
