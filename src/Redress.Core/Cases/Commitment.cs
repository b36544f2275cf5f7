namespace Redress.Core.Cases;

/// <summary>A promise with an owner and a day. It outlives the answer, and the case.</summary>
public sealed class Commitment
{
    internal Commitment(CommitmentMade made) =>
        (Number, MadeOn, What, DueOn, Owner, Point, Amount) = (
            made.Commitment,
            made.On,
            made.What,
            made.DueOn,
            made.Owner,
            made.Point,
            made.Amount
        );

    /// <summary>Its number within the case, from 1.</summary>
    public int Number { get; }

    /// <summary>The day of the promise.</summary>
    public DateOnly MadeOn { get; }

    /// <summary>What was promised.</summary>
    public Words What { get; }

    /// <summary>The last day for it, included.</summary>
    public DateOnly DueOn { get; }

    /// <summary>Who must see that it is done.</summary>
    public string Owner { get; }

    /// <summary>The point it puts right, if one.</summary>
    public int? Point { get; }

    /// <summary>What is to be paid, in pounds; none where it is no money.</summary>
    public decimal? Amount { get; }

    /// <summary>The day it was kept; none while it is open.</summary>
    public DateOnly? KeptOn { get; private set; }

    internal void Apply(CommitmentKept kept) => KeptOn = kept.On;
}
