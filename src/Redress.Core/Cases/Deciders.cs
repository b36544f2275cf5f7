namespace Redress.Core.Cases;

/// <summary>Somebody with a part in a stage: they decided some of it, or have it now.</summary>
public sealed record StagePart(string Person, int Stage);

/// <summary>
/// Who decided which stage. Nobody who decided any part of one has, drafts or decides a later one, whatever the procedure
/// says or leaves out (ruling 12).
/// </summary>
public static class Deciders
{
    /// <summary>
    /// Everybody who decided any part of a stage: who had it when it was answered, whoever wrote its answer or recorded
    /// that it was sent, and whoever recorded the finding on a point while the case was at it. What was recorded on behalf
    /// of somebody was decided by them; who posts a letter that another wrote decides nothing. Imported history does not
    /// say who decided, and a stage that was refused was not gone through.
    /// </summary>
    public static IReadOnlySet<string> Of(Case decided, int stage)
    {
        var deciders = new HashSet<string>(StringComparer.Ordinal);
        var reached = Case.FirstStage(decided.Kind);
        var written = new Dictionary<int, string>();
        var letters = Posted(decided);
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
                    if (stage > reached)
                    {
                        deciders.Clear();
                        written.Clear();
                    }

                    break;
                case Assigned assigned when assigned.Stage == stage:
                    handler = assigned.Handler;
                    break;
                case LetterWritten { Means: Responded answer } when answer.Stage == stage:
                    written[recorded.Sequence] = who;
                    break;
                case LetterCancelled cancelled:
                    written.Remove(cancelled.Letter);
                    break;
                case Responded answer when answer.Stage == stage:
                    var by = letters.TryGetValue(recorded.Sequence, out var letter)
                        ? written.GetValueOrDefault(letter, who)
                        : who;
                    deciders.UnionWith([by, handler ?? by]);
                    break;
                case PointDecided when reached == stage:
                    deciders.Add(who);
                    break;
            }
        }

        deciders.UnionWith(written.Values);
        deciders.Remove(ImportedHistory.RecordedBy);
        return deciders;
    }

    /// <summary>The letter that each event came of which a letter made true when it left, both by their sequence.</summary>
    private static Dictionary<int, int> Posted(Case decided) =>
        decided
            .History.Select(recorded => recorded.Event)
            .OfType<LetterSent>()
            .Where(sent => sent.Made is not null)
            .ToDictionary(sent => sent.Made!.Value, sent => sent.Letter);

    /// <summary>
    /// Everybody with a part in a stage, the earliest stage first: whoever decided one, and whoever has the one the case has
    /// reached. Nobody is named twice in a case whose every act was decided by these rules.
    /// </summary>
    public static IReadOnlyList<StagePart> Parts(Case decided)
    {
        var parts = new List<StagePart>();
        foreach (var stage in decided.Stages.Where(stage => stage.Number <= decided.Stage))
        {
            var people = Of(decided, stage.Number).ToHashSet(StringComparer.Ordinal);
            if (stage.Number == decided.Stage && stage.Handler is { } handler)
            {
                people.Add(handler);
            }

            parts.AddRange(people.Order(StringComparer.Ordinal).Select(person => new StagePart(person, stage.Number)));
        }

        return parts;
    }

    /// <summary>Everybody who may have no part in the stage the case has reached, because they decided an earlier one.</summary>
    public static IReadOnlySet<string> BarredFrom(Case decided) => BarredFrom(decided, decided.Stage);

    /// <summary>Everybody who may have no part in a stage, reached or to come, because they decided an earlier one.</summary>
    public static IReadOnlySet<string> BarredFrom(Case decided, int from) =>
        decided
            .Stages.Where(stage => stage.Number < from)
            .SelectMany(stage => Of(decided, stage.Number))
            .ToHashSet(StringComparer.Ordinal);
}
