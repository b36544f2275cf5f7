namespace Redress.Core.Cases;

/// <summary>Who decided which stage. Nobody who decided any part of one decides a later one (ruling 12).</summary>
public static class Deciders
{
    /// <summary>
    /// Everybody who decided any part of a stage: who had it when it was answered, whoever recorded an answer to it, and
    /// whoever recorded the finding on a point while the case was at it. What was recorded on behalf of somebody was
    /// decided by them.
    /// </summary>
    public static IReadOnlySet<string> Of(Case decided, int stage)
    {
        var deciders = new HashSet<string>(StringComparer.Ordinal);
        var reached = Case.FirstStage(decided.Kind);
        string? handler = null;
        foreach (var recorded in decided.History)
        {
            var who = recorded.OnBehalfOf ?? recorded.Who;
            switch (recorded.Event)
            {
                case EscalationRequested asked:
                    reached = asked.FromStage + 1;
                    handler = reached == stage ? null : handler;
                    break;
                case EscalationRefused refused:
                    reached = refused.FromStage;
                    break;
                case Assigned assigned when assigned.Stage == stage:
                    handler = assigned.Handler;
                    break;
                case Responded answer when answer.Stage == stage:
                    deciders.UnionWith([who, handler ?? who]);
                    break;
                case PointDecided when reached == stage:
                    deciders.Add(who);
                    break;
            }
        }

        return deciders;
    }

    /// <summary>
    /// Whether somebody may not decide the stage the case has reached, because its procedure asks for a different person
    /// and they decided an earlier one.
    /// </summary>
    internal static bool Bar(Case decided, string person, Rules rules) =>
        rules.Find(decided.CurrentStage.ProcedureId)?.For(decided.Kind)?.Stage(decided.Stage)?.DecidedBy
            is { DifferentPerson: true }
        && decided.Stages.Any(stage => stage.Number < decided.Stage && Of(decided, stage.Number).Contains(person));
}
