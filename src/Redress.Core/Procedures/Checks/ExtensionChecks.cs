using Redress.Core.Calendar;

namespace Redress.Core.Procedures.Checks;

/// <summary>More time for the answer, by extension or by holding letter: how much, and what makes it count (ruling 6).</summary>
internal static class ExtensionChecks
{
    public static IEnumerable<CodeFinding> Length(Question question)
    {
        if (Answer(question) is not { } answer)
        {
            return [NoAnswer(question)];
        }
        return NoMoreTime(answer)
            ? [question.Stricter($"Stage {question.Stage!.Number}: the answer ({answer.Source}) can never be put off.")]
            : OfExtension(question, answer).Concat(OfHoldingLetters(question, answer));
    }

    public static IEnumerable<CodeFinding> Facts(Question question)
    {
        if (Answer(question) is not { } answer)
        {
            return [NoAnswer(question)];
        }
        return NoMoreTime(answer)
            ? [question.Met($"Stage {question.Stage!.Number}: the answer ({answer.Source}) can never be put off.")]
            : FactsOfExtension(question, answer).Concat(FactsOfHoldingLetters(question, answer));
    }

    public static IEnumerable<CodeFinding> BeyondCap(Question question)
    {
        if (Answer(question) is not { } answer)
        {
            return [NoAnswer(question)];
        }
        var stage = question.Stage!.Number;
        var theirs = CodeAnswer(question).Extensions?.BeyondCap;
        return answer.Extensions switch
        {
            { Cap: null } extensions =>
            [
                question.Gap(
                    $"Stage {stage}: an extension has no cap ({extensions.Source}), so nothing is asked for beyond one."
                ),
            ],
            { BeyondCap: { } ours } extensions when Missing(ours, theirs) is { Length: > 0 } missing =>
            [
                question.Breach($"Stage {stage}: beyond {extensions.Cap} more ({extensions.Source}) {missing}."),
            ],
            { BeyondCap: not null } extensions =>
            [
                question.Met(
                    $"Stage {stage}: beyond {extensions.Cap} more, what the Code asks for is asked for ({extensions.Source})."
                ),
            ],
            { } extensions =>
            [
                question.Stricter(
                    $"Stage {stage}: nothing puts the answer off by more than {extensions.Cap} ({extensions.Source})."
                ),
            ],
            null when answer.HoldingLetters.Count > 0 =>
            [
                question.Gap(
                    $"Stage {stage}: more time comes by holding letter ({answer.HoldingLetters[0].Source}), and nothing more is asked for beyond a cap."
                ),
            ],
            null => [question.Stricter($"Stage {stage}: the answer ({answer.Source}) has no extension to go beyond.")],
        };
    }

    private static IEnumerable<CodeFinding> OfExtension(Question question, DutyRule answer)
    {
        if (answer.Extensions is not { } ours)
        {
            yield break;
        }
        var stage = question.Stage!.Number;
        if (CodeAnswer(question).Extensions?.Cap is not { } cap)
        {
            yield return question.Met($"Stage {stage}: the Code gives no figure for more time ({ours.Source}).");
            yield break;
        }
        if (ours.Cap is not { } ourCap)
        {
            yield return question.Breach(
                $"Stage {stage}: more time has no limit ({ours.Source}); the Code's is {cap}."
            );
            yield break;
        }
        var figures = $"Stage {stage}: up to {ourCap} more ({ours.Source}); the Code allows {cap} more.";
        yield return Chain.Of(ourCap).CompareTo(Chain.Of(cap), question.Calendar) switch
        {
            > 0 when LimitChecks.Compare(question, answer, CodeAnswer(question), ourCap, cap) <= 0 => question.Met(
                $"{figures} Counted from the start, the extended answer is no later than the Code's."
            ),
            > 0 => question.Breach(figures),
            < 0 => question.Stricter(figures),
            _ => question.Met(figures),
        };
    }

