using Redress.Core.Calendar;
using Redress.Core.Procedures;

namespace Redress.Core.Clocks;

/// <summary>
/// Whether an extension counts: told on or before the due date then in force, with a reason and what the procedure
/// requires; beyond the cap only with what the procedure requires for that (ruling 6).
/// </summary>
internal static class Extensions
{
    public static DueDateMove Judge(
        ClockEvent e,
        ExtensionRule rule,
        DateOnly original,
        DateOnly due,
        WorkingDayCalendar calendar,
        DateOnly knownAt
    )
    {
        if (e.Until is not { } until)
        {
            return new DueDateMove(e.Kind, e.ToldOn ?? e.On, null, false, "it gave no new date");
        }

        var told = e.ToldOn is { } day && day <= knownAt ? day : (DateOnly?)null;
        var faults = new List<string>();
        if (e is not { Assumed: true, ToldOn: null } && WhyNotTold(e, told, due, knownAt) is { } untold)
        {
            faults.Add(untold);
        }

        if (until <= due)
        {
            faults.Add($"it gave no later date than the one in force ({Dates.Short(due)})");
        }

        var beyond = rule.Cap is { } most && (Deadlines.Due(original, most, calendar) is not { } cap || until > cap);
        if (e is not { Assumed: true, ToldOn: null })
        {
            faults.AddRange(Lacking(e, rule, beyond));
        }

        var taken = e.Assumed && (e.ToldOn is null || Missing(Required(rule, beyond), e.Facts).Any());
        return new DueDateMove(
            e.Kind,
            told ?? e.On,
            until,
            faults.Count == 0,
            faults.Count > 0 ? DeadlineSentences.List(faults)
                : taken ? "imported without all its details, which are taken as given"
                : Allowed(rule.Cap, beyond),
            taken && faults.Count == 0
        );
    }

    private static Requirements Required(ExtensionRule rule, bool beyond) =>
        beyond ? rule.BeyondCap ?? rule.WithinCap : rule.WithinCap;

    private static string? WhyNotTold(ClockEvent e, DateOnly? told, DateOnly due, DateOnly knownAt) =>
        e.ToldOn is null ? "the resident was not told"
        : told is null ? $"the resident had not been told by {Dates.Short(knownAt)}"
        : told > due ? $"the resident was told after the due date then in force ({Dates.Short(due)})"
        : null;

    /// <summary>What it lacks of the facts required. Of an imported one, whatever the records do not say is taken as given.</summary>
    private static List<string> Lacking(ClockEvent e, ExtensionRule rule, bool beyond)
    {
        var never = beyond && rule.BeyondCap is null;
        List<string> lacking = e.Assumed ? [] : [.. Missing(Required(rule, beyond), e.Facts)];
        if (never)
        {
            lacking.Insert(0, $"it goes beyond the {rule.Cap} the procedure allows");
        }
        else if (beyond && lacking.Count > 0)
        {
            lacking.Insert(0, $"it goes beyond {rule.Cap}");
        }

        return lacking;
    }

    private static string Allowed(Limit? cap, bool beyond) =>
        cap is null ? "the procedure sets no most"
        : beyond ? $"beyond {cap}, with what that needs"
        : $"within {cap}";

    /// <summary>A reason is always required (ruling 6).</summary>
    private static IEnumerable<string> Missing(Requirements required, IReadOnlyList<ExtensionFact> facts)
    {
        var all = required.All.Union([ExtensionFact.Reason]).Except(facts);
        var oneOf = required.OneOf.Any(facts.Contains) ? [] : required.OneOf;
        return all.Concat(oneOf).Select(Lack);
    }

    private static string Lack(ExtensionFact fact) =>
        fact switch
        {
            ExtensionFact.InWriting => "the resident was not told in writing",
            ExtensionFact.Reason => "no reason was given",
            ExtensionFact.OmbudsmanDetails => "the Ombudsman's details were not given",
            ExtensionFact.Agreed => "the resident did not agree",
            _ => "nobody is named as having approved it",
        };
}

/// <summary>Whether a holding letter moves the due date: sent in time, in its turn, to a date within what it may add.</summary>
internal static class HoldingLetters
{
    /// <summary>Each letter the procedure has, in order, with the one sent in its turn, if any was.</summary>
    public static IEnumerable<(HoldingLetterRule Rule, ClockEvent? Sent)> InTurn(
        IReadOnlyList<HoldingLetterRule> rules,
        IEnumerable<ClockEvent> events
    )
    {
        var letters = new Queue<ClockEvent>(events.Where(e => e.Kind == ClockEventKind.HoldingLetter));
        foreach (var rule in rules)
        {
            while (letters.TryPeek(out var next) && !SaysWhen(next, rule))
            {
                letters.Dequeue();
            }

            yield return (rule, letters.TryDequeue(out var sent) ? sent : null);
        }
    }

    /// <summary>
    /// Whether a letter says when the answer will come, by its own date or by the most the procedure lets it add. One that
    /// does not is no holding letter and takes no turn.
    /// </summary>
    public static bool SaysWhen(ClockEvent letter, HoldingLetterRule rule) =>
        letter.Until is not null || rule.AtMost is not null;

    public static DueDateMove Judge(ClockEvent e, HoldingLetterRule? rule, DateOnly due, WorkingDayCalendar calendar)
    {
        DueDateMove No(string why) => new(ClockEventKind.HoldingLetter, e.On, e.Until, false, why);

        if (rule is null)
        {
            return No("the procedure has no further holding letter");
        }

        if (e.On > due)
        {
            return No($"it was sent after the due date then in force ({Dates.Short(due)})");
        }

        var latest = rule.AtMost is { } most ? Deadlines.Due(due, most, calendar) : null;
        if ((e.Until ?? latest) is not { } until)
        {
            return No("it gave no expected date");
        }

        if (until <= due)
        {
            return No($"it gave no later date than the one in force ({Dates.Short(due)})");
        }

        return rule.AtMost is { } cap && (latest is null || until > latest)
            ? No($"it promised more than a further {cap}")
            : new DueDateMove(ClockEventKind.HoldingLetter, e.On, until, true, "sent in time");
    }
}
