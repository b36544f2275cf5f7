namespace Redress.Core.Procedures.Checks;

/// <summary>How many stages there are, how each is reached and who decides it.</summary>
internal static class StageChecks
{
    private static readonly string[] InformalNames = ["informal", "stage 0", "stage zero", "pre-complaint"];

    public static IEnumerable<CodeFinding> NoInformalStage(Question question)
    {
        var stages = question.Complaint!.Stages;
        if (question.Complaint.Stage(0) is { } informal)
        {
            return
            [
                question.Breach(
                    $"Stage 0, \"{informal.Name}\" ({informal.Source}), comes before stage 1; the Code allows no such stage, by any name."
                ),
            ];
        }
        return stages is [var first, ..] && InformalNames.Any(name => Contains(first.Name, name))
            ?
            [
                question.Gap(
                    $"Stage {first.Number} is named \"{first.Name}\" ({first.Source}); the Code allows no informal stage, by any name, "
                        + "and nothing shows that this one is the formal first stage."
                ),
            ]
            : [question.Met("No stage comes before stage 1.")];
    }

    /// <summary>Every stage a resident has to pass counts, a stage 0 too.</summary>
    public static IEnumerable<CodeFinding> MostStages(Question question)
    {
        var atMost = question.Provision.AtMost!.Value;
        var stages = question.Complaint!.Stages;
        var counted = question.Complaint.Stage(0) is null ? "" : ", stage 0 counted";
        foreach (var stage in stages.Skip(atMost))
        {
            yield return question.Breach(
                $"There is a {Nth(stage)} stage{counted}, \"{stage.Name}\" ({stage.Source}); the Code allows at most {Words.Stages(atMost)}."
            );
        }
        foreach (var stage in stages.Take(atMost).Skip(question.Provision.JustifyAbove ?? atMost))
        {
            yield return question.Gap(
                $"There is a {Nth(stage)} stage{counted}, \"{stage.Name}\" ({stage.Source}); "
                    + "the self-assessment has to justify it, and the procedure does not."
            );
        }
        if (stages.Count <= (question.Provision.JustifyAbove ?? atMost))
        {
            yield return question.Met(
                $"There {(stages.Count == 1 ? "is" : "are")} {Words.Stages(stages.Count)}; the Code allows at most {Words.Stages(atMost)}."
            );
        }

        string Nth(StageRules stage) => Words.OrdinalOfStage(1 + stages.TakeWhile(earlier => earlier != stage).Count());
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

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
