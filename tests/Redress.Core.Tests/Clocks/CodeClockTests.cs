using Redress.Core.Calendar;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Clocks.Told;

namespace Redress.Core.Tests.Clocks;

public class CodeClockTests
{
    [Fact]
    public void The_2024_answer_counts_from_the_acknowledgement()
    {
        var duties = Duties(
            "code-2024",
            "2024-06-30",
            "2024-06-03 received",
            "2024-06-06 acknowledged",
            "2024-06-20 responded"
        );

        var acknowledge = duties.The(DutyName.Acknowledge);
        Assert.Equal(
            (Day("2024-06-10"), Verdict.InTime, 3),
            (acknowledge.Due, acknowledge.Verdict, acknowledge.WorkingDaysTaken)
        );
        var respond = duties.The(DutyName.Respond);
        Assert.Equal(
            (Day("2024-06-06"), Day("2024-06-20"), Verdict.InTime),
            (respond.CountedFrom, respond.Due, respond.Verdict)
        );
        Assert.Equal((10, 14, 13), (respond.WorkingDaysTaken, respond.DaysTaken, respond.WorkingDaysFromReceipt));
    }

    /// <summary>Friday 18 and Monday 21 April 2025 are Easter's bank holidays.</summary>
    [Theory]
    [InlineData("2025-04-11", "2025-04-22")]
    [InlineData("2025-04-12", "2025-04-22")]
    [InlineData("2025-04-17", "2025-04-28")]
    [InlineData("2025-04-18", "2025-04-28")]
    public void The_acknowledgement_is_due_five_working_days_after_receipt(string received, string due)
    {
        foreach (var code in (string[])["code-2022", "code-2024", "leeds-2023"])
        {
            var acknowledge = Duties(code, "2025-04-30", $"{received} received").The(DutyName.Acknowledge);
            Assert.Equal((Day(received), Day(due)), (acknowledge.CountedFrom, acknowledge.Due));
        }
    }

    [Fact]
    public void Until_it_is_acknowledged_the_answer_is_provisional_at_the_latest_lawful_day()
    {
        var open = Duties("code-2024", "2024-06-05", "2024-06-03 received").The(DutyName.Respond);
        Assert.Equal((null, Day("2024-06-24"), Verdict.Provisional), (open.CountedFrom, open.Due, open.Verdict));

        var past = Duties("code-2024", "2024-06-25", "2024-06-03 received").The(DutyName.Respond);
        Assert.Equal(Verdict.Overdue, past.Verdict);
    }

    [Fact]
    public void Answered_without_acknowledgement_it_is_judged_against_the_latest_lawful_day()
    {
        var inTime = Duties("code-2024", "2024-07-30", "2024-06-03 received", "2024-06-24 responded")
            .The(DutyName.Respond);
        Assert.Equal((null, null, Verdict.InTime), (inTime.CountedFrom, inTime.WorkingDaysTaken, inTime.Verdict));

        var late = Duties(
            "code-2024",
            "2024-07-30",
            "2024-06-03 received",
            "2024-06-25 responded",
            "2024-06-26 acknowledged"
        );
        Assert.Equal(Verdict.Late, late.The(DutyName.Respond).Verdict);
        Assert.Equal(Verdict.Late, late.The(DutyName.Acknowledge).Verdict);
    }

    [Fact]
    public void A_late_acknowledgement_moves_the_answer_and_is_its_own_breach()
    {
        var duties = Duties(
            "code-2024",
            "2024-07-30",
            "2024-06-03 received",
            "2024-06-17 acknowledged",
            "2024-07-01 responded"
        );
        Assert.Equal(Verdict.Late, duties.The(DutyName.Acknowledge).Verdict);
        var respond = duties.The(DutyName.Respond);
        Assert.Equal(
            (Day("2024-07-01"), Verdict.InTime, 20),
            (respond.Due, respond.Verdict, respond.WorkingDaysFromReceipt)
        );
    }

    [Theory]
    [InlineData("2024-06-20 extended until=2024-07-04 reason ombudsman_details", Verdict.InTimeExtended)]
    [InlineData("2024-06-21 extended until=2024-07-04 reason ombudsman_details", Verdict.Late)]
    [InlineData("2024-06-20 extended until=2024-07-04 reason", Verdict.Late)]
    [InlineData("2024-06-20 extended until=2024-07-04 ombudsman_details", Verdict.Late)]
    [InlineData("2024-06-20 extended until=2024-07-04 reason ombudsman_details by_phone", Verdict.Late)]
    [InlineData("2024-06-20 extended until=2024-07-05 reason ombudsman_details", Verdict.Late)]
    [InlineData("2024-06-20 extended until=2024-07-05 reason ombudsman_details approved_by", Verdict.InTimeExtended)]
    [InlineData("2024-06-20 extended until=2024-07-04 reason ombudsman_details told=never", Verdict.Late)]
    [InlineData("2024-06-20 extended until=2024-07-04 assumed told=never", Verdict.InTimeExtended)]
    [InlineData("2024-06-20 extended until=2024-07-04 assumed", Verdict.InTimeExtended)]
    [InlineData("2024-06-20 extended until=2024-07-05 assumed", Verdict.InTimeExtended)]
    [InlineData("2024-06-21 extended until=2024-07-04 assumed", Verdict.Late)]
    [InlineData("2024-06-20 extended until=2024-07-02 reason ombudsman_details", Verdict.Late)]
    public void An_extension_counts_only_if_told_in_time_in_writing_with_a_reason_and_the_Ombudsmans_details(
        string extension,
        Verdict verdict
    )
    {
        var respond = Duties(
                "code-2024",
                "2024-07-30",
                "2024-06-03 received",
                "2024-06-06 acknowledged",
                extension,
                "2024-07-04 responded"
            )
            .The(DutyName.Respond);
        Assert.Equal((Day("2024-06-20"), verdict), (respond.OriginalDue, respond.Verdict));
        Assert.Equal(
            verdict == Verdict.InTimeExtended,
            respond.Moves.Single().Valid && respond.Due >= Day("2024-07-04")
        );
    }

