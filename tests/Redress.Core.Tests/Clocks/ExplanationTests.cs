using Redress.Core.Calendar;
using Redress.Core.Clocks;
using Redress.Core.Procedures;
using static Redress.Core.Tests.Clocks.Told;

namespace Redress.Core.Tests.Clocks;

/// <summary>Every due date explains itself, and opens with the date in force.</summary>
public class ExplanationTests
{
    private static readonly string[] Answered = ["2013-03-25 received", "2013-04-10 responded"];

    [Fact]
    public void An_extended_duty_opens_with_the_date_in_force_and_then_says_when_it_was_first_due()
    {
        var respond = Duties(
                "code-2024",
                "2024-06-10",
                "2024-05-02 received",
                "2024-05-07 acknowledged",
                "2024-05-21 extended until=2024-06-05 reason ombudsman_details"
            )
            .The(DutyName.Respond);

        Assert.Equal(
            "Stage 1, answer: due by Wednesday 5 June 2024, as extended. First due by Tuesday 21 May 2024, 10 working days from the acknowledgement "
                + "on Tuesday 7 May 2024, that day not counted (code-2024, 6.3). Not counted: 4 weekend days. England and Wales calendar, edition 1. "
                + "Extension of 21 May 2024 to Wednesday 5 June 2024 counts: within 10 working days. Not done: overdue since Thursday 6 June 2024.",
            respond.Explanation
        );
    }

