using Microsoft.Extensions.Localization;
using Redress.Core;
using Redress.Core.Procedures;
using Redress.Web.Features.Cases;
using Redress.Web.Resources;

namespace Redress.Web.Features.Procedures;

/// <summary>The figures of a procedure in plain words, each with the paragraph it comes from.</summary>
internal sealed class ProcedureSentences(IStringLocalizer<Text> text)
{
    /// <summary>What the duty is counted from and what meets it.</summary>
    public string Count(DutyRule rule) =>
        text[
            "procedure.count",
            Event(rule.From),
            string.Join($" {text["procedure.or"].Value} ", rule.MetBy.Select(Event))
        ];

    /// <summary>Everything about a duty besides its limit.</summary>
    public IEnumerable<string> Notes(DutyRule rule)
    {
        if (rule.BelongsTo == BelongsTo.Resident)
        {
            yield return text[rule.RefusesLateRequests ? "procedure.resident.refused" : "procedure.resident"];
        }

        if (rule.Target is { } target)
        {
            var key = target.SkipsClosures ? "procedure.target.closures" : "procedure.target";
            yield return text[key, target.Within.ToString(), target.Source];
        }

        if (rule.Extensions is { } extension)
        {
            yield return Extension(extension);
        }

        foreach (var letter in rule.HoldingLetters)
        {
            yield return letter.AtMost is { } most
                ? text["more_time.letter.at_most", most.ToString(), letter.Source]
                : text["more_time.letter", letter.Source];
        }

        if (rule.PausesSource is { } pauses)
        {
            yield return text["procedure.pauses", pauses];
        }

        if (rule.Arrival is { } arrival)
        {
            yield return arrival.Deemed is { } deemed
                ? text["procedure.arrival.deemed", deemed.ToString(), arrival.Source]
                : text["procedure.arrival", arrival.Source];
        }

        if (rule.InPerson)
        {
            yield return text["procedure.in_person"];
        }

        if (rule.Notice is { } notice)
        {
            yield return text["procedure.notice", notice.ToString()];
        }
    }

    /// <summary>How the stage is reached and who may decide it.</summary>
    public IEnumerable<string> Notes(StageRules stage)
    {
        if (stage.Entry is { } entry)
        {
            yield return text[entry.MustSucceed ? "procedure.entry.must_succeed" : "procedure.entry", entry.Source];
        }

        if (stage.DecidedBy is { } by)
        {
            if (by.DifferentPerson)
            {
                yield return text["procedure.different_person", by.Source];
            }

            if (by.Level is { } level)
            {
                yield return text["procedure.level", level, by.Source];
            }
        }
    }

    public string Event(ClockEventKind kind) => text[$"clock_event_kind.{WireName.Of(kind)}"];

    private string Extension(ExtensionRule rule)
    {
        var most = rule.Cap is { } cap
            ? text["procedure.extension.cap", cap.ToString(), rule.Source]
            : text["procedure.extension.no_cap", rule.Source];
        var needs = text["procedure.extension.needs", ExtensionNeeds.Of(text, rule.WithinCap)];
        var beyond =
            rule.Cap is null ? ""
            : rule.BeyondCap is { } required ? " " + text["more_time.beyond", ExtensionNeeds.Of(text, required)].Value
            : " " + text["more_time.never_beyond"].Value;
        return $"{most.Value} {needs.Value}{beyond}";
    }
}