    [Fact]
    public void Met_by_the_original_date_is_in_time_whatever_was_extended()
    {
        var respond = Duties(
                "code-2024",
                "2024-07-30",
                "2024-06-03 received",
                "2024-06-06 acknowledged",
                "2024-06-18 extended until=2024-07-04 reason ombudsman_details",
                "2024-06-20 responded"
            )
            .The(DutyName.Respond);
        Assert.Equal((Verdict.InTime, Day("2024-07-04")), (respond.Verdict, respond.Due));
    }

    [Fact]
    public void A_second_extension_is_judged_against_the_date_the_first_put_in_force()
    {
        var respond = Duties(
                "code-2022",
                "2023-12-30",
                "2023-06-01 received",
                "2023-06-01 logged",
                "2023-06-15 extended until=2023-06-29 reason",
                "2023-06-29 extended until=2023-07-06 reason agreed",
                "2023-07-06 responded"
            )
            .The(DutyName.Respond);
        Assert.Equal((Verdict.InTimeExtended, Day("2023-07-06")), (respond.Verdict, respond.Due));
    }

    [Fact]
    public void Under_the_2022_Code_the_answer_counts_from_logging_and_late_logging_is_bounded()
    {
        var logged = Duties("code-2022", "2023-06-02", "2023-06-01 received", "2023-06-02 logged")
            .The(DutyName.Respond);
        Assert.Equal((Day("2023-06-02"), Day("2023-06-16")), (logged.CountedFrom, logged.Due));

        var notLogged = Duties("code-2022", "2023-06-02", "2023-06-01 received").The(DutyName.Respond);
        Assert.Equal(
            (null, Day("2023-06-22"), Verdict.Provisional),
            (notLogged.CountedFrom, notLogged.Due, notLogged.Verdict)
        );
    }

    [Theory]
    [InlineData("code-2022")]
    [InlineData("leeds-2023")]
    public void Late_logging_makes_the_acknowledgement_late_where_the_answer_counts_from_logging(string procedure)
    {
        string[] told = ["2023-04-27 received", "2023-05-02 acknowledged"];
        var late = Duties(procedure, "2023-08-30", [.. told, "2023-06-27 logged", "2023-07-11 responded"]);
        var acknowledge = late.The(DutyName.Acknowledge);
        Assert.Equal(
            (Day("2023-06-27"), Verdict.Late, 40),
            (acknowledge.Met, acknowledge.Verdict, acknowledge.WorkingDaysTaken)
        );
        Assert.EndsWith(
            "Done on Tuesday 27 June 2023, working day 40: late. The acknowledgement was on Tuesday 2 May 2023 and logging only that day, and both are asked for.",
            acknowledge.Explanation,
            StringComparison.Ordinal
        );
        Assert.Equal(Verdict.InTime, late.The(DutyName.Respond).Verdict);

        Assert.Equal(Verdict.InTime, Duties(procedure, "2023-08-30", told).The(DutyName.Acknowledge).Verdict);
        var loggedFirst = Duties(procedure, "2023-08-30", [.. told, "2023-04-28 logged"]).The(DutyName.Acknowledge);
        Assert.Equal((Day("2023-05-02"), Verdict.InTime), (loggedFirst.Met, loggedFirst.Verdict));
    }

    [Theory]
    [InlineData("code-2020")]
    [InlineData("leicester-2020")]
    [InlineData("leicester-2021")]
    [InlineData("plus-dane-2021")]
    public void Under_the_2020_Code_more_than_ten_days_more_needs_a_named_approver(string procedure)
    {
        string[] told = ["2021-03-24 received", "2021-03-24 acknowledged"];
        const string Extension = "2021-04-09 extended until=2021-04-26 reason";

        Assert.False(Duties(procedure, "2021-06-01", [.. told, Extension]).The(DutyName.Respond).Moves.Single().Valid);
        Assert.True(
            Duties(procedure, "2021-06-01", [.. told, $"{Extension} approved_by"])
                .The(DutyName.Respond)
                .Moves.Single()
                .Valid
        );
    }