    [Fact]
    public void A_second_holding_letter_is_due_on_the_day_the_first_promised()
    {
        var duties = Duties(
            "halton-2011",
            "2013-04-16",
            "2013-03-25 received",
            "2013-04-09 holding_letter until=2013-04-16",
            "2013-04-16 holding_letter until=2013-04-19"
        );

        var second = duties.The(DutyName.Hold, 1, 2);
        Assert.StartsWith(
            "Stage 1, second holding letter: due by Tuesday 16 April 2013, the day promised by the holding letter of 9 April 2013 (halton-2011, ",
            second.Explanation,
            StringComparison.Ordinal
        );
        Assert.Empty(second.Skipped);
        Assert.Equal((14, 22), (second.WorkingDaysTaken, second.DaysTaken));
        Assert.StartsWith(
            "Stage 1, answer: due by Friday 19 April 2013, as the holding letter promised. First due by Wednesday 10 April 2013, 10 working days from",
            duties.The(DutyName.Respond).Explanation,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_notice_counted_back_from_a_hearing_names_the_days_it_passes_over()
    {
        var notice = Duties(
                "halton-2011",
                "2013-06-01",
                [
                    .. Answered,
                    "2013-04-26 escalation_requested",
                    "2013-05-13 hearing_notified stage=2 hearing=2013-05-28",
                ]
            )
            .The(DutyName.HearingNotice, 2, 2);

        Assert.Equal(
            "Stage 2, notice before the hearing: due by Monday 13 May 2013, 10 working days before the hearing on Tuesday 28 May 2013, that day counted "
                + "(halton-2011, Service Standards, Complaints, bullet 7). Not counted: 4 weekend days and the Spring bank holiday on Monday 27 May 2013. "
                + "England and Wales calendar, edition 1. Done on Monday 13 May 2013, 10 working days before the hearing: in time.",
            notice.Explanation
        );
        Assert.Equal(5, notice.Skipped.Count);
        Assert.Equal(Day("2013-05-28"), notice.HearingOn);
    }

    [Fact]
    public void A_hearing_near_the_end_of_the_calendar_has_its_notice_and_one_beyond_it_has_none()
    {
        string[] asked = ["2027-11-01 received", "2027-11-02 responded", "2027-11-03 escalation_requested"];
        var near = Duties(
                "halton-2011",
                "2027-12-01",
                [.. asked, "2027-12-01 hearing_notified stage=2 hearing=2027-12-22"]
            )
            .The(DutyName.HearingNotice, 2, 2);
        Assert.Equal(Day("2027-12-08"), near.Due);

        var beyond = Duties(
                "halton-2011",
                "2027-12-01",
                [.. asked, "2027-12-01 hearing_notified stage=2 hearing=2028-01-10"]
            )
            .The(DutyName.HearingNotice, 2, 2);
        Assert.Contains("no date can be worked out", beyond.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_names_the_weekends_and_closures_that_do_not_count_towards_it()
    {
        var procedure = LandlordClockTests.WithRespond(
            ShippedProcedures.Find("code-2024")!,
            rule => rule with { Target = new TargetRule(new Limit(7, LimitUnit.WorkingDays), true, "page 3 (our aim)") }
        );
        var history = Story(procedure, CaseKind.Complaint, "2024-05-02 received", "2024-05-07 acknowledged") with
        {
            Closures = [Day("2024-05-10"), Day("2024-05-13")],
        };

        var respond = Core.Clocks.Clocks.Of(history, Day("2024-05-08")).The(DutyName.Respond);

        Assert.EndsWith(
            "Beside it, a target of 7 working days, to Monday 20 May 2024 (page 3 [our aim]): open. Not counted towards the target: 4 weekend days, "
                + "the landlord's closure on Friday 10 May 2024 and the landlord's closure on Monday 13 May 2024.",
            respond.Explanation,
            StringComparison.Ordinal
        );
        Assert.Equal(6, respond.TargetSkipped.Count);
    }

    [Fact]
    public void A_pause_says_from_when_to_when_and_how_many_days()
    {
        var procedure = LandlordClockTests.WithRespond(
            ShippedProcedures.Find("code-2024")!,
            rule => rule with { PausesSource = "7.1" }
        );
        string[] story = ["2024-06-03 received", "2024-06-06 acknowledged", "2024-06-10 paused"];

        var over = Duties(procedure, "2024-06-12", [.. story, "2024-06-11 resumed"]).The(DutyName.Respond);
        Assert.StartsWith(
            "Stage 1, answer: due by Friday 21 June 2024, because the clock stood still. First due by Thursday 20 June 2024, ",
            over.Explanation,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "The clock stood still after Monday 10 June 2024 up to Tuesday 11 June 2024, 1 working day (7.1).",
            over.Explanation,
            StringComparison.Ordinal
        );

        var open = Duties(procedure, "2024-06-13", story).The(DutyName.Respond);
        Assert.Contains(
            "The clock has stood still since Monday 10 June 2024, 3 working days so far (7.1).",
            open.Explanation,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_pause_that_runs_past_the_calendar_gives_no_date_instead_of_a_guess()
    {
        var procedure = LandlordClockTests.WithRespond(
            ShippedProcedures.Find("code-2024")!,
            rule => rule with { PausesSource = "7.1" }
        );
        var respond = Duties(
                procedure,
                "2028-02-01",
                "2027-11-01 received",
                "2027-11-02 acknowledged",
                "2027-11-03 paused"
            )
            .The(DutyName.Respond);

        Assert.Equal((null, Verdict.Open), (respond.Due, respond.Verdict));
        Assert.Contains("Later bank holidays are not guessed", respond.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stood_still_before_the_count_began_moves_nothing()
    {
        var procedure = LandlordClockTests.WithRespond(
            ShippedProcedures.Find("code-2024")!,
            rule => rule with { PausesSource = "7.1" }
        );
        var respond = Duties(
                procedure,
                "2024-06-13",
                "2024-06-03 received",
                "2024-06-04 paused",
                "2024-06-05 resumed",
                "2024-06-06 acknowledged"
            )
            .The(DutyName.Respond);
        Assert.Equal(Day("2024-06-20"), respond.Due);
    }

    [Fact]
    public void A_window_is_open_until_its_last_day_and_counts_its_own_days()
    {
        var asked = Duties("halton-2011", "2013-05-01", [.. Answered, "2013-04-26 escalation_requested"])
            .The(DutyName.RequestNextStage);
        Assert.Contains(
            "window to ask for the next stage: open until Wednesday 8 May 2013, 28 calendar days from the answer on",
            asked.Explanation,
            StringComparison.Ordinal
        );
        Assert.Contains("Asked on Friday 26 April 2013, day 16: in time.", asked.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_that_never_opened_says_that_it_is_no_ground_to_refuse()
    {
        var unasked = Duties("halton-2011", "2013-06-03", "2013-03-25 received").The(DutyName.RequestNextStage);
        Assert.Equal(Verdict.Overdue, unasked.Verdict);
        Assert.Contains(
            "not open yet. It runs for 28 calendar days from the answer, which has not happened;",
            unasked.Explanation,
            StringComparison.Ordinal
        );
        Assert.Contains("it has not closed either", unasked.Explanation, StringComparison.Ordinal);

        var asked = Duties("halton-2011", "2013-06-03", "2013-03-25 received", "2013-06-03 escalation_requested")
            .The(DutyName.RequestNextStage);
        Assert.Contains("not open when the resident asked.", asked.Explanation, StringComparison.Ordinal);
        Assert.Contains(
            "the window never opened, so this is no ground to refuse",
            asked.Explanation,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Where_nothing_bounds_the_start_no_day_is_promised()
    {
        var window = new DutyRule(
            DutyName.HazardSummary,
            new Limit(3, LimitUnit.WorkingDays),
            ClockEventKind.Contacted,
            [ClockEventKind.Closed],
            "h1"
        );
        var procedure = LandlordClockTests.WithStage1(
            ShippedProcedures.Find("code-2024")!,
            rules => [.. rules, window]
        );

        Assert.Equal(
            "Stage 1, written summary of the hazard: no date yet. 3 working days count from the contact, which has not happened and has no limit of its own "
                + "(code-2024, h1). Not started yet, so there is no last day.",
            Duties(procedure, "2024-05-03", "2024-05-02 received").The(DutyName.HazardSummary).Explanation
        );
    }

    [Theory]
    [InlineData(
        "2025-11-03 received at=10:00",
        "due by Monday 3 November 2025 at 11:00, 1 hour from receipt on Monday 3 November 2025 at 10:00 (code-2024, h3). Done on Monday 3 November 2025 at 12:00: late."
    )]
    [InlineData(
        "2025-11-03 received",
        "due by Tuesday 4 November 2025, 1 hour from the day it was received on Monday 3 November 2025, rounded up to 1 whole day because no time of day is known (code-2024, h3). "
            + "Done on Monday 3 November 2025, the same day: in time."
    )]
    public void A_clock_in_hours_gives_the_times_it_counts_by(string received, string sentence)
    {
        var hour = new DutyRule(
            DutyName.Refer,
            new Limit(1, LimitUnit.Hours),
            ClockEventKind.Received,
            [ClockEventKind.Relayed],
            "h3"
        );
        var procedure = LandlordClockTests.WithStage1(ShippedProcedures.Find("code-2024")!, rules => [.. rules, hour]);
        Assert.Equal(
            $"Stage 1, referral: {sentence}",
            Duties(procedure, "2025-11-04", received, "2025-11-03 relayed at=12:00").The(DutyName.Refer).Explanation
        );
    }

    [Fact]
    public void An_extension_that_does_not_count_names_everything_it_lacks()
    {
        var respond = Duties(
                "code-2024",
                "2024-06-30",
                "2024-05-02 received",
                "2024-05-07 acknowledged",
                "2024-05-22 extended until=2024-06-05 ombudsman_details"
            )
            .The(DutyName.Respond);
        Assert.Equal(
            "the resident was told after the due date then in force (21 May 2024) and no reason was given",
            respond.Moves.Single().Why
        );
    }

    [Fact]
    public void An_extension_told_after_the_day_asked_about_had_not_been_told_by_then()
    {
        var respond = Duties(
                "code-2024",
                "2024-05-14",
                "2024-05-02 received",
                "2024-05-07 acknowledged",
                "2024-05-13 extended until=2024-06-05 reason ombudsman_details told=2024-05-20"
            )
            .The(DutyName.Respond);
        Assert.Equal("the resident had not been told by 14 May 2024", respond.Moves.Single().Why);
    }

    [Fact]
    public void What_is_done_without_its_start_had_not_happened_when_it_was_done()
    {
        var respond = Duties(
                "code-2024",
                "2024-07-30",
                "2024-06-03 received",
                "2024-06-10 responded",
                "2024-06-12 acknowledged"
            )
            .The(DutyName.Respond);
        Assert.StartsWith(
            "Stage 1, answer: due by Monday 24 June 2024 at the latest. 10 working days count from the acknowledgement, which had not happened when this was done; "
                + "the latest lawful day for it is Monday 10 June 2024 (code-2024, 6.3).",
            respond.Explanation,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Done_on_its_first_day_is_the_same_day()
    {
        var acknowledge = Duties("code-2024", "2024-06-10", "2024-06-03 received", "2024-06-03 acknowledged")
            .The(DutyName.Acknowledge);
        Assert.EndsWith(
            "Done on Monday 3 June 2024, the same day: in time.",
            acknowledge.Explanation,
            StringComparison.Ordinal
        );
    }
}
