using Redress.Core;
using Redress.Core.Clocks;
using Redress.Core.Procedures;

namespace Redress.Web.Features.Cases.Follow;

/// <summary>A date as a resident wants to know it: not what the duty is called, but what will happen and whether it has.</summary>
/// <param name="What">What happens, as the duty is called.</param>
/// <param name="Stage">None for a duty of no stage.</param>
/// <param name="Due">The last day in time.</param>
/// <param name="Done">The day it was done.</param>
/// <param name="Stands">How it stands.</param>
/// <param name="Colour">The class it is shown in.</param>
/// <param name="Why">Why the date is what it is.</param>
public sealed record ResidentDate(
    string What,
    int? Stage,
    DateOnly Due,
    DateOnly? Done,
    string Stands,
    string Colour,
    string Why
)
{
    /// <summary>The key of what happens.</summary>
    public string Name => $"follow.duty.{What}";

    /// <summary>The key of how it stands.</summary>
    public string Standing => $"follow.standing.{Stands}";

    /// <summary>What we owe, and the time they have to ask for more.</summary>
    public static IEnumerable<ResidentDate> AllOf(CaseView view) =>
        view.Clocks.Where(clock => clock.Due is not null && clock.Verdict != Verdict.NotRequired).Select(Of);

    private static ResidentDate Of(DutyClock clock)
    {
        var (standing, colour) = StandingOf(clock);
        return new(
            WireName.Of(clock.Duty),
            clock.Stage,
            clock.Due!.Value,
            clock.Met,
            standing,
            colour,
            clock.Explanation
        );
    }

    /// <summary>Their own time is never late: it runs, or it is over.</summary>
    private static (string Standing, string Colour) StandingOf(DutyClock clock) =>
        (clock.BelongsTo, clock.Verdict) switch
        {
            (_, Verdict.InTime or Verdict.InTimeExtended) => ("done", "govuk-tag--green"),
            (BelongsTo.Resident, Verdict.Late) => ("done", "govuk-tag--green"),
            (_, Verdict.Late) => ("late", "govuk-tag--orange"),
            (BelongsTo.Resident, Verdict.Overdue) when clock.CountedFrom is not null => ("over", "govuk-tag--grey"),
            (BelongsTo.Landlord, Verdict.Overdue) => ("missed", "govuk-tag--red"),
            _ => ("to_come", "govuk-tag--blue"),
        };
}
