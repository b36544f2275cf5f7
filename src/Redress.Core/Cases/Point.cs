namespace Redress.Core.Cases;

/// <summary>One thing a complaint says, answered by itself, with a finding and the reason for it.</summary>
public sealed class Point
{
    internal Point(PointRaised raised) => (Number, Text) = (raised.Point, raised.Text);

    /// <summary>Its number within the case, from 1.</summary>
    public int Number { get; }

    /// <summary>What it says.</summary>
    public Words Text { get; }

    /// <summary>What was found; none until it is decided.</summary>
    public Finding? Finding { get; private set; }

    /// <summary>Why.</summary>
    public Words? Reason { get; private set; }

    /// <summary>What will put it right, if anything must.</summary>
    public Words? Remedy { get; private set; }

    internal void Apply(PointDecided decided) =>
        (Finding, Reason, Remedy) = (decided.Finding, decided.Reason, decided.Remedy);
}
