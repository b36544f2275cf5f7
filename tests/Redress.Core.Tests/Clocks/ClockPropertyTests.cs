using FsCheck;
using FsCheck.Fluent;
using Redress.Core.Calendar;
using Redress.Core.Clocks;
using Redress.Core.Procedures;

namespace Redress.Core.Tests.Clocks;

/// <summary>What holds for any history at all, under every shipped procedure.</summary>
public class ClockPropertyTests
{
    private static readonly DateOnly Start = new(2019, 12, 1);

    /// <summary>A made-up history: events in any order, of any stage, sensible or not, and a day to ask about.</summary>
    public sealed record Made(Procedure Procedure, CaseKind Kind, IReadOnlyList<ClockEvent> Events, DateOnly AsAt)
    {
        public ClockHistory Told => new(Kind, Events, _ => Procedure, _ => ShippedCalendars.Get(Procedure.CalendarId));

        public IReadOnlyList<DutyClock> Duties => Core.Clocks.Clocks.Of(Told, AsAt);

        public override string ToString() =>
            $"{Procedure.Id} {Kind} as at {AsAt:yyyy-MM-dd}: {string.Join("; ", Events)}";
    }

    private static Gen<DateOnly> Days => Gen.Choose(0, 200).Select(Start.AddDays);

    private static Gen<ClockEvent> Events =>
        from kind in Gen.Elements(Enum.GetValues<ClockEventKind>())
        from day in Days
        from stage in Gen.Frequency((6, Gen.Constant(1)), (3, Gen.Constant(2)), (1, Gen.Choose(0, 4)))
        from until in Gen.Choose(-5, 60)
        from told in Gen.Choose(-3, 5)
        from facts in Gen.SubListOf(Enum.GetValues<ExtensionFact>())
        from hour in Gen.Choose(0, 23)
        from bare in Gen.Choose(0, 3)
        select new ClockEvent(kind, day)
        {
            Stage = stage,
            Until = bare == 0 ? null : day.AddDays(until),
            ToldOn = bare == 1 ? null : day.AddDays(told),
            Facts = [.. facts],
            At = bare == 2 ? new TimeOnly(hour, 30) : null,
            HearingOn = bare == 3 ? day.AddDays(until) : null,
            Assumed = bare == 0 && hour == 0,
        };

    private static Arbitrary<Made> Histories =>
        (
            from shipped in Gen.Elements(ShippedProcedures.All.ToArray())
            from pauses in Gen.Choose(0, 3)
            let procedure = pauses == 0 ? WithPauses(shipped) : shipped
            from kind in Gen.Elements(procedure.Kinds.Keys.ToArray())
            from received in Gen.Choose(0, 20).Select(Start.AddDays)
            from events in Gen.ListOf(Events)
            from asAt in Days
            select new Made(procedure, kind, [new ClockEvent(ClockEventKind.Received, received), .. events], asAt)
        ).ToArbitrary();

    private static Procedure WithPauses(Procedure procedure) =>
        procedure with
        {
            Kinds = procedure.Kinds.ToDictionary(
                kind => kind.Key,
                kind => new KindRules(
                    [.. kind.Value.Stages.Select(stage => stage with { Duties = Paused(stage.Duties) })],
                    Paused(kind.Value.Duties)
                )
            ),
        };

    private static IReadOnlyList<DutyRule> Paused(IReadOnlyList<DutyRule> duties) =>
        [.. duties.Select(duty => duty with { PausesSource = "own" })];

