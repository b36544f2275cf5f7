using Redress.Core.Cases;

namespace Redress.Core.Incidents;

/// <summary>Who says that somebody sees another person's data.</summary>
public enum Reporter
{
    /// <summary>Nobody knows who, or a resident.</summary>
    WithoutAccount,

    /// <summary>Somebody with an account.</summary>
    Staff,

    /// <summary>Staff who answer for incidents.</summary>
    Responsible,
}

/// <summary>Why a part cannot be hidden.</summary>
public enum CannotHide
{
    /// <summary>It is hidden already, for this incident.</summary>
    HiddenAlready,
}

/// <summary>Why a part cannot be shown again.</summary>
public enum CannotShowAgain
{
    /// <summary>It is shown already, or never was hidden.</summary>
    NotHidden,

    /// <summary>Nobody has asked for it.</summary>
    NotProposed,

    /// <summary>Whoever asked for it does not agree to it too: it takes two.</summary>
    ProposedByYou,
}

/// <summary>
/// Hiding what leaks, at once and by one; showing it again, by two. What one press does by itself follows from what whoever
/// presses could break by it (docs/decisions/0024).
/// </summary>
public static class HidingParts
{
    /// <summary>
    /// What is hidden as soon as somebody presses: the whole part, where they answer for that; else no more than the one case
    /// they name, and from those without an account alone where they have none. None where nothing is.
    /// </summary>
    public static PartHidden? AtOnce(Reporter reporter, LeakReported report) =>
        report.Part is not { } part ? null
        : reporter == Reporter.Responsible ? new(1, part, Case: null, OutsidersOnly: false)
        : report.Case is { } one ? new(1, part, one, OutsidersOnly: reporter == Reporter.WithoutAccount)
        : null;

    /// <summary>Hides a part for everybody, for one case or for all.</summary>
    public static (PartHidden? Happens, CannotHide? Refusal) Hide(Incident incident, Part part, string? onlyCase) =>
        incident.Hidings.Any(one =>
            one is { Shown: null, OutsidersOnly: false }
            && one.Part == part
            && (one.Case is null || one.Case == onlyCase)
        )
            ? (null, CannotHide.HiddenAlready)
            : (new(incident.Hidings.Count + 1, part, onlyCase, OutsidersOnly: false), null);

    /// <summary>Asks for a part to be shown again. Asked again by another, it is their asking that stands.</summary>
    public static (ShowingProposed? Happens, CannotShowAgain? Refusal) Propose(
        Incident incident,
        int hiding,
        string why
    ) => IsHidden(incident, hiding) ? (new(hiding, Words.Of(why)), null) : (null, CannotShowAgain.NotHidden);

    /// <summary>Agrees to what somebody else asked for.</summary>
    public static (PartShown? Happens, CannotShowAgain? Refusal) Agree(Incident incident, int hiding, string person) =>
        !IsHidden(incident, hiding) ? (null, CannotShowAgain.NotHidden)
        : incident.Hidings[hiding - 1].Proposal is not { } proposal ? (null, CannotShowAgain.NotProposed)
        : proposal.By == person ? (null, CannotShowAgain.ProposedByYou)
        : (new(hiding), null);

    private static bool IsHidden(Incident incident, int hiding) =>
        hiding >= 1 && hiding <= incident.Hidings.Count && incident.Hidings[hiding - 1].Shown is null;
}
