using Redress.Core.Procedures;
using Redress.Core.Staff;

namespace Redress.Core.Cases;

/// <summary>What speaks against somebody having a stage, from where they stand in the organisation.</summary>
public enum Closeness
{
    /// <summary>The procedure asks for a higher grade.</summary>
    BelowTheGrade,

    /// <summary>The procedure asks for a grade, and nobody said which they have.</summary>
    GradeNotSaid,

    /// <summary>They made the decision complained of.</summary>
    MadeTheDecision,

    /// <summary>They are the line manager of whoever made the decision complained of.</summary>
    ManagesWhoMadeTheDecision,

    /// <summary>They are the line manager of a member of staff whom the complaint is about.</summary>
    ManagesTheSubject,

    /// <summary>They are in one team with somebody who decided an earlier stage, or were when it was answered.</summary>
    SameTeamAsBefore,

    /// <summary>They work in another service than the one complained of.</summary>
    OtherService,

    /// <summary>Another team is given complaints about this service first, and nobody in it has had this one.</summary>
    AnotherTeamIsFirst,
}

/// <summary>
/// How near somebody stands to what is complained of. Whoever made a policy or permission decision, and their line manager,
/// are barred from stage 2; elsewhere nearness is a warning, and with a recorded reason they may have the stage all the same
/// (ruling 12). Whom the complaint is about, and whoever decided an earlier stage, are kept out by <see cref="Subject"/>
/// and <see cref="Deciders"/>.
/// </summary>
public static class Independence
{
    /// <summary>Whether no reason lets them have the stage.</summary>
    public static bool Bars(this Closeness closeness, int stage) =>
        closeness switch
        {
            Closeness.BelowTheGrade or Closeness.GradeNotSaid => true,
            Closeness.MadeTheDecision or Closeness.ManagesWhoMadeTheDecision => stage >= 2,
            _ => false,
        };

    /// <summary>Everything that speaks against somebody having a stage on a day, what bars them first.</summary>
    /// <param name="of">The case.</param>
    /// <param name="stage">The stage they are to have.</param>
    /// <param name="procedure">The id of the procedure that the stage keeps.</param>
    /// <param name="person">Who is to have it.</param>
    /// <param name="rules">The landlord's rules, with how it is made up.</param>
    /// <param name="on">The day.</param>
    public static IReadOnlyList<Closeness> Against(
        Case of,
        int stage,
        string procedure,
        string person,
        Rules rules,
        DateOnly on
    )
    {
        var house = rules.Organisation;
        var found = new List<Closeness>();
        if (rules.Find(procedure)?.For(of.Kind)?.Stage(stage)?.DecidedBy?.AtLeast is { } least)
        {
            found.AddRange(
                house.GradeOf(person, on) switch
                {
                    null => [Closeness.GradeNotSaid],
                    { } grade when grade < least => [Closeness.BelowTheGrade],
                    _ => [],
                }
            );
        }

        if (ToTheDecision(of, person, rules, on) is { } near)
        {
            found.Add(near);
        }

        if (of.Subjects.Any(subject => house.Manages(person, subject.Person, on)))
        {
            found.Add(Closeness.ManagesTheSubject);
        }

        if (of.Stages.Any(before => before.Number < stage && IsOfTheTeamOf(before, of, person, house, on)))
        {
            found.Add(Closeness.SameTeamAsBefore);
        }

        if (house.DeliversAnother(person, of.Service, on))
        {
            found.Add(Closeness.OtherService);
        }

        if (IsPassedOver(of, stage, person, house, on))
        {
            found.Add(Closeness.AnotherTeamIsFirst);
        }

        return [.. found.OrderByDescending(one => one.Bars(stage))];
    }

    /// <summary>Whether they are in one team with who decided a stage, or were when it was answered.</summary>
    private static bool IsOfTheTeamOf(StageRecord before, Case of, string person, Organisation house, DateOnly on) =>
        Deciders
            .Of(of, before.Number)
            .Any(decider =>
                house.AreInOneTeam(person, decider, on)
                || (before.RespondedOn is { } then && house.AreInOneTeam(person, decider, then))
            );

    /// <summary>
    /// Whether somebody would review a decision of their own, or of somebody they manage, at the stage the case has reached:
    /// they neither decide a part of it nor answer it, whoever has it.
    /// </summary>
    public static bool ReviewsTheirOwn(Case of, string person, Rules rules, DateOnly on) =>
        ToTheDecision(of, person, rules, on)?.Bars(of.Stage) ?? false;

    /// <summary>How near somebody stands to the decision complained of; none where they do not, or it is about none.</summary>
    public static Closeness? ToTheDecision(Case of, string person, Rules rules, DateOnly on) =>
        of.DecisionComplainedOf is not { } decision ? null
        : decision.MadeBy == person ? Closeness.MadeTheDecision
        : rules.Organisation.Manages(person, decision.MadeBy, on) ? Closeness.ManagesWhoMadeTheDecision
        : null;

    /// <summary>
    /// Whether giving it to somebody passes over the team that has complaints about the service first. That team is no stage
    /// of its own and moves no clock: once it had the complaint, or it is acknowledged, anybody may have it.
    /// </summary>
    private static bool IsPassedOver(Case of, int stage, string person, Organisation house, DateOnly on) =>
        of.Kind == CaseKind.Complaint
        && stage == Case.FirstStage(of.Kind)
        && of.CurrentStage.AcknowledgedOn is null
        && house.FirstTeamFor(of.Service, on) is { } first
        && !house.IsIn(person, first, on)
        && !of.History.Any(recorded =>
            recorded.Event is Assigned assigned && house.IsIn(assigned.Handler, first, assigned.On)
        );
}
