using Redress.Core.Cases;

namespace Redress.Core.Incidents;

/// <summary>An event as it was recorded.</summary>
public sealed record RecordedIncident(IncidentEvent Event, DateTime At, string Who);

/// <summary>A part that is or was hidden.</summary>
public sealed record Hiding(int Number, Part Part, string? Case, bool OutsidersOnly, DateTime At, string By)
{
    /// <summary>Who asks for it to be shown again, and why; none where nobody does.</summary>
    public (string By, DateTime At, Words Why)? Proposal { get; init; }

    /// <summary>Who agreed, and when; none while it is hidden.</summary>
    public (string By, DateTime At)? Shown { get; init; }
}

/// <summary>What was decided of telling the Information Commissioner.</summary>
/// <param name="ToldOn">The day they were told; none where they need not be.</param>
/// <param name="WhyNot">Why they need not be.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When it was recorded.</param>
public sealed record CommissionerDecision(DateOnly? ToldOn, Words? WhyNot, string By, DateTime At);

/// <summary>A report that somebody sees another person's data, worked out from its history.</summary>
public sealed class Incident
{
    /// <summary>
    /// How long there is to tell the Information Commissioner, in hours that run day and night, from when the landlord is
    /// aware (UK GDPR, Article 33(1)).
    /// </summary>
    public static readonly TimeSpan TimeToTell = TimeSpan.FromHours(72);

    private readonly List<Hiding> hidings = [];

    private Incident(string id, RecordedIncident first, LeakReported report) =>
        (Id, Report, ReportedAt, ReportedBy) = (id, report, first.At, first.Who);

    /// <summary>By which it is known.</summary>
    public string Id { get; }

    /// <summary>What was said first.</summary>
    public LeakReported Report { get; }

    /// <summary>When the landlord became aware.</summary>
    public DateTime ReportedAt { get; }

    /// <summary>Who said it: an account's id, a resident, or nobody where it is empty.</summary>
    public string ReportedBy { get; }

    /// <summary>In the order in which they were hidden, shown again or not.</summary>
    public IReadOnlyList<Hiding> Hidings => hidings;

    /// <summary>What was decided last; none while nothing was.</summary>
    public CommissionerDecision? Commissioner { get; private set; }

    /// <summary>The last instant at which the Information Commissioner is told in time.</summary>
    public DateTime TellBy => ReportedAt + TimeToTell;

    /// <summary>From its whole history, in order.</summary>
    public static Incident Fold(string id, IReadOnlyList<RecordedIncident> history)
    {
        var incident = new Incident(id, history[0], (LeakReported)history[0].Event);
        foreach (var recorded in history.Skip(1))
        {
            incident.Apply(recorded);
        }

        return incident;
    }

    private void Apply(RecordedIncident recorded)
    {
        var (at, who) = (recorded.At, recorded.Who);
        switch (recorded.Event)
        {
            case PartHidden hidden:
                hidings.Add(new(hidden.Hiding, hidden.Part, hidden.Case, hidden.OutsidersOnly, at, who));
                break;
            case ShowingProposed proposed:
                Change(proposed.Hiding, hiding => hiding with { Proposal = (who, at, proposed.Why) });
                break;
            case PartShown shown:
                Change(shown.Hiding, hiding => hiding with { Shown = (who, at) });
                break;
            case CommissionerTold told:
                Commissioner = new(told.On, WhyNot: null, who, at);
                break;
            case CommissionerNotNeeded not:
                Commissioner = new(ToldOn: null, not.Why, who, at);
                break;
        }
    }

    private void Change(int number, Func<Hiding, Hiding> change) => hidings[number - 1] = change(hidings[number - 1]);
}
