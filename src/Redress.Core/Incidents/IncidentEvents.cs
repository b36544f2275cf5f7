using Redress.Core.Cases;

namespace Redress.Core.Incidents;

/// <summary>The parts of the product that can be hidden each by itself: a closed list. Complaining anew is in none of them.</summary>
public enum Part
{
    /// <summary>What residents see of their own case.</summary>
    ResidentPages,

    /// <summary>Photos and papers of a case, for whoever.</summary>
    Documents,

    /// <summary>Cases as staff see them, and lists of them.</summary>
    Cases,

    /// <summary>What finds cases by their words.</summary>
    Search,

    /// <summary>Letters of many cases at once.</summary>
    Letters,

    /// <summary>What people who are complained about are asked.</summary>
    Statements,

    /// <summary>Who works here, and with which account.</summary>
    Staff,
}

/// <summary>What happened to a report that somebody sees another person's data. Small, in the past tense, kept for ever.</summary>
public abstract record IncidentEvent
{
    /// <summary>The same with each of its words as the function has it.</summary>
    public virtual IncidentEvent WithWords(Func<Words, Words> change) => this;
}

/// <summary>Somebody pressed: with it the landlord is aware.</summary>
/// <param name="SeenOn">The day they saw it.</param>
/// <param name="Part">Where, if the product knows the place they named.</param>
/// <param name="Case">The id of the case it was seen at, where that is known.</param>
/// <param name="What">What they saw.</param>
/// <param name="Where">The place as they named it.</param>
/// <param name="Contact">How they can be reached.</param>
public sealed record LeakReported(DateOnly SeenOn, Part? Part, string? Case, Words What, Words? Where, Words? Contact)
    : IncidentEvent
{
    /// <inheritdoc/>
    public override IncidentEvent WithWords(Func<Words, Words> change) =>
        this with
        {
            What = change(What),
            Where = Where is null ? null : change(Where),
            Contact = Contact is null ? null : change(Contact),
        };
}

/// <summary>A part is hidden.</summary>
/// <param name="Hiding">Its number among those of the incident.</param>
/// <param name="Part">Which.</param>
/// <param name="Case">The id of the one case for which it is hidden; none where it is for all.</param>
/// <param name="OutsidersOnly">Only from those without an account: staff go on working.</param>
public sealed record PartHidden(int Hiding, Part Part, string? Case, bool OutsidersOnly) : IncidentEvent;

/// <summary>Somebody asks for a hidden part to be shown again.</summary>
public sealed record ShowingProposed(int Hiding, Words Why) : IncidentEvent
{
    /// <inheritdoc/>
    public override IncidentEvent WithWords(Func<Words, Words> change) => this with { Why = change(Why) };
}

/// <summary>Somebody else agreed, and it is shown again.</summary>
public sealed record PartShown(int Hiding) : IncidentEvent;

/// <summary>The Information Commissioner was told.</summary>
public sealed record CommissionerTold(DateOnly On) : IncidentEvent;

/// <summary>The Information Commissioner need not be told: a risk to people's rights is unlikely.</summary>
public sealed record CommissionerNotNeeded(Words Why) : IncidentEvent
{
    /// <inheritdoc/>
    public override IncidentEvent WithWords(Func<Words, Words> change) => this with { Why = change(Why) };
}
