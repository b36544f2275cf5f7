using FsCheck;
using FsCheck.Fluent;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

/// <summary>What holds for every case, whatever staff tried to do to it.</summary>
public class CasePropertyTests
{
    private static readonly string[] Staff = ["amira", "ben", "cerys"];

    private static readonly Gen<Case> LoggedHere =
        from kind in Gen.Frequency((4, Gen.Constant(CaseKind.Complaint)), (1, Gen.Elements(Enum.GetValues<CaseKind>())))
        select AnyCourse.Logged(kind);

    private static readonly Arbitrary<Case> Courses = CoursesFrom(Gen.OneOf(LoggedHere, AnyCourse.Imported));

    /// <summary>Events that come only from imports, that these procedures have not, or that nobody can decide yet.</summary>
    private static readonly string[] NotDecidedYet =
    [
        nameof(GuidanceOverridden),
        nameof(HearingNotified),
        nameof(InformalStageAnswered),
        nameof(Paused),
        nameof(Resumed),
    ];

    [Fact]
    public void Between_them_these_courses_come_to_everything_staff_can_do_in_this_part()
    {
        var missing = AnyEvent.Types.Select(type => type.Name).Except(NotDecidedYet).ToHashSet();

        for (var round = 1; round <= 40 && missing.Count > 0; round++)
        {
            var courses = Courses.Generator.Sample(250, new Rnd((ulong)round), 1);
            missing.ExceptWith(courses.SelectMany(course => course.History).Select(one => one.Event.GetType().Name));
        }

        Assert.Empty(missing);
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
    public void A_case_is_over_once_it_was_withdrawn_refused_or_closed_and_not_before() =>
        Always(course => course.IsOver == ((course.WithdrawnOn ?? course.ClosedOn) is not null));

    /// <summary>
    /// But for one whose owner it is about, or that somebody opened again who does not see it: the complaints team sees at
    /// once that nobody has it.
    /// </summary>
    [Fact]
    public void No_open_case_is_without_an_owner() =>
        Always(course =>
            course.IsOver
            || course.Owner is not null
            || course.History.Any(recorded => recorded.Event is SubjectNamed or CaseSealed)
        );

    [Fact]
    public void Nobody_it_is_about_has_it() =>
        Always(course =>
            course.Subjects.All(subject =>
                course.Owner != subject.Person && course.CurrentStage.Handler != subject.Person
            )
        );

    [Fact]
    public void A_sealed_case_is_seen_for_good_by_two_and_by_whoever_has_it() =>
        Always(course =>
            course.Seal is null
                ? course.Readers.Count == 0
                : course.Readers.Count(reader => reader.Until is null) >= Sealing.FewestReaders
                    && (course.CurrentStage.Handler is not { } handler || Sealing.MayHave(course, handler))
        );

    [Fact]
    public void Only_a_subject_on_whom_two_agree_is_asked_for_a_statement_once_at_a_time_and_answers_it_themself() =>
        Always(course =>
            course.Statements.All(asked =>
                course.History.Any(recorded => recorded.Event is SubjectConfirmed e && e.Person == asked.Person)
            )
            && course
                .Statements.Where(asked => Statements.IsOpen(course, asked))
                .GroupBy(asked => asked.Person)
                .All(open => open.Count() == 1)
        );

    [Fact]
    public void Nothing_is_found_against_a_subject_unheard_without_a_reason() =>
        Always(course =>
            course.History.All(recorded =>
                recorded.Event is not Responded { Unheard: null } answer
                || recorded.Who == "import"
                || IsFair(course, recorded.Sequence, answer)
            )
        );

    /// <summary>As the case was when the answer was written: a letter that waits to leave is not asked again.</summary>
    private static bool IsFair(Case course, int sequence, Responded answer)
    {
        var written = course
            .History.Select(recorded => recorded.Event)
            .OfType<LetterSent>()
            .FirstOrDefault(sent => sent.Made == sequence)
            ?.Letter;
        var before = Case.Fold(course.Id, course.History.Take((written ?? sequence) - 1));
        return FairHearing.NotHeard(before, answer.On).Count == 0 || !FairHearing.IsAdverse(before, answer.Outcome);
    }

    [Fact]
    public void No_stage_is_decided_by_anybody_who_decided_an_earlier_one() =>
        Always(course =>
            course.Stages.All(stage =>
                Enumerable
                    .Range(1, Math.Max(0, stage.Number - 1))
                    .All(earlier =>
                        !Deciders
                            .Of(course, earlier)
                            .Intersect(Deciders.Of(course, stage.Number))
                            .Intersect(Staff)
                            .Any()
                    )
            )
        );

    [Fact]
    public void Nobody_has_a_part_in_two_stages() =>
        Always(course =>
            Deciders.Parts(course).Select(part => part.Person).Distinct().Count() == Deciders.Parts(course).Count
        );

    [Fact]
    public void Every_closed_case_shows_its_receipt_its_nature_what_was_done_and_when() =>
        Always(
            CoursesFrom(LoggedHere),
            course => course.Status != CaseStatus.Closed || (course.Category is not null && DoneOn(course) is not null)
        );

    [Fact]
    public void A_refused_complaint_shows_its_nature_and_nobody_agreed_to_their_own_proposal_but_the_lead_who_did_both() =>
        Always(course =>
            course.Status != CaseStatus.Refused
            || (
                course is { Category: not null, PendingRefusal: null, Stage: 1, CurrentStage.RespondedOn: null }
                && course.History.Where(recorded => recorded.Event is Refused).All(refused => IsAgreed(course, refused))
            )
        );

    private static bool IsAgreed(Case course, RecordedEvent refused) =>
        course.History[((Refused)refused.Event).Proposal - 1] is { Event: RefusalProposed } proposed
        && (proposed.Who != (refused.OnBehalfOf ?? refused.Who) || proposed.Sequence == refused.Sequence - 1);

    /// <summary>What was raised at a stage that was then refused is left as it was.</summary>
    [Fact]
    public void Every_answered_point_has_a_finding_and_a_reason() =>
        Always(course =>
            course.Status != CaseStatus.Answered
            || course.Stages[^1].RefusedOn is not null
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
            var clocks = CaseClocks.Of(course, AnyCourse.NewRules, Fri2May);
            var isClosed = course.Status is CaseStatus.Closed or CaseStatus.Refused or CaseStatus.ServiceRequest;
            return isClosed == NextStep.For(course, clocks, Fri2May) is null;
        });