    [Fact]
    public void Stage_2_starts_with_the_request_and_counts_from_its_own_acknowledgement()
    {
        var duties = Duties(
            "code-2024",
            "2024-08-30",
            "2024-06-03 received",
            "2024-06-06 acknowledged",
            "2024-06-20 responded",
            "2024-07-01 escalation_requested",
            "2024-07-08 acknowledged stage=2",
            "2024-08-05 responded stage=2"
        );
        Assert.Equal(
            (Day("2024-07-08"), Verdict.InTime),
            (duties.The(DutyName.Acknowledge, 2).Due, duties.The(DutyName.Acknowledge, 2).Verdict)
        );
        Assert.Equal(
            (Day("2024-08-05"), Verdict.InTime),
            (duties.The(DutyName.Respond, 2).Due, duties.The(DutyName.Respond, 2).Verdict)
        );
        Assert.Equal(25, duties.The(DutyName.Respond, 2).WorkingDaysFromReceipt);
    }

    [Fact]
    public void Withdrawn_on_the_due_date_nothing_more_is_required_and_the_day_after_it_stays_overdue()
    {
        string[] told = ["2024-06-03 received", "2024-06-06 acknowledged"];
        Assert.Equal(
            Verdict.NotRequired,
            Duties("code-2024", "2024-07-30", [.. told, "2024-06-20 withdrawn"]).The(DutyName.Respond).Verdict
        );
        Assert.Equal(
            Verdict.Overdue,
            Duties("code-2024", "2024-07-30", [.. told, "2024-06-21 withdrawn"]).The(DutyName.Respond).Verdict
        );
    }

    [Fact]
    public void A_refused_stage_asks_nothing_more_and_asked_for_again_it_is_a_second_occurrence()
    {
        var duties = Duties(
            "code-2024",
            "2024-08-30",
            "2024-06-03 received",
            "2024-06-06 acknowledged",
            "2024-06-20 responded",
            "2024-07-01 escalation_requested",
            "2024-07-03 escalation_refused",
            "2024-07-10 escalation_requested",
            "2024-07-12 acknowledged stage=2"
        );
        Assert.Equal(Verdict.NotRequired, duties.The(DutyName.Acknowledge, 2).Verdict);
        Assert.Equal(Verdict.InTime, duties.The(DutyName.Acknowledge, 2, 2).Verdict);
    }

    [Fact]
    public void The_first_of_two_answers_counts()
    {
        var respond = Duties(
                "code-2024",
                "2024-08-30",
                "2024-06-03 received",
                "2024-06-06 acknowledged",
                "2024-06-20 responded",
                "2024-07-20 responded"
            )
            .The(DutyName.Respond);
        Assert.Equal((Day("2024-06-20"), Verdict.InTime), (respond.Met, respond.Verdict));
    }

    [Fact]
    public void No_edition_of_the_Code_has_a_pause()
    {
        var respond = Duties(
                "code-2024",
                "2024-08-30",
                "2024-06-03 received",
                "2024-06-06 acknowledged",
                "2024-06-07 paused",
                "2024-06-14 resumed",
                "2024-06-21 responded"
            )
            .The(DutyName.Respond);
        Assert.Equal((Day("2024-06-20"), Verdict.Late), (respond.Due, respond.Verdict));
    }

    [Fact]
    public void A_verdict_keeps_the_calendar_edition_held_when_it_was_reached()
    {
        var first = ShippedCalendars.Get("england-and-wales");
        var second = first.WithHoliday(new Holiday(Day("2024-06-19"), "An announced holiday"));
        var procedure = ShippedProcedures.Find("code-2024")!;
        var history = Story(
            procedure,
            CaseKind.Complaint,
            "2024-06-14 received",
            "2024-06-21 acknowledged edition=1"
        ) with
        {
            CalendarOf = edition => edition == 1 ? first : second,
        };
        var duties = Core.Clocks.Clocks.Of(history, Day("2024-06-25"));
        Assert.Equal(
            (Day("2024-06-21"), 1),
            (duties.The(DutyName.Acknowledge).Due, duties.The(DutyName.Acknowledge).Calendar.Edition)
        );

        var open = Core.Clocks.Clocks.Of(history with { Events = [history.Events[0]] }, Day("2024-06-14"));
        Assert.Equal(
            (Day("2024-06-24"), 2),
            (open.The(DutyName.Acknowledge).Due, open.The(DutyName.Acknowledge).Calendar.Edition)
        );
    }

    [Fact]
    public void The_sentence_names_the_rule_the_start_every_skipped_day_the_calendar_and_the_verdict()
    {
        var respond = Duties(
                "code-2024",
                "2024-09-30",
                "2024-08-19 received",
                "2024-08-20 acknowledged",
                "2024-09-04 responded"
            )
            .The(DutyName.Respond);
        foreach (
            var part in new[]
            {
                "code-2024",
                "6.3",
                "20 August 2024",
                "4 September 2024",
                "Summer bank holiday",
                "edition 1",
                "working day 10",
                "in time",
            }
        )
        {
            Assert.Contains(part, respond.Explanation, StringComparison.Ordinal);
        }
    }
}
