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
        var told = e.ToldOn is { } day && day <= knownAt ? day : (DateOnly?)null;
        DueDateMove No(string why) => new(ClockEventKind.Extended, told ?? e.On, e.Until, false, why);

        if (e.Until is not { } until)
        {
            return No("it gave no new date");
        }

        if (e.Assumed && e.ToldOn is null)
        {
            return new DueDateMove(
                e.Kind,
                e.On,
                until,
                until > due,
                "imported without its details, taken as given",
                true
            );
        }

        if (told is not { } toldOn)
        {
            return No("the resident was not told");
        }

        if (toldOn > due)
        {
            return No($"the resident was told after the due date then in force, {Dates.Short(due)}");
        }

        if (until <= due)
        {
            return No($"it gave no later date than the one in force, {Dates.Short(due)}");
        }

        if (!e.Facts.Contains(ExtensionFact.Reason))
        {
            return No("no reason was given");
        }

        var beyond = rule.Cap is { } most && (Deadlines.Due(original, most, calendar) is not { } cap || until > cap);
        if (beyond && rule.BeyondCap is null)
        {
            return No($"it goes beyond the {rule.Cap} the procedure allows");
        }

        var missing = Missing(beyond ? rule.BeyondCap! : rule.WithinCap, e.Facts);
        return missing is null
            ? new DueDateMove(e.Kind, toldOn, until, true, Allowed(rule.Cap, beyond), e.Assumed)
            : No(beyond ? $"it goes beyond {rule.Cap} and {missing}" : missing);
    }

    private static string Allowed(Limit? cap, bool beyond) =>
        cap is null ? "the procedure sets no most"
        : beyond ? $"beyond {cap}, with what that needs"
        : $"within {cap}";

    private static string? Missing(Requirements required, IReadOnlyList<ExtensionFact> facts)
    {
        foreach (var fact in required.All)
        {
            if (!facts.Contains(fact))
            {
                return Lack(fact);
            }
        }

        return required.OneOf.Count == 0 || required.OneOf.Any(facts.Contains)
            ? null
            : string.Join(" and ", required.OneOf.Select(Lack));
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
    public static DueDateMove Judge(ClockEvent e, HoldingLetterRule? rule, DateOnly due, WorkingDayCalendar calendar)
    {
        DueDateMove No(string why) => new(ClockEventKind.HoldingLetter, e.On, e.Until, false, why);

        if (rule is null)
        {
            return No("the procedure has no further holding letter");
        }

        if (e.On > due)
        {
            return No($"it was sent after the due date then in force, {Dates.Short(due)}");
        }

        var latest = rule.AtMost is { } most ? Deadlines.Due(due, most, calendar) : null;
        if ((e.Until ?? latest) is not { } until)
        {
            return No("it gave no expected date");
        }

        if (until <= due)
        {
            return No($"it gave no later date than the one in force, {Dates.Short(due)}");
        }

        return rule.AtMost is { } cap && (latest is null || until > latest)
            ? No($"it promised more than a further {cap}")
            : new DueDateMove(ClockEventKind.HoldingLetter, e.On, until, true, "sent in time");
    }
}
