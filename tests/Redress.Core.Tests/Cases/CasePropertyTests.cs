using FsCheck;
using FsCheck.Fluent;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

/// <summary>What holds for every case, whatever staff tried to do to it.</summary>
public class CasePropertyTests
{
    private static readonly Arbitrary<Case> Courses = (
        from kind in Gen.Frequency((4, Gen.Constant(CaseKind.Complaint)), (1, Gen.Elements(Enum.GetValues<CaseKind>())))
        from attempts in AnyCourse.Attempts.ListOf(60)
        select AnyCourse.Run(kind, attempts)
    ).ToArbitrary();

    /// <summary>Events that come only from imports, or whose decisions come with later parts.</summary>
    private static readonly string[] NotDecidedYet =
    [
        nameof(CalendarAdopted),
        nameof(EscalationRefused),
        nameof(Filed),
        nameof(HearingNotified),
        nameof(InformalStageAnswered),
        nameof(Paused),
        nameof(Relayed),
        nameof(Resumed),
    ];

    [Fact]
    public void Between_them_these_courses_come_to_everything_staff_can_do_in_this_part()
    {
        var happened = Courses
            .Generator.Sample(300, new Rnd(1), 1)
            .SelectMany(course => course.History)
            .Select(recorded => recorded.Event.GetType().Name)
            .ToHashSet();

        Assert.Empty(AnyEvent.Types.Select(type => type.Name).Except(happened).Except(NotDecidedYet));
    }

    [Fact]
    public void Nothing_staff_can_do_breaks_a_case() =>
        Always(course =>
            course.Version == course.History[^1].Sequence
            && course
                .Stages.Select(stage => stage.Number)
                .SequenceEqual(course.Stages.Select((_, i) => i + course.Stages[0].Number))
        );

    [Fact]
    public void No_open_case_is_without_an_owner() => Always(course => course.IsOver || course.Owner is not null);

    [Fact]
    public void Every_closed_case_shows_its_receipt_its_nature_what_was_done_and_when() =>
        Always(course =>
            course.Status != CaseStatus.Closed
            || (course.Category is not null && (course.CurrentStage.RespondedOn ?? course.WithdrawnOn) is not null)
        );

    [Fact]
    public void Every_answered_point_has_a_finding_and_a_reason() =>
        Always(course =>
            course.Status != CaseStatus.Answered
            || course.Points.All(point => point is { Finding: not null, Reason: not null })
        );

    [Fact]
    public void Read_back_from_history_a_case_is_the_same() =>
        Always(course =>
        {
            var stored = course.History.Select(recorded => recorded with { Event = Reread(recorded.Event) });
            return Snapshot.Of(Case.Fold(course.Id, stored)) == Snapshot.Of(course);
        });

    [Fact]
    public void Every_case_has_its_clocks_and_a_next_step_until_it_is_closed() =>
        Always(course =>
        {
            var clocks = CaseClocks.Of(course, Landlord.Rules, Fri2May);
            return course.Status == CaseStatus.Closed == NextStep.For(course, clocks, Fri2May) is null;
        });

    private static void Always(Func<Case, bool> holds) => Prop.ForAll(Courses, holds).QuickCheckThrowOnFailure();

    private static CaseEvent Reread(CaseEvent written)
    {
        var (name, version, data) = CaseEventJson.Write(written);
        return CaseEventJson.Read(name, version, data);
    }
}
