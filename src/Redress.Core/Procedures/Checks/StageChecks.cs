namespace Redress.Core.Procedures.Checks;

/// <summary>How many stages there are, how each is reached and who decides it.</summary>
internal static class StageChecks
{
    public static IEnumerable<CodeFinding> NoInformalStage(Question question) =>
        question.Complaint!.Stage(0) is { } informal
            ?
            [
                question.Breach(
                    $"Stage 0, \"{informal.Name}\" ({informal.Source}), comes before stage 1; the Code allows no such stage, by any name."
                ),
            ]
            : [question.Met("No stage comes before stage 1.")];

    public static IEnumerable<CodeFinding> MostStages(Question question)
    {
        var atMost = question.Provision.AtMost!.Value;
        var stages = question.Complaint!.Stages.Where(stage => stage.Number > 0).ToList();
        foreach (var stage in stages.Where(stage => stage.Number > atMost))
        {
            yield return question.Breach(
                $"There is a {Words.OrdinalOfStage(stage.Number)} stage, \"{stage.Name}\" ({stage.Source}); the Code allows at most {Words.Stages(atMost)}."
            );
        }
        foreach (
            var stage in stages.Where(stage => stage.Number <= atMost && stage.Number > question.Provision.JustifyAbove)
        )
        {
            yield return question.Gap(
                $"There is a {Words.OrdinalOfStage(stage.Number)} stage, \"{stage.Name}\" ({stage.Source}); "
                    + "the self-assessment has to justify it, and the procedure does not."
            );
        }
        if (stages.Count <= (question.Provision.JustifyAbove ?? atMost))
        {
            yield return question.Met(
                $"There {(stages.Count == 1 ? "is" : "are")} {Words.Stages(stages.Count)}; the Code allows at most {Words.Stages(atMost)}."
            );
        }
    }

    public static IEnumerable<CodeFinding> NextStage(Question question)
    {
        var later = question.Complaint!.Stages.Where(stage => stage.Number > 1).ToList();
        if (later.Count == 0)
        {
            var stages = question.Complaint.Stages;
            var after = stages.Count == 0 ? "the answer" : $"stage {stages[^1].Number} ({stages[^1].Source})";
            return
            [
                question.Breach(
                    $"There is no stage 2 to go on to after {after}; under the Code what is unresolved goes on."
                ),
            ];
        }
        return later.Select(stage =>
            stage.Entry switch
            {
                null => question.Gap(
                    $"Stage {stage.Number} ({stage.Source}): nothing says how it is reached; asking has to be enough."
                ),
                { MustSucceed: true } entry => question.Breach(
                    $"Stage {stage.Number}: the request for a review must succeed before there is one ({entry.Source}); "
                        + "under the Code asking is enough, unless a ground for refusing a complaint applies."
                ),
                { } entry => question.Met($"Stage {stage.Number}: asking is enough ({entry.Source})."),
            }
        );
    }

    public static IEnumerable<CodeFinding> OnRequest(Question question) =>
        [
            question.Stage! switch
            {
                { Entry: null } stage => question.Gap(
                    $"Stage {stage.Number} ({stage.Source}): nothing says who opens it; under the Code the resident does, by asking."
                ),
                { Entry: { By: "resident_request" } entry } stage => question.Met(
                    $"Stage {stage.Number} opens when the resident asks ({entry.Source})."
                ),
                { Entry: { } entry } stage => question.Breach(
                    $"Stage {stage.Number} is opened by {Words.Plain(entry.By)} ({entry.Source}); under the Code it opens only when the resident asks."
                ),
            },
        ];

    public static IEnumerable<CodeFinding> DifferentPerson(Question question) =>
        [
            question.Stage! switch
            {
                { DecidedBy: null } stage => question.Gap(
                    $"Stage {stage.Number} ({stage.Source}): nothing says who decides it; the Code asks for a different person."
                ),
                { DecidedBy: { DifferentPerson: true } by } stage => question.Met(
                    $"Stage {stage.Number} is decided by a different person ({by.Source})."
                ),
                { DecidedBy: { } by } stage => question.Breach(
                    $"Stage {stage.Number} may be decided by whoever decided before ({by.Source}); the Code asks for a different person."
                ),
            },
        ];
}
