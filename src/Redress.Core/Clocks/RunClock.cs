using Redress.Core.Calendar;
using Redress.Core.Procedures;

namespace Redress.Core.Clocks;

/// <summary>Works out the duties of one passage through a stage.</summary>
internal sealed class RunClock(ClockHistory history, StageRun run, DateOnly asAt)
{
    public StageRun Run => run;

    /// <summary>The duty a rule gives rise to.</summary>
    public DutyClock Of(DutyRule rule)
    {
        var met = run.Events.FirstOrDefault(e => rule.MetBy.Contains(e.Kind));
        var start = StartOf(rule, met);
        var calendar = history.CalendarOf(met?.Edition);
        var from = start?.On ?? LatestLawfulStart(rule.From, []);
        var duty = Draft(rule, calendar, met) with
        {
            CountedFrom = start?.On,
            CountStart = from,
            EndedOn = EndOf(rule)?.On,
            EndedBy = EndOf(rule)?.Kind,
        };
        if (from is { } day)
        {
            duty = DueDates.Count(duty, day, start?.At, run, Extent(met));
            duty = duty with { TargetDue = TargetDue(rule, day, calendar), Target = TargetOf(rule, day) };
        }

        if (met is not null)
        {
            duty = duty with
            {
                WorkingDaysTaken = start is null ? null : Days.Between(calendar, start.On, met.On),
                DaysTaken = start is null ? null : met.On.DayNumber - start.On.DayNumber,
                WorkingDaysFromReceipt = Days.Between(calendar, run.Start.On, met.On),
            };
        }

        return Judged(duty, met?.At);
    }

    /// <summary>The rows that follow from a rule besides its own: holding letters, and the notice before a hearing.</summary>
    public IEnumerable<DutyClock> Followers(DutyRule rule)
    {
        if (rule.HoldingLetters.Count > 0)
        {
            foreach (var hold in Holds(rule))
            {
                yield return hold;
            }
        }

        if (rule.Notice is { } notice && NoticeOf(rule, notice) is { } row)
        {
            yield return row;
        }
    }

    /// <summary>
    /// A holding letter is due on the day the answer is due while the letter before it is in force, and falls away when
    /// the answer goes out in time. The next one is due only once the one before was sent.
    /// </summary>
    private IEnumerable<DutyClock> Holds(DutyRule rule)
    {
        var answer = Of(rule);
        var letters = run.Events.Where(e => e.Kind == ClockEventKind.HoldingLetter).ToList();
        var due = answer.OriginalDue;
        for (var i = 0; i < rule.HoldingLetters.Count && i <= letters.Count; i++)
        {
            var sent = i < letters.Count ? letters[i] : null;
            var calendar = history.CalendarOf(sent?.Edition);
            var answered = answer.Met is { } met && (sent is null || met < sent.On);
            var hold = Draft(
                rule with
                {
                    Source = rule.HoldingLetters[i].Source,
                },
                calendar,
                answered ? null : sent
            ) with
            {
                Duty = DutyName.Hold,
                CountedFrom = answer.CountedFrom,
                CountStart = answer.CountStart,
                Due = due,
                OriginalDue = due,
                EndedOn = answered ? answer.Met : answer.EndedOn,
                EndedBy = answered ? ClockEventKind.Responded : answer.EndedBy,
            };
            yield return Judged(hold, null);
            var move = sent is null
                ? null
                : answer.Moves.FirstOrDefault(m => m.By == ClockEventKind.HoldingLetter && m.On == sent.On);
            due = move is { Valid: true, Until: not null } ? move.Until : due;
        }
    }

    private DutyClock? NoticeOf(DutyRule rule, Limit notice)
    {
        var given = run.Events.FirstOrDefault(e => rule.MetBy.Contains(e.Kind));
        if (given?.HearingOn is not { } hearing)
        {
            return null;
        }

        var calendar = history.CalendarOf(given.Edition);
        var latest = DueDates.Before(hearing, notice, calendar);
        return Judged(
            Draft(rule, calendar, given) with
            {
                Limit = notice,
                CountedFrom = hearing,
                Due = latest,
                OriginalDue = latest,
                WorkingDaysTaken = Days.Between(calendar, given.On, hearing),
                DaysTaken = hearing.DayNumber - given.On.DayNumber,
            },
            null
        );
    }