    [Fact]
    public void Any_history_gives_its_duties_and_a_sentence_for_each() =>
        Prop.ForAll(Histories, made => made.Duties.All(duty => duty.Explanation.Length > 20))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void There_is_one_row_for_each_duty_stage_and_occurrence() =>
        Prop.ForAll(
                Histories,
                made => made.Duties.DistinctBy(d => (d.Duty, d.Stage, d.Occurrence)).Count() == made.Duties.Count
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_happens_after_the_day_asked_about_changes_nothing() =>
        Prop.ForAll(
                Histories,
                made =>
                    Same(made.Duties, (made with { Events = [.. made.Events.Where(e => e.On <= made.AsAt)] }).Duties)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_in_which_different_days_are_told_changes_nothing() =>
        Prop.ForAll(
                Histories,
                made =>
                {
                    var oneADay = made.Events.DistinctBy(e => e.On).ToList();
                    var backwards = Enumerable.Reverse(oneADay).ToList();
                    return Same((made with { Events = oneADay }).Duties, (made with { Events = backwards }).Duties);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_due_date_moves_only_by_a_pause_or_a_valid_extension_or_holding_letter_and_only_later() =>
        Prop.ForAll(
                Histories,
                made =>
                    made.Duties.All(d =>
                        d.UnextendedDue >= d.OriginalDue
                            && (d.UnextendedDue == d.OriginalDue || d.Pauses.Count > 0)
                            && (
                                d.Due == d.UnextendedDue
                                    ? d.Moves.All(m => !m.Valid)
                                    : d.Due > d.UnextendedDue && d.Moves.Last(m => m.Valid).Until == d.Due
                            )
                        || d.Due is null
                    )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_day_between_the_start_and_the_due_date_is_counted_or_explained() =>
        Prop.ForAll(
                Histories,
                made =>
                    made.Duties.Where(d =>
                            d
                                is {
                                    Limit.Unit: LimitUnit.WorkingDays,
                                    CountStart: not null,
                                    UnextendedDue: not null,
                                    PromisedOn: null
                                }
                        )
                        .All(d =>
                        {
                            var skipped = d.Skipped.Select(s => s.Date).ToHashSet();
                            var days = Enumerable
                                .Range(1, d.UnextendedDue!.Value.DayNumber - d.CountStart!.Value.DayNumber)
                                .Select(d.CountStart.Value.AddDays);
                            return days.Count(day => !skipped.Contains(day)) == d.Limit.Amount
                                && d.Skipped.All(s => d.Calendar.IsWorkingDay(s.Date) == (s.Why == "Paused"));
                        })
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Verdicts_agree_with_their_dates() =>
        Prop.ForAll(
                Histories,
                made =>
                    made.Duties.All(d =>
                        d.Verdict switch
                        {
                            Verdict.InTime => d.Met is not null && (d.OriginalDue is null || d.Met <= d.OriginalDue),
                            Verdict.InTimeExtended => d.Met > d.OriginalDue && d.Met <= d.Due,
                            Verdict.Late => d.Met > d.Due || d.DueAt is not null && d.Met == d.Due,
                            Verdict.Open => d.CountedFrom is not null
                                && d.Met is null
                                && (d.Due is null || made.AsAt <= d.Due),
                            Verdict.Provisional => d.CountedFrom is null
                                && d.Met is null
                                && (d.Due is null || made.AsAt <= d.Due),
                            Verdict.Overdue => d.Due < made.AsAt,
                            _ => d.EndedOn is not null && (d.Due is null || d.EndedOn <= d.Due),
                        }
                    )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Closing_a_case_meets_nothing_and_moves_nothing() =>
        Prop.ForAll(
                Histories,
                made =>
                    Same(
                        made.Duties,
                        (made with { Events = [.. made.Events.Where(e => e.Kind != ClockEventKind.Closed)] }).Duties
                    )
            )
            .QuickCheckThrowOnFailure();

    private static bool Same(IReadOnlyList<DutyClock> a, IReadOnlyList<DutyClock> b) =>
        a.Select(Row).SequenceEqual(b.Select(Row), StringComparer.Ordinal);

    private static string Row(DutyClock d) =>
        $"{d.Duty} {d.Stage} {d.Occurrence} {d.CountedFrom} {d.Due} {d.OriginalDue} {d.TargetDue} {d.Met} {d.Verdict} {d.TargetVerdict} {d.Explanation}";
}