    private static void Always(Func<Case, bool> holds) => Always(Courses, holds);

    private static void Always(Arbitrary<Case> courses, Func<Case, bool> holds) =>
        Prop.ForAll(courses, course => holds(course).Label(string.Join('\n', course.History)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Case_and_clocks_agree_on_the_days_of_acknowledgement_and_answer() =>
        Always(
            CoursesFrom(LoggedHere),
            course =>
            {
                var clocks = CaseClocks.Of(course, AnyCourse.NewRules, new(2025, 6, 30));
                DateOnly? Met(int stage, DutyName duty) =>
                    clocks.LastOrDefault(clock => clock.Stage == stage && clock.Duty == duty)?.Met;

                return course.Kind != CaseKind.Complaint
                    || course.Stages.All(stage =>
                        stage.AcknowledgedOn == Met(stage.Number, DutyName.Acknowledge)
                        && stage.RespondedOn == Met(stage.Number, DutyName.Respond)
                    );
            }
        );

    private static DateOnly? DoneOn(Case closed) =>
        closed.CurrentStage.RespondedOn ?? closed.WithdrawnOn ?? closed.RelayedOn ?? closed.FiledOn;

    private static Arbitrary<Case> CoursesFrom(Gen<Case> begun) =>
        (
            from course in begun
            from attempts in Gen.Zip(Gen.Elements(Staff), AnyCourse.Attempts).ListOf(60)
            select AnyCourse.Run(course, attempts)
        ).ToArbitrary();

    private static CaseEvent Reread(CaseEvent written)
    {
        var (name, version, data) = CaseEventJson.Write(written);
        return CaseEventJson.Read(name, version, data);
    }
}
