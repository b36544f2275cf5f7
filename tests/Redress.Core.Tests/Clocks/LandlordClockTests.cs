using Redress.Core.Calendar;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Clocks.Told;

namespace Redress.Core.Tests.Clocks;

public class LandlordClockTests
{
    /// <summary>5 April 2012 was Maundy Thursday; Good Friday and Easter Monday do not count.</summary>
    [Theory]
    [InlineData("2012-04-23", Verdict.InTime)]
    [InlineData("2012-04-24", Verdict.Late)]
    public void Halton_answers_ten_working_days_after_receipt(string answered, Verdict verdict)
    {
        var respond = Duties("halton-2011", "2012-06-30", "2012-04-05 received", $"{answered} responded")
            .The(DutyName.Respond);

        Assert.Equal(
            (Day("2012-04-05"), Day("2012-04-23"), verdict),
            (respond.CountedFrom, respond.Due, respond.Verdict)
        );
    }

    [Fact]
    public void Haltons_meeting_falls_away_when_the_resident_declines_it()
    {
        var met = Duties("halton-2011", "2012-03-30", "2012-03-01 received", "2012-03-06 contacted")
            .The(DutyName.Contact);
        Assert.Equal((Day("2012-03-06"), Verdict.InTime), (met.Due, met.Verdict));

        var declined = Duties("halton-2011", "2012-03-30", "2012-03-01 received", "2012-03-02 contact_declined")
            .The(DutyName.Contact);
        Assert.Equal(Verdict.NotRequired, declined.Verdict);
    }

    [Fact]
    public void Haltons_first_letter_promises_a_date_and_the_second_adds_five_working_days_at_most()
    {
        var duties = Duties(
            "halton-2011",
            "2012-05-30",
            "2012-03-01 received",
            "2012-03-15 holding_letter until=2012-03-22",
            "2012-03-22 holding_letter until=2012-03-29",
            "2012-03-29 responded"
        );
        var respond = duties.The(DutyName.Respond);
        Assert.Equal(
            (Day("2012-03-15"), Day("2012-03-29"), Verdict.InTimeExtended),
            (respond.OriginalDue, respond.Due, respond.Verdict)
        );
        Assert.Equal(
            (Day("2012-03-15"), Verdict.InTime),
            (duties.The(DutyName.Hold).Due, duties.The(DutyName.Hold).Verdict)
        );
        Assert.Equal(
            (Day("2012-03-22"), Verdict.InTime),
            (duties.The(DutyName.Hold, 1, 2).Due, duties.The(DutyName.Hold, 1, 2).Verdict)
        );
    }

    [Theory]
    [InlineData("2012-03-22 holding_letter until=2012-03-30", false)] // six working days
    [InlineData("2012-03-23 holding_letter until=2012-03-29", false)] // a day late
    [InlineData("2012-03-22 holding_letter", true)] // no date: a further five
    public void A_second_holding_letter_late_or_too_long_moves_nothing(string letter, bool moves)
    {
        var respond = Duties(
                "halton-2011",
                "2012-05-30",
                "2012-03-01 received",
                "2012-03-14 holding_letter until=2012-03-22",
                letter
            )
            .The(DutyName.Respond);
        Assert.Equal(moves ? Day("2012-03-29") : Day("2012-03-22"), respond.Due);
    }

    [Fact]
    public void A_letter_that_gives_no_date_is_no_holding_letter_and_takes_no_turn()
    {
        string[] told = ["2012-03-01 received", "2012-03-14 holding_letter"];
        Assert.Equal(Verdict.Open, Duties("halton-2011", "2012-03-14", told).The(DutyName.Hold).Verdict);

        var duties = Duties("halton-2011", "2012-03-15", [.. told, "2012-03-15 holding_letter until=2012-04-20"]);
        Assert.Equal(
            (Day("2012-03-15"), Verdict.InTime),
            (duties.The(DutyName.Hold).Met, duties.The(DutyName.Hold).Verdict)
        );
        Assert.Equal(Day("2012-04-20"), duties.The(DutyName.Respond).Due);
    }

    [Fact]
    public void A_first_letter_sent_late_is_one_breach_and_asks_for_no_second()
    {
        var duties = Duties(
            "halton-2011",
            "2012-05-30",
            "2012-03-01 received",
            "2012-03-16 holding_letter until=2012-03-22",
            "2012-04-05 responded"
        );
        Assert.Equal(
            (Verdict.Late, 11),
            (duties.The(DutyName.Hold).Verdict, duties.The(DutyName.Hold).WorkingDaysTaken)
        );
        Assert.DoesNotContain(duties, duty => duty is { Duty: DutyName.Hold, Occurrence: 2 });
    }

    [Fact]
    public void A_third_holding_letter_moves_nothing()
    {
        var respond = Duties(
                "halton-2011",
                "2012-05-30",
                "2012-03-01 received",
                "2012-03-14 holding_letter until=2012-03-22",
                "2012-03-20 holding_letter until=2012-03-29",
                "2012-03-28 holding_letter until=2012-04-03"
            )
            .The(DutyName.Respond);
        Assert.Equal((Day("2012-03-29"), false), (respond.Due, respond.Moves[2].Valid));
    }