    private DutyClock Draft(DutyRule rule, WorkingDayCalendar calendar, ClockEvent? met) =>
        new()
        {
            Rule = rule,
            Procedure = run.Procedure,
            Calendar = calendar,
            Duty = rule.Duty,
            Stage = run.Stage,
            Limit = rule.Within,
            Met = met?.On,
        };

    /// <summary>The act or event a rule counts from, unless the duty was already met without it.</summary>
    private ClockEvent? StartOf(DutyRule rule, ClockEvent? met)
    {
        var start = rule.From switch
        {
            ClockEventKind.Received when run.Start.Kind == ClockEventKind.Received => run.Start,
            ClockEventKind.Received => new ClockEvent(ClockEventKind.Received, run.ReceivedOn),
            ClockEventKind.EscalationRequested when run.Start.Kind == ClockEventKind.EscalationRequested => run.Start,
            var kind => run.Events.FirstOrDefault(e => e.Kind == kind),
        };
        return start is not null && met is not null && start.On > met.On ? null : start;
    }

    /// <summary>
    /// The latest day an act that has not happened could lawfully be done: the due date of the duty it meets. Logging is
    /// bounded by the acknowledgement. None where nothing bounds it.
    /// </summary>
    private DateOnly? LatestLawfulStart(ClockEventKind act, HashSet<ClockEventKind> asked)
    {
        var awaited = act == ClockEventKind.Logged ? ClockEventKind.Acknowledged : act;
        var bound = run.Rules.FirstOrDefault(r => r.MetBy.Contains(awaited));
        if (bound is null || !asked.Add(act))
        {
            return null;
        }

        var start = StartOf(bound, null);
        var from = start?.On ?? LatestLawfulStart(bound.From, asked);
        if (from is not { } day)
        {
            return null;
        }

        var draft = Draft(bound, history.CalendarOf(null), null) with { CountedFrom = start?.On, CountStart = day };
        return DueDates.Count(draft, day, null, run, asAt).Due;
    }

    /// <summary>What ends a duty without meeting it: a withdrawal or refusal, or for contact the resident's own wish.</summary>
    private ClockEvent? EndOf(DutyRule rule)
    {
        var declined =
            rule.Duty == DutyName.Contact
                ? run.Events.FirstOrDefault(e => e.Kind == ClockEventKind.ContactDeclined)
                : null;
        return declined is not null && (run.Ended is null || declined.On <= run.Ended.On) ? declined : run.Ended;
    }

    private DateOnly Extent(ClockEvent? met) => met is null || met.On > asAt ? asAt : met.On;

    private DateOnly? TargetDue(DutyRule rule, DateOnly from, WorkingDayCalendar calendar) =>
        TargetOf(rule, from) is { } target
            ? Deadlines.Due(
                from,
                target.Within,
                target.SkipsClosures ? calendar.WithClosures(history.Closures) : calendar
            )
            : null;

    private TargetRule? TargetOf(DutyRule rule, DateOnly from) =>
        run.Procedure.InterimTargets.FirstOrDefault(t =>
            t.Duty == rule.Duty && t.Stage == run.Stage && t.From <= from && from <= t.Until
        )
            is { } interim
            ? new TargetRule(interim.Within, false, interim.Source)
            : rule.Target;

    private DutyClock Judged(DutyClock duty, TimeOnly? metAt) =>
        duty with
        {
            Verdict = Verdicts.Of(duty, duty.OriginalDue, duty.Due, metAt, asAt),
            TargetVerdict = duty.TargetDue is { } target ? Verdicts.Of(duty, target, target, null, asAt) : null,
        };
}
