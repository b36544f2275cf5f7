using Redress.Core.Calendar;

namespace Redress.Core.Procedures.Checks;

/// <summary>What the procedure shuts out, and what residents are told.</summary>
internal static class AccessChecks
{
    public static IEnumerable<CodeFinding> WindowStated(Question question)
    {
        var windows = Windows(question).ToList();
        return windows.Count == 0
            ?
            [
                question.Gap(
                    "Nothing says how long the resident has to ask for the next stage; the Code asks the policy to say."
                ),
            ]
            : windows.Select(window =>
                question.Met(
                    $"Stage {window.Stage}: the resident has {Words.Figure(window.Rule)} ({window.Rule.Source})."
                )
            );
    }

    public static IEnumerable<CodeFinding> LateRequests(Question question)
    {
        var windows = Windows(question).ToList();
        return windows.Count == 0
            ? [question.Met("No window closes on a resident who wants the next stage.")]
            : windows.Select(window =>
                window.Rule.RefusesLateRequests
                    ? question.Breach(
                        $"Stage {window.Stage}: a request for the next stage is refused outright from {FirstDayLost(window.Rule)} "
                            + $"({window.Rule.Source}: {Words.Figure(window.Rule)}); the Code wants each refusal to have a valid reason, "
                            + "from among those for refusing a complaint."
                    )
                    : question.Met(
                        $"Stage {window.Stage}: a request after {Words.Figure(window.Rule)} is still considered ({window.Rule.Source})."
                    )
            );
    }

    public static IEnumerable<CodeFinding> TimeBar(Question question)
    {
        if (question.Procedure.TimeBar is not { } ours || question.Code.Minimum.TimeBar is not { } theirs)
        {
            yield return question.Stricter("No matter is too old to be considered.");
            yield break;
        }
        var figures =
            $"A matter older than {ours.Within} may be refused ({ours.Source}); the Code's figure is {theirs.Within}.";
        var length = Chain.Of(ours.Within).CompareTo(Chain.Of(theirs.Within), question.Calendar);
        if (length < 0)
        {
            yield return question.Breach($"{figures} The bar falls too early.");
        }
        if (!ours.Discretion)
        {
            yield return question.Breach(
                $"A matter older than {ours.Within} is refused with no discretion ({ours.Source}); the Code asks for discretion beyond {theirs.Within}."
            );
        }
        if (length >= 0 && ours.Discretion)
        {
            yield return length > 0 ? question.Stricter(figures) : question.Met(figures);
        }
    }

    public static IEnumerable<CodeFinding> Exclusions(Question question)
    {
        var known = question.Code.Minimum.Exclusions.Select(exclusion => exclusion.Ground).ToList();
        var exclusions = question.Procedure.Exclusions;
        if (exclusions.Count == 0)
        {
            return [question.Gap("No matters that are not considered are listed; the Code asks for the list.")];
        }
        var named = exclusions.Where(exclusion => known.Count == 0 || known.Contains(exclusion.Ground)).ToList();
        var others = exclusions.Except(named);
        return named
            .Select(exclusion => question.Met($"Not considered: {Words.Plain(exclusion.Ground)} ({exclusion.Source})."))
            .Concat(
                others.Select(exclusion =>
                    question.Gap(
                        $"Not considered: {Words.Plain(exclusion.Ground)} ({exclusion.Source}), which is not a ground the Code names; nothing shows that it is fair."
                    )
                )
            );
    }

    public static IEnumerable<CodeFinding> Letter(Question question)
    {
        var (letter, contents) = (question.Provision.Letter!, question.Provision.Contents);
        var missing = contents.Except(question.Procedure.Letters.GetValueOrDefault(letter) ?? []).ToList();
        return
        [
            missing.Count == 0
                ? question.Met($"The {Words.Plain(letter)} contains {Words.List(contents)}.")
                : question.Gap(
                    $"Nothing says that the {Words.Plain(letter)} contains {Words.List(missing)}; the Code asks for it."
                ),
        ];
    }

    private static IEnumerable<(int Stage, DutyRule Rule)> Windows(Question question) =>
        question.Complaint!.Stages.SelectMany(stage =>
            stage.Duties.Where(duty => duty.Duty == DutyName.RequestNextStage).Select(duty => (stage.Number, duty))
        );

    private static string FirstDayLost(DutyRule window) =>
        window.Within.Unit is LimitUnit.CalendarDays or LimitUnit.WorkingDays && window.Within.Amount < int.MaxValue
            ? $"the {Words.Ordinal(window.Within.Amount + 1)} day"
            : $"the day after {window.Within}";
}