    [Fact]
    public void Haltons_resident_has_28_calendar_days_from_the_answer()
    {
        var window = Duties("halton-2011", "2012-04-12", "2012-03-01 received", "2012-03-15 responded")
            .The(DutyName.RequestNextStage);
        Assert.Equal(
            (Day("2012-04-12"), Verdict.Open, BelongsTo.Resident),
            (window.Due, window.Verdict, window.BelongsTo)
        );

        var late = Duties(
            "halton-2011",
            "2012-06-12",
            "2012-03-01 received",
            "2012-03-15 responded",
            "2012-04-13 escalation_requested"
        );
        Assert.Equal(Verdict.Late, late.The(DutyName.RequestNextStage).Verdict);
    }

    [Fact]
    public void Haltons_review_is_notified_in_ten_days_with_ten_days_notice()
    {
        var duties = Duties(
            "halton-2011",
            "2012-06-30",
            "2012-03-01 received",
            "2012-03-15 responded",
            "2012-03-20 escalation_requested",
            "2012-04-03 hearing_notified stage=2 hearing=2012-04-18"
        );
        var notice = duties.The(DutyName.HearingNotice, 2);
        Assert.Equal((Day("2012-04-03"), Verdict.InTime), (notice.Due, notice.Verdict));
        // Good Friday and Easter Monday 2012 fall inside: ten working days before 18 April is 2 April.
        var before = duties.The(DutyName.HearingNotice, 2, 2);
        Assert.Equal((Day("2012-04-02"), Verdict.Late), (before.Due, before.Verdict));
    }

    [Fact]
    public void Leeds_2014_keeps_a_ten_day_target_beside_a_fifteen_day_backstop()
    {
        var respond = Duties("leeds-2014", "2014-08-30", "2014-06-02 received", "2014-06-17 responded")
            .The(DutyName.Respond);
        Assert.Equal(
            (Day("2014-06-23"), Day("2014-06-16"), Verdict.InTime, Verdict.Late),
            (respond.Due, respond.TargetDue, respond.Verdict, respond.TargetVerdict)
        );
    }

    [Theory]
    [InlineData("agreed", true)]
    [InlineData("ombudsman_details", false)]
    public void Leeds_2023_promises_agreement_so_telling_is_not_enough(string fact, bool valid)
    {
        var respond = Duties(
                "leeds-2023",
                "2023-08-30",
                "2023-06-01 received",
                "2023-06-01 logged",
                $"2023-06-14 extended until=2023-06-22 reason {fact}"
            )
            .The(DutyName.Respond);
        Assert.Equal(valid, respond.Moves.Single().Valid);
    }

    [Theory]
    [InlineData(1, "agreed", true)]
    [InlineData(1, "ombudsman_details", true)]
    [InlineData(1, "", false)]
    [InlineData(2, "agreed", true)]
    [InlineData(2, "ombudsman_details", true)]
    [InlineData(2, "", false)]
    public void In_Leeds_in_2023_more_than_ten_days_more_needs_agreement_or_the_Ombudsmans_details(
        int stage,
        string fact,
        bool valid
    )
    {
        // At stage 1 from 1 June: due on 15 June, by 29 June within the cap. At stage 2 from 3 July: 31 July and 14 August.
        var (told, until) = stage == 1 ? ("2023-06-14", "2023-07-06") : ("2023-07-28", "2023-08-21");
        var respond = Duties(
                "leeds-2023",
                "2023-08-30",
                "2023-06-01 received",
                "2023-06-01 logged",
                stage == 1 ? "2023-06-02 contacted" : "2023-06-12 responded",
                stage == 1 ? "2023-06-02 contacted" : "2023-07-03 escalation_requested",
                $"{told} extended stage={stage} until={until} reason {fact}".TrimEnd()
            )
            .The(DutyName.Respond, stage);
        Assert.Equal(valid, respond.Moves.Single().Valid);
    }

    [Fact]
    public void A_compliment_is_relayed_in_three_days_and_filed_in_five()
    {
        var duties = Core.Clocks.Clocks.Of(
            Story(
                ShippedProcedures.Find("halton-2011")!,
                CaseKind.Compliment,
                "2012-03-01 received",
                "2012-03-07 relayed"
            ),
            Day("2012-03-09")
        );
        Assert.Equal(
            (Day("2012-03-06"), Verdict.Late),
            (duties.The(DutyName.Relay, null).Due, duties.The(DutyName.Relay, null).Verdict)
        );
        Assert.Equal(
            (Day("2012-03-08"), Verdict.Overdue),
            (duties.The(DutyName.File, null).Due, duties.The(DutyName.File, null).Verdict)
        );
    }