    private static IEnumerable<CodeFinding> OfHoldingLetters(Question question, DutyRule answer)
    {
        if (answer.HoldingLetters.Count == 0)
        {
            yield break;
        }
        var stage = question.Stage!.Number;
        var cap = CodeAnswer(question).Extensions?.Cap;
        foreach (var letter in answer.HoldingLetters.Where(letter => letter.AtMost is null))
        {
            yield return question.Breach(
                $"Stage {stage}: a holding letter moves the answer to whatever day it names ({letter.Source}); "
                    + (cap is null ? "the Code knows no such letter." : $"the Code allows {cap} more.")
            );
        }
        var limits = answer.HoldingLetters.Select(letter => letter.AtMost).OfType<Limit>().ToList();
        if (limits.Count == answer.HoldingLetters.Count && cap is { } most)
        {
            var sources = string.Join("; ", answer.HoldingLetters.Select(letter => letter.Source));
            var figures =
                $"Stage {stage}: holding letters move the answer by up to {string.Join(" and then ", limits)} ({sources}); the Code allows {most} more.";
            yield return Chain.Of(limits).CompareTo(Chain.Of(most), question.Calendar) > 0
                ? question.Breach(figures)
                : question.Met(figures);
        }
    }

    private static IEnumerable<CodeFinding> FactsOfExtension(Question question, DutyRule answer)
    {
        if (answer.Extensions is not { } extensions)
        {
            yield break;
        }
        var stage = question.Stage!.Number;
        var missing = question.Provision.Requires.Except(extensions.WithinCap.All).ToList();
        yield return missing.Count == 0
            ? question.Met(
                $"Stage {stage}: an extension needs {Words.List(question.Provision.Requires)} ({extensions.Source})."
            )
            : question.Breach(
                $"Stage {stage}: an extension counts without {Words.List(missing)} ({extensions.Source}); the Code asks for "
                    + $"{Words.List(question.Provision.Requires)}."
            );
    }

    /// <summary>A holding letter is in writing; what else it says is for the list of its contents.</summary>
    private static IEnumerable<CodeFinding> FactsOfHoldingLetters(Question question, DutyRule answer)
    {
        if (answer.HoldingLetters.Count == 0)
        {
            yield break;
        }
        var stage = question.Stage!.Number;
        var contents = question.Procedure.Letters.GetValueOrDefault("holding_letter") ?? [];
        var missing = question
            .Provision.Requires.Where(fact => Content(fact) is { } content && !contents.Contains(content))
            .ToList();
        var source = answer.HoldingLetters[0].Source;
        yield return missing.Count == 0
            ? question.Met(
                $"Stage {stage}: a holding letter gives {Words.List(question.Provision.Requires)} ({source})."
            )
            : question.Gap(
                $"Stage {stage}: a holding letter moves the answer and need not give {Words.List(missing)} ({source}); the Code asks for "
                    + $"{Words.List(question.Provision.Requires)}."
            );
    }

    private static string? Content(ExtensionFact fact) =>
        fact switch
        {
            ExtensionFact.Reason => "reasons",
            ExtensionFact.OmbudsmanDetails => "ombudsman_details",
            _ => null,
        };

    /// <summary>What the Code asks for beyond the cap and the procedure does not; empty where nothing is missing.</summary>
    private static string Missing(Requirements ours, Requirements? theirs)
    {
        if (theirs is null)
        {
            return "more time is possible, which the Code does not allow";
        }
        var all = theirs.All.Except(ours.All).ToList();
        if (all.Count > 0)
        {
            return $"an extension counts without {Words.List(all)}, which the Code asks for";
        }
        var oneOf =
            theirs.OneOf.Count == 0
            || theirs.OneOf.Intersect(ours.All).Any()
            || (ours.OneOf.Count > 0 && !ours.OneOf.Except(theirs.OneOf).Any());
        return oneOf
            ? ""
            : $"an extension counts without any of {Words.List(theirs.OneOf)}, of which the Code asks for one";
    }

    private static bool NoMoreTime(DutyRule answer) => answer.Extensions is null && answer.HoldingLetters.Count == 0;

    private static DutyRule? Answer(Question question) => LimitChecks.Duty(question.Stage!, DutyName.Respond);

    private static DutyRule CodeAnswer(Question question) => LimitChecks.Duty(question.CodeStage!, DutyName.Respond)!;

    private static CodeFinding NoAnswer(Question question) =>
        question.Gap(
            $"Stage {question.Stage!.Number} ({question.Stage.Source}): there is no limit for the answer to put off."
        );
}
