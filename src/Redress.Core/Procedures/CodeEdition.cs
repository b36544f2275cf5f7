namespace Redress.Core.Procedures;

/// <summary>
/// An edition of a Complaint Handling Code: those of its provisions that a procedure's data can be held against. Its figures
/// stand once, in the procedure that is its minimum.
/// </summary>
/// <param name="Id">For example <c>code-2024</c>.</param>
/// <param name="Title">The edition's title.</param>
/// <param name="Publisher">Who issued it.</param>
/// <param name="InForceFrom">First day in force, included.</param>
/// <param name="InForceUntil">Last day in force, included; none while it still is.</param>
/// <param name="Source">Where it can be read.</param>
/// <param name="Minimum">The least it asks for, as a procedure.</param>
/// <param name="Provisions">In order of number.</param>
public sealed record CodeEdition(
    string Id,
    string Title,
    string Publisher,
    DateOnly InForceFrom,
    DateOnly? InForceUntil,
    string Source,
    Procedure Minimum,
    IReadOnlyList<CodeProvision> Provisions
);

/// <summary>One provision and how a procedure is held against it. A provision that asks several things is listed once for each.</summary>
/// <param name="Number">Its number in the Code, for example <c>6.3</c>.</param>
/// <param name="Text">What it asks for, in our words.</param>
/// <param name="Check">How it is checked.</param>
public sealed record CodeProvision(string Number, string Text, CodeCheck Check)
{
    /// <summary>The stage it is about; none where it is about the whole procedure.</summary>
    public int? Stage { get; init; }

    /// <summary>True where the Code allows the stage and does not ask for it.</summary>
    public bool OptionalStage { get; init; }

    /// <summary>For <see cref="CodeCheck.ExtensionFacts"/>: what an extension needs.</summary>
    public IReadOnlyList<ExtensionFact> Requires { get; init; } = [];

    /// <summary>For <see cref="CodeCheck.Letter"/>: which letter.</summary>
    public string? Letter { get; init; }

    /// <summary>For <see cref="CodeCheck.Letter"/>: what it must contain.</summary>
    public IReadOnlyList<string> Contents { get; init; } = [];

    /// <summary>For <see cref="CodeCheck.MostStages"/>: how many stages there may be.</summary>
    public int? AtMost { get; init; }

    /// <summary>For <see cref="CodeCheck.MostStages"/>: a stage beyond this number has to be justified.</summary>
    public int? JustifyAbove { get; init; }

    /// <summary>True when it could not be confirmed against the Code's own text.</summary>
    public bool Unverified { get; init; }
}

/// <summary>The ways a procedure is held against a provision, a closed list.</summary>
public enum CodeCheck
{
    /// <summary>No stage before stage 1, by any name.</summary>
    NoInformalStage,

    /// <summary>No more stages than allowed.</summary>
    MostStages,

    /// <summary>There is a stage 2, and asking for the next stage is enough.</summary>
    NextStage,

    /// <summary>The stage opens because the resident asks.</summary>
    OnRequest,

    /// <summary>Nobody who decided an earlier stage decides this one.</summary>
    DifferentPerson,

    /// <summary>The acknowledgement is no later than the Code's.</summary>
    Acknowledge,

    /// <summary>The answer is no later than the Code's.</summary>
    Respond,

    /// <summary>More time for the answer is no longer than the Code's.</summary>
    ExtensionLength,

    /// <summary>An extension needs certain facts.</summary>
    ExtensionFacts,

    /// <summary>Beyond the cap an extension needs what the Code's own does.</summary>
    ExtensionBeyondCap,

    /// <summary>No clock of the landlord's may be paused (ruling 2).</summary>
    NoPause,

    /// <summary>The policy says how long the resident has to ask for the next stage.</summary>
    WindowStated,

    /// <summary>A late request for the next stage is not refused outright.</summary>
    LateRequests,

    /// <summary>The age that bars a matter is no shorter than the Code's and leaves discretion.</summary>
    TimeBar,

    /// <summary>The matters that are not considered are listed.</summary>
    Exclusions,

    /// <summary>A letter contains what it must.</summary>
    Letter,
}