    [Fact]
    public void A_pause_stops_the_clock_only_where_the_procedure_has_one()
    {
        var code = ShippedProcedures.Find("code-2024")!;
        var respond = Duties(
                WithRespond(code, rule => rule with { PausesSource = "7.1" }),
                "2024-08-30",
                "2024-06-03 received",
                "2024-06-06 acknowledged",
                "2024-06-07 paused",
                "2024-06-14 resumed",
                "2024-06-27 responded"
            )
            .The(DutyName.Respond);
        Assert.Equal(
            (Day("2024-06-20"), Day("2024-06-27"), Verdict.InTimeExtended),
            (respond.OriginalDue, respond.Due, respond.Verdict)
        );
        Assert.Equal(5, Assert.Single(respond.Pauses).Days.Count);
        Assert.Equal(5, respond.Skipped.Count(day => day.Why == "Paused"));
    }

    [Fact]
    public void Closure_days_move_only_a_target_that_says_so()
    {
        var procedure = WithRespond(
            ShippedProcedures.Find("code-2024")!,
            rule => rule with { Target = new TargetRule(new Limit(8, LimitUnit.WorkingDays), true, "own") }
        );
        var history = Story(procedure, CaseKind.Complaint, "2024-06-03 received", "2024-06-06 acknowledged") with
        {
            Closures = [Day("2024-06-10")],
        };
        var respond = Core.Clocks.Clocks.Of(history, Day("2024-06-07")).The(DutyName.Respond);
        Assert.Equal((Day("2024-06-20"), Day("2024-06-19")), (respond.Due, respond.TargetDue));
    }

    [Fact]
    public void An_interim_target_stands_beside_the_limit_for_starts_inside_its_dates()
    {
        var code = ShippedProcedures.Find("code-2024")!;
        var interim = code with
        {
            InterimTargets =
            [
                new InterimTarget(
                    Day("2024-06-01"),
                    Day("2024-06-30"),
                    1,
                    DutyName.Respond,
                    new Limit(20, LimitUnit.WorkingDays),
                    "cyber incident",
                    "notice"
                ),
            ],
        };
        var inside = Duties(
                interim,
                "2024-07-30",
                "2024-06-03 received",
                "2024-06-06 acknowledged",
                "2024-07-04 responded"
            )
            .The(DutyName.Respond);
        Assert.Equal((Verdict.Late, Verdict.InTime), (inside.Verdict, inside.TargetVerdict));
        var outside = Duties(interim, "2024-08-30", "2024-07-01 received", "2024-07-02 acknowledged")
            .The(DutyName.Respond);
        Assert.Null(outside.TargetDue);
    }

    [Fact]
    public void A_limit_in_hours_counts_clock_hours_from_the_time_of_receipt()
    {
        var code = ShippedProcedures.Find("code-2024")!;
        var hazard = new DutyRule(
            DutyName.HazardMakeSafe,
            new Limit(24, LimitUnit.Hours),
            ClockEventKind.Received,
            [ClockEventKind.Closed],
            "5"
        );
        var procedure = WithStage1(code, rules => [.. rules, hazard]);
        // Clocks go forward on 31 March 2024: 24 hours after 10:00 on Saturday is 11:00 on Sunday.
        var made = Duties(procedure, "2024-04-30", "2024-03-30 received at=10:00", "2024-03-31 closed at=11:00")
            .The(DutyName.HazardMakeSafe);
        Assert.Equal((Day("2024-03-31"), new TimeOnly(11, 0), Verdict.InTime), (made.Due, made.DueAt, made.Verdict));
        var late = Duties(procedure, "2024-04-30", "2024-03-30 received at=10:00", "2024-03-31 closed at=11:01")
            .The(DutyName.HazardMakeSafe);
        Assert.Equal(Verdict.Late, late.Verdict);
    }

    [Fact]
    public void Events_of_one_day_are_taken_in_the_order_of_their_times()
    {
        var hour = new DutyRule(
            DutyName.Refer,
            new Limit(1, LimitUnit.Hours),
            ClockEventKind.Received,
            [ClockEventKind.Relayed],
            "5"
        );
        var refer = Duties(
                WithStage1(ShippedProcedures.Find("code-2024")!, rules => [.. rules, hour]),
                "2025-11-04",
                "2025-11-03 received at=10:00",
                "2025-11-03 relayed at=12:00",
                "2025-11-03 relayed at=10:30"
            )
            .The(DutyName.Refer);
        Assert.Equal((new TimeOnly(10, 30), Verdict.InTime), (refer.MetAt, refer.Verdict));
    }

    internal static Procedure WithRespond(Procedure procedure, Func<DutyRule, DutyRule> change) =>
        WithStage1(procedure, rules => [.. rules.Select(rule => rule.Duty == DutyName.Respond ? change(rule) : rule)]);

    internal static Procedure WithStage1(
        Procedure procedure,
        Func<IReadOnlyList<DutyRule>, IReadOnlyList<DutyRule>> change
    )
    {
        var complaint = procedure.Kinds[CaseKind.Complaint];
        var stages = complaint.Stages.Select(stage =>
            stage.Number == 1 ? stage with { Duties = change(stage.Duties) } : stage
        );
        return procedure with
        {
            Kinds = new Dictionary<CaseKind, KindRules>(procedure.Kinds)
            {
                [CaseKind.Complaint] = complaint with { Stages = [.. stages] },
            },
        };
    }
}
