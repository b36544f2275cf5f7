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
        var done = run.Events.FirstOrDefault(e => Meets(rule, e));
        var met = WithItsOtherHalf(rule, done);
        var start = StartOf(rule, met);
        var calendar = history.CalendarOf(met?.Edition);
        var from = start?.On ?? LatestLawfulStart(rule.From, []);
        var duty = Draft(rule, calendar, met) with
        {
            CountedFrom = start?.On,
            CountStart = from,
            StartAssumed = start?.Assumed ?? false,
            ArrivalNotRecorded = rule.Arrival is not null && start?.Kind == ClockEventKind.Responded,
            DoneOn = done?.On,
            EndedOn = EndOf(rule)?.On,
            EndedBy = EndOf(rule)?.Kind,
        };
        if (from is { } day)
        {
            duty = DueDates.Count(duty, day, start?.At, run, Extent(met));
            var target = TargetOf(rule, day);
            var counted = target is { SkipsClosures: true } ? calendar.WithClosures(history.Closures) : calendar;
            duty = duty with
            {
                Target = target,
                TargetCalendar = counted,
                TargetDue = target is null ? null : Deadlines.Due(day, target.Within, counted),
            };
        }

        if (met is not null)
        {
            duty = Taken(duty) with { WorkingDaysFromReceipt = Days.Between(calendar, run.Start.On, met.On) };
        }

        return Judged(duty);
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
    /// the answer goes out in time. The next one is due on the day the one before promised, once that one has counted.
    /// </summary>
    private IEnumerable<DutyClock> Holds(DutyRule rule)
    {
        var answer = Of(rule);
        var due = answer.UnextendedDue;
        DateOnly? promisedOn = null;
        foreach (var (letter, sent) in HoldingLetters.InTurn(rule.HoldingLetters, run.Events))
        {
            var answered = answer.Met is { } met && (sent is null || met < sent.On);
            var calendar = history.CalendarOf(sent?.Edition);
            var hold = Draft(rule with { Source = letter.Source }, calendar, answered ? null : sent) with
            {
                Duty = DutyName.Hold,
                CountedFrom = answer.CountedFrom,
                CountStart = answer.CountStart,
                CountStartAt = answer.CountStartAt,
                StartAssumed = answer.StartAssumed,
                Due = due,
                OriginalDue = promisedOn is null ? answer.OriginalDue : due,
                Pauses = promisedOn is null ? answer.Pauses : [],
                PromisedOn = promisedOn,
                EndedOn = answered ? answer.Met : answer.EndedOn,
                EndedBy = answered ? ClockEventKind.Responded : answer.EndedBy,
            };
            yield return Judged(hold.Met is null ? hold : Taken(hold));

            var move = sent is null
                ? null
                : answer.Moves.FirstOrDefault(m => m.Valid && m.By == sent.Kind && m.On == sent.On);
            if (move is null)
            {
                yield break;
            }

            (due, promisedOn) = (move.Until, move.On);
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
        var row = Draft(rule, calendar, given) with
        {
            Limit = notice,
            CountedFrom = hearing,
            HearingOn = hearing,
            Due = latest,
            OriginalDue = latest,
            WorkingDaysTaken = Days.Between(calendar, given.On, hearing),
            DaysTaken = hearing.DayNumber - given.On.DayNumber,
        };
        return Judged(
            latest is null ? row with { Refusal = DeadlineSentences.Refusal(hearing, notice, calendar) } : row
        );
    }

    /// <summary>What meets a duty, on the day that the act belonging to it was done too, where that was later.</summary>
    private ClockEvent? WithItsOtherHalf(DutyRule rule, ClockEvent? done)
    {
        var other = done is null ? null : run.Events.FirstOrDefault(e => e.Kind == rule.TogetherWith);
        return other?.On > done?.On ? other : done;
    }

    /// <summary>How long it took, where what it is counted from has happened.</summary>
    private static DutyClock Taken(DutyClock duty) =>
        duty is { CountedFrom: { } from, Met: { } met }
            ? duty with
            {
                WorkingDaysTaken = Days.Between(duty.Calendar, from, met),
                DaysTaken = met.DayNumber - from.DayNumber,
            }
            : duty;

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
            MetAt = met?.At,
            MetAssumed = met?.Assumed ?? false,
        };

    /// <summary>The act or event a rule counts from, unless the duty was already met without it.</summary>
    private ClockEvent? StartOf(DutyRule rule, ClockEvent? met)
    {
        var start = rule.From switch
        {
            ClockEventKind.Received when run.Start.Kind == ClockEventKind.Received => run.Start,
            ClockEventKind.Received => new ClockEvent(ClockEventKind.Received, run.ReceivedOn),
            ClockEventKind.EscalationRequested when run.Start.Kind == ClockEventKind.EscalationRequested => run.Start,
            ClockEventKind.Responded when rule.Arrival is { } arrival => Arrival(arrival, met),
            var kind => run.Events.FirstOrDefault(e => e.Kind == kind),
        };
        return start is not null && met is not null && start.On > met.On ? null : start;
    }

    /// <summary>
    /// The answer on the day it arrived, as last recorded or else as the procedure takes it. Whoever asks for the next stage
    /// before that day had the answer by then.
    /// </summary>
    private ClockEvent? Arrival(ArrivalRule rule, ClockEvent? met)
    {
        var sent = run.Events.FirstOrDefault(e => e.Kind == ClockEventKind.Responded);
        if (sent is null)
        {
            return null;
        }

        if (run.Events.LastOrDefault(e => e.Kind == ClockEventKind.AnswerArrived) is { } arrived)
        {
            return arrived;
        }

        var taken = rule.Deemed is { } deemed
            ? Deadlines.Due(sent.On, deemed, history.CalendarOf(sent.Edition)) ?? sent.On
            : sent.On;
        return met?.On < taken && met.On >= sent.On ? sent with { On = met.On } : sent with { On = taken };
    }

    private static bool Meets(DutyRule rule, ClockEvent happened) =>
        rule.MetBy.Contains(happened.Kind) && !(rule.InPerson && happened.InPerson == false);

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

    private TargetRule? TargetOf(DutyRule rule, DateOnly from) =>
        run.Procedure.InterimTargets.FirstOrDefault(t =>
            t.Duty == rule.Duty && t.Stage == run.Stage && t.From <= from && from <= t.Until
        )
            is { } interim
            ? new TargetRule(interim.Within, false, interim.Source)
            : rule.Target;

    private DutyClock Judged(DutyClock duty) =>
        duty with
        {
            Verdict = Verdicts.Of(duty, duty.OriginalDue, duty.Due, asAt),
            TargetVerdict = duty.TargetDue is { } target ? Verdicts.Of(duty, target, target, asAt) : null,
        };
}
