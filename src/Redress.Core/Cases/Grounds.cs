using Redress.Core.Calendar;
using Redress.Core.Procedures;

namespace Redress.Core.Cases;

/// <summary>A ground on which a procedure lets a complaint, or a request for the next stage, be refused.</summary>
/// <param name="Name">As the procedure has it, for example <c>legal_proceedings</c>.</param>
/// <param name="Signpost">Where the person is sent instead; none where the procedure names nobody.</param>
/// <param name="Source">Paragraph of the procedure.</param>
public sealed record Ground(string Name, string? Signpost, string Source);

/// <summary>
/// The grounds there are for refusing a case. They are the procedure's, and which of them applies is for people to say:
/// none is ever chosen here (ruling 11).
/// </summary>
public static class Grounds
{
    /// <summary>The matter is older than the procedure's time bar.</summary>
    public const string TimeBar = "time_bar";

    /// <summary>The next stage was asked for after the resident's window closed, under a procedure that refuses late requests.</summary>
    public const string LateRequest = "late_request";

    /// <summary>How somebody behaves: the last resort, for whoever the procedure names (<see cref="ConductRule"/>).</summary>
    public const string Conduct = "unacceptable_behaviour";

    /// <summary>
    /// What the procedure of the stage it has reached does not consider: the same for a complaint and for a request for the
    /// next stage. A complaint can be too old besides; a request can be late, where the procedure refuses late ones.
    /// </summary>
    public static IReadOnlyList<Ground> Of(Case refused, Rules rules)
    {
        if (rules.Find(refused.CurrentStage.ProcedureId) is not { } procedure)
        {
            return [];
        }

        var exclusions = procedure.Exclusions.Select(one => new Ground(one.Ground, one.Signpost, one.Source));
        Ground? beside =
            refused.Stage > Case.FirstStage(refused.Kind)
                ? WindowLeft(refused, rules) is { RefusesLateRequests: true } window
                    ? new(LateRequest, null, window.Source)
                    : null
                : procedure.TimeBar is { } bar
                    ? new(TimeBar, null, bar.Source)
                    : null;
        return beside is null ? [.. exclusions] : [.. exclusions, beside];
    }

    /// <summary>Whether the ground says that the matter was answered before, so that the earlier case must be named.</summary>
    public static bool NamesEarlierCase(string ground) => ground is "already_answered" or "already_considered";

    /// <summary>
    /// The last day on which the matter could be complained of, included; none where its age is not recorded, the procedure
    /// has no time bar, or contact about it within the period lifted the bar. Contact later than that puts a new last day.
    /// </summary>
    public static DateOnly? LastDay(Case about, Rules rules)
    {
        if (
            about.MatterOn is not { } matter
            || rules.Find(about.Stages[0].ProcedureId) is not { TimeBar: { } bar }
            || Within(matter) is not { } last
        )
        {
            return null;
        }

        return about.MatterContactOn is not { } contact ? last
            : contact <= last ? null
            : Within(contact);

        DateOnly? Within(DateOnly from) =>
            Deadlines.Due(from, bar.Within, rules.Calendar(about.CalendarId, about.CalendarEdition));
    }

    /// <summary>Whether the complaint came after that day. Nothing is refused by it; people are warned.</summary>
    public static bool IsTooOld(Case about, Rules rules) => about.ReceivedOn > LastDay(about, rules);

    /// <summary>Whether the request for the stage it has reached came after the resident's window closed.</summary>
    public static bool IsLateRequest(Case about, Rules rules) =>
        CaseClocks
            .Of(about, rules, about.CurrentStage.StartedOn)
            .LastOrDefault(clock =>
                clock.Duty == DutyName.RequestNextStage
                && clock.Stage == about.Stage - 1
                && clock.CountedFrom is not null
            )
            is { Due: { } last }
        && about.CurrentStage.StartedOn > last;

    private static DutyRule? WindowLeft(Case refused, Rules rules) =>
        refused.FindStage(refused.Stage - 1) is { } left
            ? rules
                .Find(left.ProcedureId)
                ?.For(refused.Kind)
                ?.Stage(left.Number)
                ?.Duties.FirstOrDefault(duty => duty.Duty == DutyName.RequestNextStage)
            : null;
}
